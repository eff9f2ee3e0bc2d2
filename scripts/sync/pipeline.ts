import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { checkAgain, lineChecker } from './check/lineChecker.ts';
import { rulesVersion } from './check/rulesVersion.ts';
import { planningSettings } from './config/settings.ts';
import { mustStayBelow } from './config/thresholds.ts';
import { TARGETS, type Target } from './events/event.ts';
import type { MatchedBatch } from './events/record.ts';
import type { Job, Run } from './job.ts';
import { matchAgain, matchNothing, matchSubjects, type Matching } from './match/matchSubjects.ts';
import { addedFields } from './events/comparison.ts';
import { countryCodes } from './org/countries.ts';
import { remainingLimits } from './org/limits.ts';
import { picklistLabels } from './org/picklistLabels.ts';
import { saveRunRecord } from './org/runRecord.ts';
import { chooseApis, chooseApisForRest } from './plan/chooseApis.ts';
import { plannedWork } from './plan/plannedWork.ts';
import { subjectPlanner } from './plan/planSubjects.ts';
import { readFeed } from './read/readFeed.ts';
import { spoolStdin } from './read/spool.ts';
import { withinHour, type HourReport } from './report/liveHour.ts';
import type { PlannedWork } from './report/plannedWork.ts';
import { makeReport, type Report, type Reporting } from './report/report.ts';
import { logged } from './report/stages.ts';
import { finishedRunFields, newestByZone } from './settle/runFields.ts';
import { settle } from './settle/settle.ts';
import { openLineStager } from './stage/stageLines.ts';
import { supersedeOlder } from './stage/supersede.ts';
import type { Log } from './report/log.ts';
import { noteWriteApis } from './staging/chosen.ts';
import { countUnmatched } from './staging/counts.ts';
import { faultCodes } from './staging/faults.ts';
import { resetGone } from './staging/gone.ts';
import { refusedAlone } from './staging/journal.ts';
import { stageKept, stagedSubjects } from './staging/newEvents.ts';
import { endReading, indexSubjects } from './staging/reading.ts';
import { waitingLoads } from './staging/rows.ts';
import { countSubjects } from './staging/stagedEvents.ts';
import { callsBefore, linesOf } from './staging/tally.ts';
import { unknownText } from './staging/unknown.ts';
import { keptEvents, keptEventsOf } from './state/keptEvents.ts';
import { hourReport, recordedAs } from './state/liveHours.ts';
import { REJECTS_FILE } from './state/runFiles.ts';
import { setPhase, type Phase } from './state/runs.ts';
import { readingAtOnce } from './state/sqlite.ts';
import { quietText } from './state/newestEvents.ts';
import { writeRows } from './write/writeRows.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

/**
 * Takes a run from its current phase to its report: read, check, stage, match, plan, write, settle. A stopped run continues
 * from `reading` (the feed is read again), `planning` or `writing` (from what is staged).
 */
