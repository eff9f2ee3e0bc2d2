import type { Config } from '../../sync/config/config.ts';
import type { Report } from '../../sync/report/report.ts';
import { contact, registration, type Sent } from './events.ts';
import { addPerson, QUICK } from './memoryOrg.ts';
import { memoryRuns, type MemoryRuns, type OtherJob } from './memoryRuns.ts';

/** The persons of the org: A has the number C-A and the id 001A, and so on. */
const LETTERS = ['A', 'B', 'C'] as const;

/** Three tries of a row: the first, one more, and the last. */
export const THREE_TRIES: Config = { ...QUICK, waits: { ...QUICK.waits, row: [0, 0] } };
/** The same, and everything by Bulk. */
export const BY_BULK: Config = { ...THREE_TRIES, bulkAbove: 0 };

export const registered = (letter: string): Sent => registration(`C-${letter}`, '2026-11-01');
export const phoned = (letter: string, phone: string): Sent =>
  contact(`C-${letter}`, '2026-11-03T10:00:00Z', { phone });
/** Everybody is registered. */
export const ALL_REGISTERED: readonly Sent[] = LETTERS.map(registered);

/** Runs that write to the persons A, B and C. */
export interface WriteRuns extends MemoryRuns {
  /** Runs the feed in which everybody is registered. */
  readonly registerAll: (other?: OtherJob) => Promise<Report>;
  /** Whether the org has each person as registered. */
  readonly onboarded: () => readonly unknown[];
  /** The jobs of Bulk: how each ended, and its number of rows. */
  readonly jobs: () => readonly string[];
}

export function writeRuns(config: Config): WriteRuns {
  const runs = memoryRuns(config);
  const { memory, runWith } = runs;
  beforeEach(() => {
    for (const letter of LETTERS) addPerson(memory, `001${letter}`, `C-${letter}`);
  });
  return {
    ...runs,
    registerAll: (other = {}) => runWith(other, ...ALL_REGISTERED),
    onboarded: () =>
      [...memory.records.Account.values()].map((fields) => fields.CuZo_MyPV_Onboarded__c ?? false),
    jobs: () => [...memory.bulk.jobs.values()].map(({ state, rows }) => `${state} ${rows.length}`),
  };
}
