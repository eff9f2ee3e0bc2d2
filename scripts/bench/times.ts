import { join } from 'node:path';
import type { Figure, Section } from './measure.ts';
import { changedRows, on } from './sync.ts';
import { syncData } from './syncData.ts';
import { timeJob } from './syncJob.ts';
import { updateByCli, updateByLoop } from './syncPeers.ts';

const CUSTOMERS = 2_000;
const POLICIES = 5_000;

/** An org answers in its own times, which count for more than whatever a tool does itself. */
const SLOW = ['--like-an-org'];

/**
 * Compares the first load of the job with the Salesforce CLI and with a loop of jsforce where the org takes its time. One try each:
 * waiting varies little.
 */
export const TIMES: Section = { name: 'times', minutes: 4, gb: 1, measure: measureTimes };

const say = (text: string): void => void process.stderr.write(`  ${text} ...\n`);

async function measureTimes(scale: number): Promise<readonly Figure[]> {
  const size = { customers: Math.ceil(CUSTOMERS * scale), policies: Math.ceil(POLICIES * scale) };
  const data = await syncData('times', size, say);
  const files = await changedRows(data, say);
  const { firstDb } = data;
  say('the first load by the job');
  const job = await on(firstDb, (org) => timeJob(org, data.feed, join(org.folder, 'state')), SLOW);
  say('the same rows by sf data update bulk');
  const cli = await on(firstDb, (org) => updateByCli(org, files), SLOW);
  say('the same rows by a loop of jsforce');
  const loop = await on(firstDb, (org) => updateByLoop(org, files), SLOW);
  const rows = job.report.rowsWritten;
  return [
    { name: `first load of ${rows} rows by the job: wall`, unit: 's', tries: [job.wall] },
    { name: 'the same by sf data update bulk', unit: 's', tries: [cli] },
    { name: 'the same by a loop of jsforce Collections', unit: 's', tries: [loop] },
    { name: 'job : sf', unit: 'times', tries: [job.wall / cli], aim: { atMost: 1 } },
    { name: 'job : loop', unit: 'times', tries: [job.wall / loop], aim: { atMost: 1 / 3 } },
  ];
}