export async function runPipeline(job: Job, run: Run, reached: Phase): Promise<Report> {
  const { config, log, signal, progress } = job;
  const { runId, folder, staging, state, org } = run;
  const begun = performance.now();

  if (reached === 'reading') {
    await logged(log, 'read', org, () => readCheckStage(job, run));
    setPhase(state, runId, 'planning');
  }
  if (reached !== 'writing') await logged(log, 'match', org, () => matchPlan(job, run));

  const loads = waitingLoads(staging);
  const choose = reached === 'writing' || reached === 'replanning' ? chooseApisForRest : chooseApis;
  const limits = await remainingLimits(org);
  const apis = choose(loads, limits, config);
  noteWriteApis(staging, loads, apis);
  setPhase(state, runId, 'writing');

  // The record of an hour of small runs is written when the first of them has ended: a call less for each.
  const recorded = recordedAs(run);
  if (recorded.kind === 'Feed') await saveRunRecord(org, recorded, { Status__c: 'Running' });
  progress.begin('write', loads.Account.rows + loads.InsurancePolicy.rows);
  const onRows = progress.advance;
  await logged(log, 'write', org, () =>
    writeRows({ staging, org, config, log, folder, apis, signal, onRows }, (target, look) =>
      matchAgainPlan(job, run, target, look),
    ),
  );

  const report = makeReport({
    ...reporting(job, run, begun),
    apiCalls: callsSoFar(run) + 1,
    callsADay: limits.allowed,
  });
  const finished = new Date(job.now()).toISOString();
  const newest = newestByZone(staging);
  const hour = recorded.kind === 'Live' ? hourWith(run, recorded.key, { ...report, newest }) : undefined;
  await saveRunRecord(org, recorded, finishedRunFields(hour ?? report, hour?.newest ?? newest, finished));
  await logged(log, 'settle', org, () => {
    const entry = hour && { ...recorded, feed: run.feed, report: JSON.stringify(hour) };
    settle(staging, state, report, config, { finished, oldest: oldestKept(job) }, entry);
  });
  warnOf(log, report);
  warnOfRefused(log, refusedAlone(staging));
  log.info({ ...report, failureCodes: faultCodes(staging) }, 'run finished');
  return report;
}

/** What the report of an hour lacks that an earlier version of the job has begun. */
const EARLIER = { exitCode: 0, apiShare: null, rejectCodes: {} };

/** The report of the hour of a small run, this run included. */
function hourWith({ state }: Run, key: string, report: HourReport): HourReport {
  const before = hourReport(state, key);
  return withinHour(
    before === null ? undefined : { ...EARLIER, ...(JSON.parse(before) as HourReport) },
    report,
    key,
  );
}

/** The same up to the plan: the report that a run would give, and what it would write. */
export async function planPipeline(
  job: Job,
  run: Run,
): Promise<{ readonly report: Report; readonly planned: PlannedWork }> {
  const { staging, org } = run;
  const begun = performance.now();
  await readCheckStage(job, run);
  await matchPlan(job, run);
  const loads = waitingLoads(staging);
  const limits = await remainingLimits(org);
  const apis = chooseApis(loads, limits, job.config);
  noteWriteApis(staging, loads, apis);
  const planned = plannedWork(staging, loads, apis, job.config);
  const report = makeReport({
    ...reporting(job, run, begun),
    apiCalls: org.apiCalls(),
    callsADay: limits.allowed,
  });
  warnOf(job.log, report);
  return { report, planned };
}

/** What a report is made of, but for the calls. */
function reporting(
  job: Job,
  { runId, folder, staging, state }: Run,
  begun: number,
): Omit<Reporting, 'apiCalls' | 'callsADay'> {
  const { maxQuietHours } = job.config;
  const oldest = oldestKept(job);
  return { runId, folder, staging, state, begun, now: job.now(), maxQuietHours, oldestKept: oldest };
}

/** Says what the run has met and doesn't know, once whatever number of events it is in, and which zone is quiet. */
function warnOf(log: Log, { unknown, quiet }: Report): void {
  for (const one of quiet) log.warn(one, quietText(one));
  for (const one of unknown) log.warn(one, `${unknownText(one)}; docs/SYNC.md tells what to do about it`);
}

/** No event of the report stands for these rows. */
function warnOfRefused(log: Log, rows: number): void {
  const what = 'the org has refused the zone or the differences of policies that no event changes';
  if (rows > 0) log.warn({ rows }, `${what}; a run that looks at them tries again`);
}

/** API calls of this run, including those before it was stopped. */
export const callsSoFar = ({ staging, org }: Run): number => callsBefore(staging) + org.apiCalls();

/** Kept events from before this moment (ISO 8601 UTC) are dropped. */
const oldestKept = ({ config, now }: Job): string =>
  new Date(now() - config.keepUnmatchedDays * DAY_MS).toISOString();

/**
 * read, check, stage: every line of the feed becomes a staged event or a reject; events kept from earlier runs are added;
 * superseded events are marked. Throws FEED, TOO_MANY_REJECTS.
 */
