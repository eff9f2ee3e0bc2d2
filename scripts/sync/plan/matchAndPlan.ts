import type { Target } from '../check/checkedEvent.ts';
import type { Job, Run } from '../job.ts';
import { openFinder } from '../match/openFinder.ts';
import { mustStayBelow } from '../read/thresholds.ts';
import { noteLookUp } from '../report/ways.ts';
import { tally, type Staging } from '../stage/staging.ts';
import { planEvents, TARGETS } from './plan.ts';

/**
 * match, plan: every staged event gets its outcome or waits for its row. TOO_MANY_UNMATCHED when feed and org don't
 * seem to belong together.
 */
export async function matchAndPlan(job: Job, run: Run): Promise<void> {
  const { staging } = run;
  for (const target of TARGETS) await planTarget(target, job, run);
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

async function planTarget(target: Target, job: Job, { staging, state, org }: Run): Promise<void> {
  const { config, signal, progress } = job;
  const subjects = countSubjects(staging, target);
  if (subjects === 0) return;
  const { lookUp, find } = await openFinder(target, subjects, {
    staging,
    org,
    config,
    signal,
    onBegin: (records) => {
      progress.begin('look up', records);
    },
    onRecords: progress.advance,
  });
  noteLookUp(staging, target, lookUp);
  progress.begin('match', subjects);
  await planEvents(target, { staging, state, config, find, onSubjects: progress.advance });
}

function countSubjects(staging: Staging, target: Target): number {
  const found = 'SELECT DISTINCT subject_key FROM event WHERE target = ? AND outcome IS NULL';
  return staging.prepare(`SELECT count(*) AS count FROM (${found})`).get(target)?.count as number;
}

function countOf({ staging }: Run, sql: string): number {
  return staging.prepare(sql).get()?.count as number;
}
