import type { RecordedRun } from '../org/runRecord.ts';
import { deleteRun, runEntry, finishRun, saveRun, type RunEntry, type RunFeed } from './runs.ts';
import type { StateStore } from './store.ts';

const PREFIX = 'live-';

/** All small runs that started in an hour: one entry here, one record in the org. */
export interface HourEntry {
  readonly key: string;
  /** When the hour began: ISO 8601 UTC. */
  readonly started: string;
  readonly feed: RunFeed;
  /** The sum of its reports, as JSON. */
  readonly report: string;
}

interface ToRecord extends Pick<RunEntry, 'runId' | 'started'> {
  readonly feed: Pick<RunFeed, 'live'>;
}

/** How the org knows a run. */
export function recordedAs({ runId, started, feed }: ToRecord): RecordedRun {
  if (feed.live !== true) return { key: runId, started, kind: 'Feed' };
  const hour = started.slice(0, 'YYYY-MM-DDTHH'.length);
  return { key: `${PREFIX}${hour.replaceAll('-', '')}Z`, started: `${hour}:00:00.000Z`, kind: 'Live' };
}

/** The report of an hour's small runs so far, as JSON. */
export const hourReport = (state: StateStore, key: string): string | null =>
  runEntry(state, key)?.report ?? null;

/** Hours are kept for so many days: the org has their records, and every run looks through all entries. */
const HOURS_KEPT_DAYS = 30;
const DAY_MS = 24 * 60 * 60 * 1000;

/** Stores an hour in place of what it was, and drops those that are too old. */
export function saveHour(
  state: StateStore,
  { key, started, feed, report }: HourEntry,
  finished: string,
): void {
  deleteRun(state, key);
  const oldest = new Date(Date.parse(finished) - HOURS_KEPT_DAYS * DAY_MS).toISOString();
  state.db.prepare("DELETE FROM run WHERE run_id LIKE 'live-%' AND started < ?").run(oldest);
  saveRun(state, { runId: key, started, phase: 'finished', feed, settings: null });
  finishRun(state, key, finished, report);
}

/** Whether the entry stands for an hour and not for a small run of its own. */
export const isHour = ({ runId }: RunEntry): boolean => runId.startsWith(PREFIX);