export async function readCheckStage(job: Job, run: Run): Promise<void> {
  const { config, log, signal, progress } = job;
  const { runId, folder, feed, staging, state } = run;
  if (feed.spooled && !existsSync(feed.path)) {
    progress.begin('bytes in', 0);
    await spoolStdin(feed.path, signal, progress.advance);
  }

  progress.begin('read', 0);
  const check = lineChecker(state, job.now());
  const stager = openLineStager(staging, join(folder, REJECTS_FILE), checkAgain);
  for await (const { file, lines } of readFeed(feed, runId, signal)) {
    const checked = readingAtOnce(state.db, () =>
      lines.map((line) => ({ number: line.number, checked: check(line) })),
    );
    stager.add(file, checked);
    progress.advance(lines.length);
  }
  const rejects = stager.end();
  const { read, rejected } = linesOf(staging);
  log.info({ runId, read, rejected }, 'feed read');
  mustStayBelow('TOO_MANY_REJECTS', rejected, read, config.maxRejects, rejects);

  const oldest = oldestKept(job);
  stageKept(
    staging,
    feed.live === true ? keptEventsOf(state, oldest, stagedSubjects(staging)) : keptEvents(state, oldest),
  );
  const steps = [indexSubjects, supersedeOlder, endReading];
  progress.begin('sort', steps.length);
  for (const step of steps) {
    step(staging);
    progress.advance(1);
  }
}

/**
 * match, plan: every staged event gets its outcome or waits for its row. Throws TOO_MANY_UNMATCHED when feed and org don't
 * seem to belong together.
 */
export async function matchPlan(job: Job, run: Run): Promise<void> {
  const { config, progress } = job;
  const { staging } = run;
  const { plan, matching } = await openMatching(job, run);
  const shown = { ...matching, onStep: progress.begin, onRecords: progress.advance };
  for (const target of TARGETS)
    for await (const batch of matchSubjects(target, shown)) {
      plan(batch);
      progress.advance(batch.count);
    }
  const { read } = linesOf(staging);
  mustStayBelow('TOO_MANY_UNMATCHED', countUnmatched(staging), read, config.maxUnmatched, null);
}

/** What matching and planning work with. Matching tells nobody how far it is. */
async function openMatching({ config, signal, now }: Job, { staging, state, org }: Run): Promise<Opened> {
  const countries = await countryCodes(org, config);
  const labels = await picklistLabels(org, addedFields(config));
  const listed = [
    ...[...countries].map(([field, codes]) => [field, ...codes]),
    ...[...labels].map(([field, texts]) => [field, ...texts]),
  ];
  // What is settled is so by the rules, settings and lists that it was planned by.
  const rules = state
    .hash(JSON.stringify([rulesVersion(), planningSettings(config), listed]))
    .toString('hex');
  const none = (): void => undefined;
  return {
    plan: subjectPlanner({ staging, state, config, countries, check: checkAgain }),
    matching: {
      ...{ staging, state, org, config, signal, rules, labels },
      ...{ check: checkAgain, now: now(), onStep: none, onRecords: none },
    },
  };
}

interface Opened {
  readonly plan: (batch: MatchedBatch) => void;
  readonly matching: Matching;
}

/** How often events are matched at most: once, and once more when their record has disappeared since. */
const MATCH_ROUNDS = 2;

/**
 * Matches and plans again the events whose record was deleted or merged after it was matched: the record that has the number
 * now gets them, else they are unmatched. Returns whether there were any.
 */
async function matchAgainPlan(job: Job, run: Run, target: Target, look: number): Promise<boolean> {
  const { log } = job;
  const { staging } = run;
  const rows = resetGone(staging, target);
  if (countSubjects(staging, target) === 0) return false;
  log.info({ object: target, rows }, 'records have gone since they were matched, looked up again');
  const { plan, matching } = await openMatching(job, run);
  const match = look <= MATCH_ROUNDS ? matchAgain : matchNothing;
  for await (const batch of match(target, matching)) plan(batch);
  return true;
}
