import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import type { Config } from '../config/config.ts';
import { EXIT, SyncError } from '../errors.ts';
import type { Job, Run } from '../job.ts';
import type { Org } from '../org/org.ts';
import { queryTogether, soqlText } from '../org/query.ts';
import { remainingLimits } from '../org/limits.ts';
import { plannedLoads, plannedWork, type PlannedWork } from '../plan/cost.ts';
import { matchAndPlan } from '../plan/matchAndPlan.ts';
import { TARGETS } from '../plan/plan.ts';
import { fittingWays } from '../plan/ways.ts';
import { readAndStage } from '../read/readAndStage.ts';
import { spoolStdin } from '../read/spool.ts';
import { account, peakRssMb, type Report } from '../report/report.ts';
import { chosen, noteWays } from '../report/ways.ts';
import { writeFailures } from '../report/failures.ts';
import { openStaging } from '../stage/staging.ts';
import { nextRows, type Row } from '../write/rowsToWrite.ts';
import { readyOrg } from './ready.ts';
import { mustBeFinished } from './run.ts';
import { removeStaged, SPOOL_FILE, STAGING_FILE, withStateToRead } from './stateFolder.ts';

/** A plan that was stopped has left nothing to resume. */
const AGAIN = 'Start again with `npm run -s sync -- plan`';

/** What `plan` tells: the report that a run would give, and what it would write. */
export interface PlanReport extends Report {
  readonly planned: PlannedWork;
  /** With --values only: each row with its old and new values, which are personal data. */
  readonly values?: readonly PlannedRow[];
}

interface PlannedRow {
  readonly object: string;
  readonly record: string;
  readonly fields: Readonly<Record<string, { readonly from: unknown; readonly to: unknown }>>;
}

/** `plan`: everything but writing. Neither the org nor the state folder changes; rejects go to a temporary folder. */
export function planFeed(
  job: Job,
  stateDir: string,
  feed: string,
  withValues: boolean,
  open: () => Promise<Org>,
): Promise<PlanReport> {
  return withStateToRead(stateDir, async (state) => {
    mustBeFinished(state);
    const org = await readyOrg(open, job.config, 'plan');
    const begun = performance.now();
    const folder = mkdtempSync(join(tmpdir(), 'cuzo-plan-'));
    const staging = openStaging(join(folder, STAGING_FILE));
    try {
      const source =
        feed === '-'
          ? { path: join(folder, SPOOL_FILE), spooled: true }
          : { path: resolve(feed), spooled: false };
      if (source.spooled) await spoolStdin(source.path, job);
      const started = new Date(job.now()).toISOString();
      const run: Run = { runId: 'plan', started, folder, feed: source, staging, state, org };
      const rejects = await readAndStage(job, run);
      await matchAndPlan(job, run);
      const loads = plannedLoads(staging);
      const ways = fittingWays(loads, await remainingLimits(org), job.config);
      noteWays(staging, loads, ways);
      const planned = plannedWork(staging, loads, ways, job.config);
      const values = withValues ? await plannedValues(run, job.config) : undefined;
      const failures = writeFailures(staging, state, join(folder, 'failures.ndjson'));
      return {
        runId: run.runId,
        ...account(staging),
        apiCalls: org.apiCalls(),
        seconds: Number(((performance.now() - begun) / 1000).toFixed(1)),
        peakRssMb: peakRssMb(),
        ...chosen(staging),
        rejects,
        failures,
        planned,
        ...(values ? { values } : {}),
      };
    } catch (error) {
      throw error instanceof SyncError && error.exit === EXIT.stopped ? error.with(AGAIN) : error;
    } finally {
      job.progress.end();
      staging.close();
      removeStaged(folder);
    }
  });
}

async function plannedValues({ staging, org }: Run, config: Config): Promise<readonly PlannedRow[]> {
  const planned: PlannedRow[] = [];
  for (const object of TARGETS) {
    let last: Row | undefined;
    for (;;) {
      const next = nextRows(staging, object, 'planned', last, { count: config.rowsPerRequest }, config);
      if (next.length === 0) break;
      const views = await oldViews(org, next, config);
      for (const { id, fields, record } of next) {
        const before: Readonly<Record<string, unknown>> = {
          ...record.fields,
          [config.roles.view]: views.get(id),
        };
        const entries = Object.entries(fields).map(([name, to]) => [
          name,
          { from: before[name] ?? null, to },
        ]);
        planned.push({ object, record: id, fields: Object.fromEntries(entries) as PlannedRow['fields'] });
      }
      last = next.at(-1);
    }
  }
  return planned;
}

/** The view documents that rows replace, by record id: too large to be read with every look-up. */
async function oldViews(
  org: Org,
  rows: readonly Row[],
  { roles }: Config,
): Promise<ReadonlyMap<string, unknown>> {
  const ids = rows.filter(({ fields }) => roles.view in fields).map(({ id }) => soqlText(id));
  if (ids.length === 0) return new Map();
  const soql = `SELECT Id, ${roles.view} FROM InsurancePolicy WHERE Id IN (${ids.join(',')})`;
  const records = await queryTogether(org, [soql]);
  return new Map(records.map((record) => [String(record.Id), record[roles.view]]));
}
