import { parse } from 'csv-parse';
import { createReadStream } from 'node:fs';
import { ZONES, type Zone } from '../feed/contract.ts';
import type { ObjectFields } from './orgFacts.ts';

/** The fields of Connect 360 that said of a zone what ours say now. */
export interface OldFields {
  readonly flag?: string | undefined;
  readonly date?: string | undefined;
}

export type OldFieldsByZone = Readonly<Partial<Record<Zone, OldFields>>>;

const PREFIX: Readonly<Record<Zone, string>> = { mypv: 'CuZo_MyPV', myvivium: 'CuZo_MyVivium' };

interface OurFields {
  readonly flag: string;
  readonly date: string;
  readonly asOf: string;
}

const oursOf = (zone: Zone): OurFields => ({
  flag: `${PREFIX[zone]}_Onboarded__c`,
  date: `${PREFIX[zone]}_Onboarding_Date__c`,
  asOf: `${PREFIX[zone]}_As_Of__c`,
});

/** How the old fields of an account differ from ours. An account has at most one of them a zone: the first that holds. */
export const DIFFERENCES = {
  silent: 'the old field says registered, and the zone has said nothing of the customer yet',
  onlyOld: 'registered in the old field only',
  onlyNew: 'registered in ours only',
  dayOnlyOld: 'registered in both, the day is in the old field only',
  dayOnlyNew: 'registered in both, the day is in ours only',
  otherDay: 'registered in both, on different days',
} as const;

export type Difference = keyof typeof DIFFERENCES;

/** What was found of a zone. */
export interface ZoneComparison {
  readonly same: number;
  /** Accounts that differ so, and the ids of the first of them. */
  readonly different: Readonly<
    Record<Difference, { readonly count: number; readonly ids: readonly string[] }>
  >;
}

/** Why the old fields can't be compared, a sentence each. */
export function oldFieldProblems(old: OldFieldsByZone, account: ObjectFields | null): readonly string[] {
  if (account?.has('cuzo_mypv_onboarded__c') !== true)
    return [
      'The org has no CuZo fields that you see: run npm run deploy first, and give yourself CuZo_Admin.',
    ];
  const named = Object.values(old).flatMap(({ flag, date }) => [
    ...(flag === undefined ? [] : [[flag, ['boolean']] as const]),
    ...(date === undefined ? [] : [[date, ['date', 'datetime']] as const]),
  ]);
  if (named.length === 0) return ['Name at least one old field, for instance --mypv-flag Onboarded__c.'];
  return named.flatMap(([name, types]) => {
    const field = account.get(name.toLowerCase());
    if (field === undefined) return [`There is no field Account.${name} that you see.`];
    return types.some((type) => type === field.type)
      ? []
      : [`Account.${name} is of type ${field.type}; it has to be ${types.join(' or ')}.`];
  });
}

/** Reads every account that the old fields or ours say something of. */
export function comparisonQuery(old: OldFieldsByZone): string {
  const zones = ZONES.filter((zone) => old[zone] !== undefined);
  const flags = zones.flatMap((zone) => [old[zone]?.flag ?? [], oursOf(zone).flag].flat());
  const dates = zones.flatMap((zone) => [old[zone]?.date ?? [], oursOf(zone).date].flat());
  const filled = [...flags.map((flag) => `${flag} = TRUE`), ...dates.map((date) => `${date} != NULL`)];
  const columns = ['Id', ...flags, ...dates, ...zones.map((zone) => oursOf(zone).asOf)];
  return `SELECT ${columns.join(', ')} FROM Account WHERE ${filled.join(' OR ')}`;
}

const BELGIAN_DAY = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels' });

/** The day of a date, or of a date-time in Belgium: an old field may have the time too. */
function day(value = ''): string {
  return value.includes('T') ? BELGIAN_DAY.format(new Date(value)) : value;
}

/** How a row of the query differs for a zone; undefined when it says the same, null when it says nothing of it. */
function differenceOf(
  row: Readonly<Record<string, string>>,
  { flag, date }: OldFields,
  ours: OurFields,
): Difference | undefined | null {
  const oldDay = date === undefined ? undefined : day(row[date]);
  // Without a flag, a day is what says that the customer is registered.
  const wasRegistered = flag === undefined ? oldDay !== '' : row[flag] === 'true';
  const isRegistered = row[ours.flag] === 'true';
  if (!wasRegistered && !isRegistered) return null;
  if (wasRegistered && row[ours.asOf] === '') return 'silent';
  if (!isRegistered) return 'onlyOld';
  if (!wasRegistered) return 'onlyNew';
  const newDay = day(row[ours.date]);
  if (oldDay === undefined || oldDay === newDay) return undefined;
  if (newDay === '') return 'dayOnlyOld';
  return oldDay === '' ? 'dayOnlyNew' : 'otherDay';
}

/** Compares the rows of the query, a CSV file; of each kind of difference it keeps `limit` ids, so that its memory doesn't grow. */
export async function compareRows(
  file: string,
  old: OldFieldsByZone,
  limit: number,
): Promise<ReadonlyMap<Zone, ZoneComparison>> {
  const found = new Map(
    ZONES.filter((zone) => old[zone] !== undefined).map((zone) => [
      zone,
      { same: 0, different: nothingDifferent() },
    ]),
  );
  const rows = createReadStream(file).pipe(parse({ columns: true, bom: true })) as AsyncIterable<
    Record<string, string>
  >;
  for await (const row of rows)
    for (const [zone, result] of found) {
      const difference = differenceOf(row, old[zone] ?? {}, oursOf(zone));
      if (difference === undefined) result.same += 1;
      if (difference === undefined || difference === null) continue;
      const kind = result.different[difference];
      kind.count += 1;
      if (kind.ids.length < limit) kind.ids.push(row.Id ?? '');
    }
  return found;
}

function nothingDifferent(): Record<Difference, { count: number; ids: string[] }> {
  const kinds = Object.keys(DIFFERENCES) as Difference[];
  return Object.fromEntries(
    kinds.map((kind) => [kind, { count: 0, ids: [] as string[] }]),
  ) as unknown as Record<Difference, { count: number; ids: string[] }>;
}
