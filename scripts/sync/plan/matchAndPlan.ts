import type { Job, Run } from '../job.ts';
import { mustStayBelow } from '../read/thresholds.ts';
import { tally } from '../stage/staging.ts';
import { planAll } from './plan.ts';

/**
 * match, plan: every staged event gets its outcome or waits for its row. TOO_MANY_UNMATCHED when feed and org don't
 * seem to belong together.
 */
export async function matchAndPlan(job: Job, run: Run): Promise<void> {
  const { staging, state, org } = run;
  const subjects = countOf(
    run,
    'SELECT count(DISTINCT target || subject_key) AS count FROM event WHERE outcome IS NULL',
  );
  job.progress.begin('match', subjects);
  await planAll(staging, state, org, job.config, (count) => {
    job.progress.advance(count);
  });
  const unmatched = countOf(
    run,
    "SELECT count(*) AS count FROM event WHERE origin <> 'kept' AND outcome = 'unmatched'",
  );
  mustStayBelow(
    'TOO_MANY_UNMATCHED',
    unmatched,
    Number(tally(staging, 'read')),
    job.config.maxUnmatched,
    null,
  );
}

function countOf({ staging }: Run, sql: string): number {
  return staging.prepare(sql).get()?.count as number;
}
