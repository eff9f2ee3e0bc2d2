import { join, resolve } from 'node:path';
import type { Settings } from '../config/settings.ts';
import type { Thresholds } from '../config/thresholds.ts';
import { SyncError } from '../errors.ts';
import { whyUnusable } from '../staging/reading.ts';
import { runFolder, SPOOL_FILE, STAGING_FILE } from './runFiles.ts';
import type { StateStore } from './store.ts';

/**
 * reading: the feed may be read again from its start. planning, writing: continue from what is staged. replanning: the
 * unwritten part of a run that was writing is being planned again.
 */
export type Phase = 'reading' | 'planning' | 'replanning' | 'writing' | 'finished' | 'discarded';

/** Where a run's events come from: `path` of a file, a folder, or the copy of standard input. */
export interface RunFeed {
  readonly path: string;
  readonly spooled: boolean;
  /** Standard input is read directly, once: `path` names no file. */
  readonly direct?: boolean;
  /** A folder without a feed counts as an empty feed. */
  readonly allowEmpty?: boolean;
  /** `path` is the inbox: the events that were taken over HTTP and given to this run. */
  readonly live?: boolean;
}

/**
 * The feed on a command line: a file, a folder, or `-` for standard input; and whether a folder without a feed counts as an
 * empty one.
 */
export interface FeedOptions {
  readonly feed: string;
  readonly allowEmpty: boolean;
}

/** The feed of a command line; standard input is copied into the run's folder. */
export function feedFrom({ feed, allowEmpty }: FeedOptions, folder: string): RunFeed {
  return feed === '-'
    ? { path: join(folder, SPOOL_FILE), spooled: true }
    : { path: resolve(feed), spooled: false, allowEmpty };
}

/** The same for a command that reads the feed once, so that standard input isn't copied. */
export const feedToReadOnce = (options: FeedOptions): RunFeed =>
  options.feed === '-' ? { path: '-', spooled: false, direct: true } : feedFrom(options, '');

/** What a run was started with: the settings that its plan depends on, and the thresholds of its command line. */
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
  /** Null for a run of an earlier version. */
  readonly settings: RunSettings | null;
  /** The report as JSON, once the run is finished. */
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

/** Stores the settings that the run is planned with from now on, and its next phase. */
export function replanRun(state: StateStore, runId: string, phase: Phase, settings: RunSettings): void {
  state.db
    .prepare('UPDATE run SET phase = ?, settings = ? WHERE run_id = ?')
    .run(phase, JSON.stringify(settings), runId);
}

/** Whether rows of the run may be in the org already, so that it can't be refused any more. */
export function mayHaveWritten(state: StateStore, runId: string): boolean {
  const phase = state.db.prepare('SELECT phase FROM run WHERE run_id = ?').get(runId)?.phase as Phase;
  return phase === 'writing' || phase === 'replanning';
}

export function setPhase(state: StateStore, runId: string, phase: Phase): void {
  state.db.prepare('UPDATE run SET phase = ? WHERE run_id = ?').run(phase, runId);
}

/** Stores the report of a run, as JSON, and ends the run. `finished` is ISO 8601 UTC. */
export function finishRun(state: StateStore, runId: string, finished: string, report: string): void {
  state.db
    .prepare("UPDATE run SET phase = 'finished', finished = ?, report = ? WHERE run_id = ?")
    .run(finished, report, runId);
}

/** Forgets a run. */
export function deleteRun(state: StateStore, runId: string): void {
  state.db.prepare('DELETE FROM run WHERE run_id = ?').run(runId);
}

/** Throws UNFINISHED when there is an unfinished run, STAGED_GONE when it can't be resumed either. */
export function mustBeFinished(state: StateStore, stateDir: string): void {
  const open = unfinishedRun(state);
  if (!open) return;
  mustBeStaged(open, stateDir);
  throw new SyncError('UNFINISHED', open.runId);
}

/** Throws STAGED_GONE when a run past reading has lost its staged data, or another version of the job has staged it. */
export function mustBeStaged({ runId, phase }: RunEntry, stateDir: string): void {
  if (phase === 'reading') return;
  const why = whyUnusable(join(runFolder(stateDir, runId), STAGING_FILE));
  if (why !== undefined) throw new SyncError('STAGED_GONE', `${runId}: ${why}`);
}

/** The run that was started and not ended, if any. */
export function unfinishedRun(state: StateStore): RunEntry | undefined {
  return entries(state, "WHERE phase NOT IN ('finished', 'discarded')")[0];
}

/** A run by its id. */
export function runEntry(state: StateStore, runId: string): RunEntry | undefined {
  return entries(state, 'WHERE run_id = ?', 1, runId)[0];
}

/** The last run of a feed that finished. The small runs of `listen` and their hours are no such run. */
export function lastFinished(state: StateStore): RunEntry | undefined {
  const where = "WHERE phase = 'finished' AND coalesce(feed ->> 'live', 0) = 0";
  return entries(state, where)[0];
}

/** Whether the run has ended, in whatever way. */
export const isOver = ({ phase }: RunEntry): boolean => phase === 'finished' || phase === 'discarded';

/** The latest runs, newest first. */
export function latestRuns(state: StateStore, count: number): readonly RunEntry[] {
  return entries(state, '', count);
}

export function allRuns(state: StateStore): readonly RunEntry[] {
  return entries(state, '', -1);
}

function entries(
  state: StateStore,
  where: string,
  count = 1,
  ...values: readonly string[]
): readonly RunEntry[] {
  return state.db
    .prepare(`SELECT * FROM run ${where} ORDER BY started DESC, run_id DESC LIMIT ?`)
    .all(...values, count)
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
