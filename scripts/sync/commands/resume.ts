import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { Config } from '../config/config.ts';
import { planningSettings, settingsChanged } from '../config/settings.ts';
import { SyncError } from '../errors.ts';
import { withThresholds, type Job } from '../job.ts';
import type { Org } from '../org/org.ts';
import type { Report } from '../report/report.ts';
import { resetUnwritten } from '../staging/replanning.ts';
import { openStaging } from '../staging/staging.ts';
import { removeOldReports } from '../state/cleanUp.ts';
import { belongTo } from '../state/ownOrg.ts';
import { privateFolder } from '../state/ownFolder.ts';
import { removeStaged, runFolder, STAGING_FILE } from '../state/runFiles.ts';
import {
  mustBeStaged,
  replanRun,
  setPhase,
  unfinishedRun,
  type Phase,
  type RunEntry,
} from '../state/runs.ts';
import type { StateStore } from '../state/store.ts';
import { giveUpJobs } from '../write/writeRows.ts';
import { runToEnd } from './runToEnd.ts';
import { readyOrg, type OpenOrg } from './openOrg.ts';
import { withState } from './stateFolder.ts';

/**
 * `resume`: continues the run that was stopped; undefined when there is none. Throws CONFIG_CHANGED when the run was planned
 * with other settings, unless `replan` asks to plan again what isn't written yet.
 */
export function resumeRun(
  job: Job,
  stateDir: string,
  open: OpenOrg,
  replan = false,
  patience?: number,
): Promise<Report | undefined> {
  return withState(
    stateDir,
    async (state) => {
      removeOldReports(stateDir, state, job.config.keepReportsDays, job.now());
      const entry = unfinishedRun(state);
      if (!entry) return undefined;
      const folder = runFolder(stateDir, entry.runId);
      if (entry.phase === 'reading' && entry.feed.spooled && !existsSync(entry.feed.path)) {
        setPhase(state, entry.runId, 'discarded');
        removeStaged(folder);
        throw new SyncError('STDIN_GONE', entry.runId);
      }
      mustBeStaged(entry, stateDir);
      mustHaveFeed(entry);
      if (!replan) mustBeSameSettings(entry, job.config);
      privateFolder(folder);
      const org = await readyOrg(open, job.config, 'resume', (organization) => {
        belongTo(state, stateDir, organization);
      });
      const resumed = withThresholds(job, entry.settings?.thresholds);
      const phase = replan ? await resetForReplan(job, { state, org, folder, entry }) : entry.phase;
      return runToEnd(resumed, state, org, folder, { ...entry, phase }).catch(feedAgain);
    },
    patience,
  );
}

/** A feed that is refused when it is read again ends the run: only `run` has the options to mend it. */
function feedAgain(error: unknown): never {
  if (!(error instanceof SyncError) || error.code !== 'FEED') throw error;
  throw error.with(`${error.next}, then feed it again with \`npm run -s sync -- run\`: this run is given up`);
}

function mustBeSameSettings({ runId, settings }: RunEntry, config: Config): void {
  const changed = settings ? settingsChanged(settings.settings, planningSettings(config)) : [];
  if (changed.length > 0)
    throw new SyncError('CONFIG_CHANGED', `${runId}\n${changed.map((one) => `- ${one}`).join('\n')}`);
}

interface ToTakeBack {
  readonly state: StateStore;
  readonly org: Org;
  readonly folder: string;
  readonly entry: RunEntry;
}

/**
 * Undoes what a stopped run has planned but not written, its Bulk jobs first, and stores the settings for planning again.
 * Returns the phase to continue from.
 */
async function resetForReplan(
  { config, log, signal }: Job,
  { state, org, folder, entry }: ToTakeBack,
): Promise<Phase> {
  const { runId, phase, settings } = entry;
  const now = { settings: planningSettings(config), thresholds: settings?.thresholds ?? {} };
  const isWriting = phase === 'writing' || phase === 'replanning';
  if (phase !== 'reading') {
    const staging = openStaging(join(folder, STAGING_FILE));
    try {
      await giveUpJobs({ staging, org, config, log, folder, signal });
      resetUnwritten(staging);
    } finally {
      staging.close();
    }
  }
  const next = isWriting ? 'replanning' : phase;
  replanRun(state, runId, next, now);
  return next;
}

/** Throws FEED when the feed that must be read again is missing. The run stays, to be resumed later. */
function mustHaveFeed({ phase, feed }: RunEntry): void {
  if (phase !== 'reading' || existsSync(feed.path)) return;
  throw new SyncError(
    'FEED',
    `${feed.path} doesn't exist any more, and the stopped run had not read it to its end`,
    'Put it back and continue with `npm run -s sync -- resume`, or give the run up with `resume --discard`',
  );
}
