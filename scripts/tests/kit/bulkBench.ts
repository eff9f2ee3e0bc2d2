import { registration, type Sent } from './events.ts';
import { SHORT_WAITS, startSyncBench, type Ended, type SyncBench } from './syncBench.ts';

const JOBS = '/jobs/ingest';
export const UPLOAD = { method: 'PUT', path: `${JOBS}/\\w+/batches$` };
export const CLOSE = { method: 'PATCH', path: `${JOBS}/\\w+$` };
export const CREATE = { method: 'POST', path: `${JOBS}$` };
export const LOOK = { method: 'GET', path: `${JOBS}/\\w+$` };
export const WAITS = { ...SHORT_WAITS, poll: [0.02, 0.05], stuck: 5 };

interface Job {
  readonly id: string;
  readonly state: string;
}

/** A local org, and the job configured to do everything by Bulk, a few rows per job. */
export interface BulkBench {
  readonly bench: SyncBench;
  /** A configuration with everything by Bulk, changed. */
  readonly bulk: (name?: string, change?: object) => string;
  readonly run: (state: string, events: readonly Sent[], config?: string) => Promise<Ended>;
  readonly resume: (state: string, config?: string) => Promise<Ended>;
  readonly jobs: () => Promise<readonly Job[]>;
  /** Rows that finished jobs have processed since `before`. */
  readonly processedSince: (before: readonly Job[]) => Promise<number>;
  /** Creates customers and returns the events that register each. */
  readonly customers: (prefix: string, count: number) => Promise<readonly Sent[]>;
  /** Customers of a prefix whose registration is in the org. */
  readonly written: (prefix: string) => Promise<number>;
}

/** The code of the last error in the log. */
export const errorCode = ({ stderr }: Ended): string =>
  [...stderr.matchAll(/"code":"([A-Z_]+)"/g)].at(-1)?.[1] ?? '';

export async function startBulkBench(): Promise<BulkBench> {
  const bench = await startSyncBench();
  const bulk: BulkBench['bulk'] = (name = 'bulk', change = {}) =>
    bench.config(name, (config) => ({
      ...config,
      bulkAbove: 0,
      bulkPartBytes: 1200,
      waits: WAITS,
      ...change,
    }));
  const jobs: BulkBench['jobs'] = async () =>
    ((await bench.org.rest('GET', 'jobs/ingest')) as { records: readonly Job[] }).records;
  return {
    bench,
    bulk,
    jobs,
    run: (state, events, config = bulk()) => bench.run(state, events, '--config', config),
    resume: (state, config = bulk()) =>
      bench.sync(['resume', '--state-dir', bench.stateDir(state), '--json', '--config', config]),
    processedSince: async (before) => {
      let processed = 0;
      for (const { id, state } of await jobs()) {
        if (state !== 'JobComplete' || before.some((job) => job.id === id)) continue;
        const job = await bench.org.rest('GET', `jobs/ingest/${id}`);
        processed += (job as { numberRecordsProcessed: number }).numberRecordsProcessed;
      }
      return processed;
    },
    customers: async (prefix, count) => {
      const numbers = Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
      await bench.persons(numbers);
      return numbers.map((number) => registration(number, '2026-11-01'));
    },
    written: async (prefix) => {
      const soql = `SELECT Id FROM Account WHERE Customer_Number__c LIKE '${prefix}-%' AND CuZo_MyPV_Onboarding_Date__c = 2026-11-01`;
      return (await bench.org.query(soql)).length;
    },
  };
}
