import ACCOUNT from '@salesforce/schema/Account';
import type { SchemaField } from '@salesforce/schema';
import { documentOf } from 'c/cuzoQuery';
import { ZONES, type Zone } from 'c/cuzoZones';
import { hasStandingIn, isGapIn, isNewIn, isUnknownIn, NEW_DAYS } from './filters';

/**
 * The part of a query that counts the accounts of each group, or all of them. The counts themselves are not capped: an
 * aggregate reads no rows, and these have far fewer groups than the 2,000 that a query may return (GraphQL API Developer
 * Guide, "Aggregate Queries", "Query Limitations").
 */
function countOf(alias: string, where: string, group?: SchemaField<'Account'>): string {
  const grouped = group === undefined ? '' : `, groupBy: { ${group.fieldApiName}: { group: true } }`;
  const value = group === undefined ? '' : `${group.fieldApiName} { value } `;
  // Without `first` only ten groups come.
  const selection = `first: ${2 * NEW_DAYS}, where: { ${where} }${grouped}`;
  return `${alias}: ${ACCOUNT.objectApiName}(${selection}) { edges { node { aggregate { ${value}Id { count { value } } } } } }`;
}

const aggregateOf = (name: string, parts: readonly string[]): string =>
  `query ${name} { uiapi { aggregate { ${parts.join(' ')} } } }`;

const STANDING = 'standing';
const NEW = 'new';
const UNKNOWN = 'unknown';

/** Queries who is registered and who is new, of what the user may see. */
export const FIGURES_QUERY = documentOf(
  aggregateOf('CuzoAdoption', [
    ...ZONES.flatMap((zone) => [
      countOf(`${STANDING}_${zone.code}`, hasStandingIn(zone), zone.onboarded),
      countOf(`${NEW}_${zone.code}`, isNewIn(zone), zone.date),
    ]),
    countOf(UNKNOWN, ZONES.map(isUnknownIn).join(', ')),
  ]),
);

/** Queries the gaps apart: who may not read policies still sees the rest. */
export const GAPS_QUERY = documentOf(
  aggregateOf(
    'CuzoGaps',
    ZONES.map((zone) => countOf(zone.code, isGapIn(zone))),
  ),
);

/** Of one zone. */
export interface ZoneFigures {
  readonly registered: number;
  readonly notRegistered: number;
  /** Day -> registrations. */
  readonly newByDay: ReadonlyMap<string, number>;
}

interface Group {
  readonly value: unknown;
  readonly count: number;
}

interface AggregateAnswer {
  readonly uiapi?: { readonly aggregate?: Readonly<Record<string, Connection | null>> | null };
}

interface Connection {
  readonly edges?: readonly ({ readonly node: { readonly aggregate: Aggregate } } | null)[] | null;
}

type Aggregate = Readonly<
  Record<
    string,
    { readonly value?: unknown; readonly count?: { readonly value: number | null } | null } | null
  >
>;

/** undefined when the part isn't in the result. */
function groupsOf(data: unknown, alias: string, field?: SchemaField): readonly Group[] | undefined {
  const connection = (data as AggregateAnswer | undefined)?.uiapi?.aggregate?.[alias];
  return connection?.edges?.flatMap((edge) => {
    if (edge === null) return [];
    const { aggregate } = edge.node;
    const value = field === undefined ? null : aggregate[field.fieldApiName]?.value;
    return [{ value, count: aggregate.Id?.count?.value ?? 0 }];
  });
}

/** The figures of a zone in a result of FIGURES_QUERY; null when they aren't in it. */
export function zoneFigures(data: unknown, zone: Zone): ZoneFigures | null {
  const standing = groupsOf(data, `${STANDING}_${zone.code}`, zone.onboarded);
  const days = groupsOf(data, `${NEW}_${zone.code}`, zone.date);
  if (standing === undefined || days === undefined) return null;
  const countOfAll = (isRegistered: boolean): number =>
    standing.filter(({ value }) => value === isRegistered).reduce((sum, { count }) => sum + count, 0);
  return {
    registered: countOfAll(true),
    notRegistered: countOfAll(false),
    newByDay: new Map(days.map(({ value, count }) => [String(value), count])),
  };
}

/** Customers of whom no zone has said anything. */
export const unknownCount = (data: unknown): number | undefined => groupsOf(data, UNKNOWN)?.[0]?.count;

/** The gap of a zone in a result of GAPS_QUERY. */
export const gapCount = (data: unknown, zone: Zone): number | undefined =>
  groupsOf(data, zone.code)?.[0]?.count;
