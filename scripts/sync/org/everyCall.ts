import type { Config } from '../config/config.ts';
import { TARGETS } from '../events/event.ts';
import { abortJob, createUpdateJob, deleteJob } from './bulkJob.ts';
import { abortQueryJob, createQueryJob, deleteQueryJob } from './bulkQuery.ts';
import type { Org } from './org.ts';
import { OrgRefusal } from './orgRefusal.ts';
import { queryTogether } from './query.ts';
import { mustFindRunRecords } from './runRecord.ts';
import { updateRows } from './update.ts';

/** An id that no record has: the org answers that the row can't be updated, which shows that it takes such requests. */
const NOBODY = '001000000000000AAA';

/** Kinds of call that a run makes and that a check of the schema doesn't. None of them changes a record. */
const CALLS: readonly (readonly [string, (org: Org, config: Config) => Promise<unknown>])[] = [
  [
    'several queries in one request (composite)',
    (org) => queryTogether(org, ['SELECT Id FROM Account LIMIT 1']),
  ],
  [
    'rows by sObject Collections',
    (org, config) => updateRows(org, 'Account', [{ id: NOBODY, fields: {} }], config),
  ],
  ['the record of a run by its external id', mustFindRunRecords],
  ['a query by Bulk API 2.0', tryQueryJob],
  ...TARGETS.map(
    (target) => [`a Bulk API 2.0 job for ${target}`, (org: Org) => tryUpdateJob(org, target)] as const,
  ),
];

async function tryUpdateJob(org: Org, object: string): Promise<void> {
  const job = await org.retrying(() => createUpdateJob(org, object));
  await org.retrying(() => abortJob(org, job));
  await deleteJob(org, job);
}

async function tryQueryJob(org: Org): Promise<void> {
  const job = await createQueryJob(org, 'SELECT Id FROM Account LIMIT 1');
  await abortQueryJob(org, job);
  await deleteQueryJob(org, job);
}

/**
 * Makes every kind of call that a run makes, as the job's user: a sentence for each that the org refuses. Bulk jobs are made,
 * aborted and deleted, without rows.
 */
export async function callProblems(org: Org, config: Config): Promise<readonly string[]> {
  const problems: string[] = [];
  for (const [what, call] of CALLS)
    try {
      await call(org, config);
    } catch (error) {
      if (!(error instanceof OrgRefusal) || error.verdict === 'day') throw error;
      problems.push(`${what}: the org refuses it to the user, ${error.message}`);
    }
  return problems;
}
