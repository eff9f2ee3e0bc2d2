import { setTimeout as sleep } from 'node:timers/promises';
import { runLive } from '../commands/runLive.ts';
import { endingOf, SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import type { Notifier } from '../notify/notifier.ts';
import { asSyncError, reportError } from '../report/errors.ts';
import type { Log } from '../report/log.ts';
import type { Report } from '../report/report.ts';
import type { Inbox } from '../state/inbox.ts';
import type { InboxWriter } from './inboxWriter.ts';
import type { LiveOrg } from './liveOrg.ts';

/** What small runs work with. */
export interface SmallRunning {
  readonly job: Job;
  readonly log: Log;
  readonly stateDir: string;
  readonly inbox: Inbox;
  readonly writer: InboxWriter;
  readonly org: LiveOrg;
  /** Seconds between looks for waiting events. */
  readonly every: number;
  readonly onRun: (report: Report) => void;
  readonly onFailure: (code: string) => void;
  /** Told of runs with faults, and of failures that last. */
  readonly notifier?: Notifier;
}

/** Small runs that come by themselves while events wait. */
export interface SmallRuns {
  /** Starts no more of them. Resolves when none is going on. */
  readonly end: () => Promise<void>;
}

/** Between two small runs, in seconds: `run`, `resume` and `forget` get the state folder then. */
const BREATH = 1;

/** After failures the next try waits twice as long each time, this many seconds at most. */
const LONGEST_WAIT = 600;

/** So many failures in a row are told: an org that doesn't answer for a moment is nobody's concern. */
const TOLD_FAILURES = 3;

/** Errors after which the session is not to be trusted. */
const OF_THE_SESSION: ReadonlySet<string> = new Set(['LOGIN', 'SESSION_ENDED', 'ORG_GONE', 'NOT_READY']);

export function smallRuns(running: SmallRunning): SmallRuns {
  const { log, writer, every } = running;
  const ending = new AbortController();
  const { signal } = ending;
  let failures = 0;

  async function keepRunning(): Promise<void> {
    while (!signal.aborted) {
      const wait = await oneRun();
      await sleep(wait * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Returns the seconds until the next look. */
  async function oneRun(): Promise<number> {
    writer.recount();
    if (writer.size().events === 0) return every;
    try {
      const report = await runLive(running.job, running.stateDir, running.inbox, running.org.open);
      failures = 0;
      writer.recount();
      if (!report) return every;
      tell(log, report);
      running.onRun(report);
      await running.notifier?.finished(report);
      return writer.size().events > 0 ? Math.min(every, BREATH) : every;
    } catch (error) {
      return await afterFailure(error);
    }
  }

  async function afterFailure(error: unknown): Promise<number> {
    if (signal.aborted) return 0;
    const code = error instanceof SyncError ? error.code : 'UNEXPECTED';
    // A night's run has the state folder: the events wait for its end.
    if (code === 'STATE_LOCKED') return every;
    failures += 1;
    const wait = Math.min(every * 2 ** failures, LONGEST_WAIT);
    const waiting = writer.size().events;
    running.onFailure(code);
    if (OF_THE_SESSION.has(code) || !(error instanceof SyncError)) running.org.drop();
    if (error instanceof SyncError)
      log.warn(
        { code, next: error.next, waiting, seconds: Math.round(wait) },
        `${error.message}; the events wait, trying again`,
      );
    else reportError(error, log, running.job.signal);
    if (failures >= TOLD_FAILURES)
      await running.notifier?.ended(endingOf(asSyncError(error, running.job.signal)));
    return wait;
  }

  const kept = keepRunning();
  return {
    end: () => {
      ending.abort();
      return kept;
    },
  };
}

function tell(log: Log, { runId, read, changed, rowsWritten, apiCalls, seconds, newestEvent }: Report): void {
  log.info({ runId, read, changed, rowsWritten, apiCalls, seconds, newestEvent }, 'small run finished');
}
