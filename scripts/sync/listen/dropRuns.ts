import { spawn } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT } from '../errors.ts';
import type { Log } from '../report/log.ts';
import { arrivedFeeds, putAside, removeOld, type Arrived } from './dropFolder.ts';

/** How feeds of the drop folder are run. */
export interface DropRunning {
  readonly folder: string;
  readonly log: Log;
  /** Seconds between looks. */
  readonly every: number;
  /** Days that feeds are kept after their run. */
  readonly keepDays: number;
  /** The job's command line for a feed, without `run` and the feed: script and options. */
  readonly script: string;
  readonly options: readonly string[];
  /** Whether the state folder holds an unfinished run of this feed. */
  readonly isUnfinished: (path: string) => Promise<boolean>;
  readonly onFeed: (result: 'done' | 'failed') => void;
}

/** Runs of feeds, one at a time, until they are ended. */
export interface DropRuns {
  readonly end: () => Promise<void>;
}

/** Errors that are the feed's own: it would be refused again. All others pass or are somebody else's. */
const OF_THE_FEED: ReadonlySet<string> = new Set(['FEED', 'TOO_MANY_REJECTS', 'TOO_MANY_UNMATCHED']);

/** After an error that is not the feed's, in seconds. */
const RETRY_SECONDS = 300;

/**
 * Runs the feeds that arrive in a folder, each in a process of its own, as `run --resume-first` would: a night's feed takes
 * long, and senders get their answers meanwhile.
 */
export function dropRuns(running: DropRunning): DropRuns {
  const { folder, log, every } = running;
  const ending = new AbortController();
  const { signal } = ending;
  const looks = new Map<string, string>();

  async function keepLooking(): Promise<void> {
    while (!signal.aborted) {
      const seconds = await once().catch((error: unknown) => {
        log.warn(
          { reason: error instanceof Error ? error.name : 'error' },
          'the drop folder can not be used',
        );
        return RETRY_SECONDS;
      });
      await sleep(seconds * 1000, undefined, { signal }).catch(() => undefined);
    }
  }

  /** Returns the seconds until the next look. */
  async function once(): Promise<number> {
    removeOld(folder, running.keepDays, Date.now());
    for (const feed of await arrivedFeeds(folder)) {
      const isStill = looks.get(feed.path) === feed.look;
      looks.set(feed.path, feed.look);
      if (!isStill) continue;
      if (signal.aborted) return 0;
      if (!(await take(feed))) return RETRY_SECONDS;
      looks.delete(feed.path);
    }
    return every;
  }

  /** Returns false when the feed has to be run again. */
  async function take(feed: Arrived): Promise<boolean> {
    const how = (await running.isUnfinished(feed.path))
      ? ['resume']
      : ['run', '--feed', feed.path, '--resume-first'];
    const { exit, code } = await runJob([running.script, ...how, ...running.options], signal);
    const isDone = exit === EXIT.finished || exit === EXIT.withFaults;
    if (!isDone && !(code !== undefined && OF_THE_FEED.has(code))) {
      if (!signal.aborted) log.warn({ exit, code }, 'the feed of the drop folder waits, trying again');
      return false;
    }
    putAside(folder, feed, isDone);
    running.onFeed(isDone ? 'done' : 'failed');
    log.info({ exit, code }, isDone ? 'feed of the drop folder done' : 'feed of the drop folder failed');
    return true;
  }

  const looking = keepLooking();
  return {
    end: () => {
      ending.abort();
      return looking;
    },
  };
}

/** Runs the job; a signal to end makes it stop at its next safe place. `code`: that of its error. */
function runJob(
  args: readonly string[],
  signal: AbortSignal,
): Promise<{ readonly exit: number | null; readonly code: string | undefined }> {
  const child = spawn(process.execPath, [...process.execArgv, ...args], {
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let last = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    process.stderr.write(text);
    last = (last + text).slice(-4000);
  });
  function stop(): void {
    child.kill('SIGTERM');
  }
  signal.addEventListener('abort', stop, { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (exit) => {
      signal.removeEventListener('abort', stop);
      resolve({ exit, code: /"code":"([A-Z_]+)"[^\n]*\n?$/.exec(last)?.[1] });
    });
  });
}
