/** What a night costs: published limits of Salesforce, figures that were measured, and the arithmetic of docs/SCALE.md. */

/** Bulk API and Bulk API 2.0 Limits and Allocations; Bulk API 2.0 Developer Guide, Limits. Per rolling 24 hours. */
export const LIMITS = {
  rowsWritten: 150_000_000,
  batches: 15_000,
  rowsInBatch: 10_000,
  queryResultBytes: 1_000_000_000_000,
  /** Enterprise Edition without a single licence (API Request Limits and Allocations). */
  calls: 100_000,
} as const;

/** How we ask and write (config/sync.json, scripts/sync/org/bulkQuery.ts). */
const JOB = {
  rowsInPage: 100_000,
  bytesInPart: 90_000_000,
  /** Calls of a Bulk job besides its looks: create, upload, close, failed and unprocessed rows. */
  callsOfPart: 5,
  looksAtPart: 12,
  /** Of two Bulk queries besides their pages, of the check of the org and of the run's record. */
  otherCalls: 30,
} as const;

/** Of generated feeds (`npm run bench -- sync`): a record for how many events, and bytes. */
const SHAPE = {
  recordsPerEvent: 0.89,
  bytesOfEvent: 1_500,
  bytesOfWrittenRow: 1_500,
  bytesOfFoundRow: 350,
  /** What a run stages of a known line and of a found row, with indexes; gone when the run ends. */
  stagedBytes: 2_300,
  /** An entry of settled lines in the state folder. */
  keptBytes: 170,
} as const;

/** Rows that an org takes and gives in a second (scripts/local-org/api/local/orgTimes.ts tells from where). */
const ORG = { writes: 76_380 / 82.7, fastWrites: 20_000_000 / 3600, reads: 10_000 } as const;

/** Microseconds of the job's own CPU for an event, by docs/BENCH.md. */
export const OWN_MICROS = { unchanged: 133, unseen: 493 } as const;

export interface Night {
  readonly name: string;
  readonly events: number;
  /** Share of the records that have to be written. */
  readonly written: number;
  readonly ownMicros: number;
}

export interface Cost {
  readonly rowsWritten: number;
  readonly calls: number;
  readonly batches: number;
  /** Days that the org's limits spread the writing over. */
  readonly days: number;
  readonly readHours: number;
  readonly writeHours: number;
  /** At the rate of Salesforce's own engineering, with all batches in parallel. */
  readonly fastWriteHours: number;
  readonly ownHours: number;
  readonly stagedGb: number;
  readonly keptGb: number;
}

export function costOf({ events, written, ownMicros }: Night): Cost {
  const records = events * SHAPE.recordsPerEvent;
  const rowsWritten = Math.round(records * written);
  const parts = Math.ceil((rowsWritten * SHAPE.bytesOfWrittenRow) / JOB.bytesInPart);
  const pages = Math.ceil(records / JOB.rowsInPage);
  const batches = Math.ceil(rowsWritten / LIMITS.rowsInBatch);
  const hours = (seconds: number): number => seconds / 3600;
  return {
    rowsWritten,
    calls: JOB.otherCalls + pages + parts * (JOB.callsOfPart + JOB.looksAtPart),
    batches,
    days: Math.max(
      rowsWritten / LIMITS.rowsWritten,
      batches / LIMITS.batches,
      (records * SHAPE.bytesOfFoundRow) / LIMITS.queryResultBytes,
    ),
    readHours: hours(records / ORG.reads),
    writeHours: hours(rowsWritten / ORG.writes),
    fastWriteHours: hours(rowsWritten / ORG.fastWrites),
    ownHours: hours((events * ownMicros) / 1e6),
    stagedGb: (events * SHAPE.stagedBytes) / 1e9,
    keptGb: (records * SHAPE.keptBytes) / 1e9,
  };
}

const SIZES = [5_500_000, 50_000_000, 500_000_000] as const;
const KINDS = [
  { name: '1 % changed', written: 0.01, ownMicros: OWN_MICROS.unchanged },
  { name: 'first load', written: 1, ownMicros: OWN_MICROS.unseen },
] as const;

export const NIGHTS: readonly Night[] = KINDS.flatMap((kind) => SIZES.map((events) => ({ ...kind, events })));

const count = (value: number): string => Math.round(value).toLocaleString('en');
const decimal = (value: number): string => (value < 10 ? value.toFixed(value < 0.1 ? 2 : 1) : count(value));

const ROWS: readonly (readonly [string, (cost: Cost) => string])[] = [
  ['rows written', ({ rowsWritten }) => count(rowsWritten)],
  ['API calls', ({ calls }) => count(calls)],
  ['batches', ({ batches }) => count(batches)],
  ['share of a day of the tightest limit', ({ days }) => `${decimal(days * 100)} %`],
  ['hours: the org gives its records', ({ readHours }) => decimal(readHours)],
  ['hours: the org saves, at 924 rows/s', ({ writeHours }) => decimal(writeHours)],
  ['hours: the org saves, at 20 million rows/h', ({ fastWriteHours }) => decimal(fastWriteHours)],
  ['hours: own work of one process', ({ ownHours }) => decimal(ownHours)],
  ['GB of disk while it runs', ({ stagedGb }) => decimal(stagedGb)],
  ['GB of disk that stay', ({ keptGb }) => decimal(keptGb)],
];

/** The cells of the table of docs/SCALE.md, line by line. */
export function scaleTable(): readonly (readonly string[])[] {
  const costs = NIGHTS.map(costOf);
  const head = NIGHTS.map(
    ({ name, events }) => `${name}, ${count(events / 1e5) === '55' ? '5.5' : count(events / 1e6)} M`,
  );
  return [['', ...head], ...ROWS.map(([name, of]) => [name, ...costs.map(of)])];
}

/** The most events that one process brings in within so many hours, when one in a hundred has changed. */
export const eventsIn = (hours: number): number => (hours * 3600 * 1e6) / OWN_MICROS.unchanged;
