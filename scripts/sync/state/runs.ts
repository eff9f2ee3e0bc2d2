import { join, resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Thresholds } from '../config/thresholds.ts';
import { SyncError } from '../errors.ts';
import { whyUnusable } from '../staging/reading.ts';
import { runFolder, SPOOL_FILE, STAGING_FILE } from './runFiles.ts';
import type { StateStore } from './store.ts';

/**
 * reading: may be read again from its start. planning, writing: go on from what is staged. replanning: planning anew what
 * isn't written of a run that was writing.
 */
export type Phase = 'reading' | 'planning' | 'replanning' | 'writing' | 'finished' | 'discarded';

/** Where a run's events come from: `path` of a file or folder, or of the copy of standard input. */
export interface RunFeed {
  readonly path: string;
  readonly spooled: boolean;
  /** Standard input itself, which can be read once: `path` names no file. */
  readonly direct?: boolean;
  /** A folder without a feed is taken for an empty one. */
  readonly allowEmpty?: boolean;
}

/** What a command line says of its feed: a file, a folder, or `-`; whether a folder without a feed may pass for an empty one. */
export interface FeedOptions {
  readonly feed: string;
  readonly allowEmpty: boolean;
}

/** The feed that a command line names; standard input is copied into the run's folder. */
export function feedFrom({ feed, allowEmpty }: FeedOptions, folder: string): RunFeed {
  return feed === '-'
    ? { path: join(folder, SPOOL_FILE), spooled: true }
    : { path: resolve(feed), spooled: false, allowEmpty };
}

/** The same for a command that reads it once: nothing of standard input is copied. */
export const feedToReadOnce = (options: FeedOptions): RunFeed =>
  options.feed === '-' ? { path: '-', spooled: false, direct: true } : feedFrom(options, '');

/** What a run was begun with: the settings that it is planned by, and the thresholds of its command line. */
export interface RunSettings {
  readonly settings: Settings;
  readonly thresholds: Thresholds;
}

export interface RunEntry {
  readonly runId: string;
  /** ISO 8601 UTC. */
  readonly started: string;
  readonly finished: string | null;
  readonly phase: Phase;
  readonly feed: RunFeed;
  /** Null of a run of an earlier version. */
  readonly settings: RunSettings | null;
  /** The report as JSON, once it is finished. */
  readonly report: string | null;
}

export function saveRun(
  state: StateStore,
  run: Pick<RunEntry, 'runId' | 'started' | 'phase' | 'feed' | 'settings'>,
): void {
  state.db
    .prepare('INSERT INTO run (run_id, started, phase, feed, settings) VALUES (?, ?, ?, ?, ?)')
    .run(run.runId, run.started, run.phase, JSON.stringify(run.feed), JSON.stringify(run.settings));
}

/** Notes that the run is planned by other settings from here on, and what comes next. */
export function replanRun(state: StateStore, runId: string, phase: Phase, settings: RunSettings): void {
  state.db
    .prepare('UPDATE run SET phase = ?, settings = ? WHERE run_id = ?')
    .run(phase, JSON.stringify(settings), runId);
}

/** Whether rows of the run may be in the org already: it can't be refused any more. */
export function mayHaveWritten(state: StateStore, runId: string): boolean {
  const phase = state.db.prepare('SELECT phase FROM run WHERE run_id = ?').get(runId)?.phase as Phase;
  return phase === 'writing' || phase === 'replanning';
}

export function setPhase(state: StateStore, runId: string, phase: Phase): void {
  state.db.prepare('UPDATE run SET phase = ? WHERE run_id = ?').run(phase, runId);
}

/** Files the report of a run, as JSON, and ends it. `finished` is ISO 8601 UTC. */
export function finishRun(state: StateStore, runId: string, finished: string, report: string): void {
  state.db
    .prepare("UPDATE run SET phase = 'finished', finished = ?, report = ? WHERE run_id = ?")
    .run(finished, report, runId);
}

/** UNFINISHED when a run was begun and not ended; STAGED_GONE when it can't go on either. */
export function mustBeFinished(state: StateStore, stateDir: string): void {
  const open = unfinishedRun(state);
  if (!open) return;
  mustBeStaged(open, stateDir);
  throw new SyncError('UNFINISHED', open.runId);
}

/** STAGED_GONE when a run that was past reading has lost what it had staged, or another version of the job has staged it. */
export function mustBeStaged({ runId, phase }: RunEntry, stateDir: string): void {
  if (phase === 'reading') return;
  const why = whyUnusable(join(runFolder(stateDir, runId), STAGING_FILE));
  if (why !== undefined) throw new SyncError('STAGED_GONE', `${runId}: ${why}`);
}

/** The run that was begun and not ended, if any. */
export function unfinishedRun(state: StateStore): RunEntry | undefined {
  return entries(state, "WHERE phase NOT IN ('finished', 'discarded')")[0];
}

/** Whether the run has come to its end, one way or the other. */
export const isOver = ({ phase }: RunEntry): boolean => phase === 'finished' || phase === 'discarded';

/** The latest runs, newest first. */
export function latestRuns(state: StateStore, count: number): readonly RunEntry[] {
  return entries(state, '', count);
}

export function allRuns(state: StateStore): readonly RunEntry[] {
  return entries(state, '', -1);
}

function entries(state: StateStore, where: string, count = 1): readonly RunEntry[] {
  return state.db
    .prepare(`SELECT * FROM run ${where} ORDER BY started DESC, run_id DESC LIMIT ?`)
    .all(count)
    .map((row) => ({
      runId: row.run_id as string,
      started: row.started as string,
      finished: row.finished as string | null,
      phase: row.phase as Phase,
      feed: JSON.parse(row.feed as string) as RunFeed,
      settings: JSON.parse((row.settings ?? 'null') as string) as RunSettings | null,
      report: row.report as string | null,
    }));
}
