import { setTimeout as sleep } from 'node:timers/promises';
import { SyncError } from '../errors.ts';
import type { Job } from '../job.ts';
import { openAuthorization, type SecretFiles } from '../listen/authorization.ts';
import { dropRuns } from '../listen/dropRuns.ts';
import { healthHandler } from '../listen/health.ts';
import { inboxWriter } from '../listen/inboxWriter.ts';
import { liveOrg } from '../listen/liveOrg.ts';
import { rateLimit } from '../listen/rate.ts';
import { EVENTS_PATH, receiver } from '../listen/receiver.ts';
import { listenAt, mustBePrivate, type Place } from '../listen/server.ts';
import { smallRuns } from '../listen/smallRuns.ts';
import { openTallies } from '../listen/tallies.ts';
import type { Notifier } from '../notify/notifier.ts';
import { reportError } from '../report/errors.ts';
import { openInbox } from '../state/inbox.ts';
import { mustBeFolder, privateFolder, tighten } from '../state/ownFolder.ts';
import { unfinishedRun } from '../state/runs.ts';
import type { OpenOrg } from './openOrg.ts';
import { withStateToRead } from './stateFolder.ts';

/** What the command line says of `listen`. */
export interface ListenOptions extends SecretFiles {
  readonly port: number;
  readonly host: string;
  readonly healthPort?: number;
  readonly behindProxy: boolean;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
  readonly allowOrigin: readonly string[];
  /** Requests a minute. */
  readonly rate: number;
  /** Mebibytes of a body. */
  readonly maxBody: number;
  /** Events that may wait. */
  readonly inboxLimit: number;
  /** Seconds. */
  readonly every: number;
  readonly drop?: string;
}

/** Where a receiver listens, once it does. */
export interface ListeningAt {
  readonly events: string;
  readonly health: string;
}

const MIB = 1_048_576;

/** Of all bodies that arrive at a time. */
const BODIES_TOGETHER = 48 * MIB;

/** Bytes that an event of the inbox may take on average. */
const BYTES_PER_EVENT = 4096;

/** A small run that is going on when the process has to end gets so many seconds. */
const GRACE_SECONDS = 20;

/** The command line of the runs of a drop folder. */
export interface DropCommand {
  readonly script: string;
  readonly options: readonly string[];
}

/**
 * `listen`: takes events over HTTP and brings them in by small runs, until `stop` is aborted. `onListening` is called once
 * requests are taken. The job's own signal is another: it ends a small run that takes too long to end by itself.
 */
export async function listen(
  given: Job,
  stop: AbortSignal,
  stateDir: string,
  options: ListenOptions,
  open: (job: Job) => OpenOrg,
  dropCommand: DropCommand,
  onListening: (at: ListeningAt) => Promise<void>,
  notifier?: Notifier,
): Promise<void> {
  const place = placeOf(options);
  mustBePrivate(place, options.behindProxy);
  const authorization = openAuthorization(options);
  if (options.drop !== undefined) mustBeDropFolder(options.drop);
  mustBeFolder(stateDir);
  privateFolder(stateDir);
  tighten(stateDir);

  const hard = new AbortController();
  const job: Job = { ...given, signal: hard.signal, log: given.log.child({}, { level: 'warn' }) };
  const { log, now } = given;
  const inbox = openInbox(stateDir);
  function onError(error: unknown): void {
    reportError(error, log, hard.signal);
  }
  const limits = { events: options.inboxLimit, bytes: options.inboxLimit * BYTES_PER_EVENT };
  const writer = inboxWriter(inbox, limits, now, onError);
  const tallies = openTallies(now);
  const isEnding = (): boolean => stop.aborted;
  const handle = receiver({
    inbox: writer,
    authorization,
    terms: { origins: options.allowOrigin, rate: options.rate },
    limits: { one: options.maxBody * MIB, together: Math.max(BODIES_TOGETHER, options.maxBody * MIB) },
    takeTurn: rateLimit(options.rate, () => performance.now()).take,
    now,
    isEnding,
    onAnswer: tallies.answered,
    onError,
  });

  try {
    const health = await listenAt(
      { host: place.host, port: options.healthPort ?? (place.port === 0 ? 0 : place.port + 1) },
      healthHandler({ writer, tallies, now, isEnding }),
    );
    const events = await listenAt(place, handle).catch(async (error: unknown) => {
      await health.end();
      throw error;
    });
    const live = smallRuns({
      job,
      log,
      stateDir,
      inbox,
      writer,
      org: liveOrg(open(job), job.config, now),
      every: options.every,
      onRun: tallies.ran,
      onFailure: tallies.failed,
      ...(notifier && { notifier }),
    });
    const drop =
      options.drop === undefined
        ? undefined
        : dropRuns({
            ...dropCommand,
            folder: options.drop,
            log,
            every: options.every,
            keepDays: job.config.keepFeedsDays,
            isUnfinished: (path) =>
              withStateToRead(stateDir, (state) => unfinishedRun(state)?.feed.path === path),
            onFeed: tallies.dropped,
          });
    await onListening({ events: events.url + EVENTS_PATH, health: health.url });
    await aborted(stop);
    log.info({ signal: String(stop.reason) }, 'ending: no more requests are taken');
    const hung = sleep(GRACE_SECONDS * 1000, undefined, { ref: false }).then(() => {
      hard.abort(stop.reason);
    });
    await Promise.all([events.end(), live.end(), drop?.end()]);
    await health.end();
    void hung;
  } finally {
    inbox.close();
  }
}

function placeOf({ host, port, tlsCert, tlsKey }: ListenOptions): Place {
  if ((tlsCert === undefined) !== (tlsKey === undefined))
    throw new SyncError('USAGE', '--tls-cert and --tls-key belong together');
  return tlsCert === undefined || tlsKey === undefined
    ? { host, port }
    : { host, port, tls: { cert: tlsCert, key: tlsKey } };
}

function mustBeDropFolder(folder: string): void {
  try {
    mustBeFolder(folder);
    privateFolder(folder);
  } catch (error) {
    throw new SyncError('USAGE', `--drop ${folder} is no folder that can be used`, undefined, error);
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    else
      signal.addEventListener(
        'abort',
        () => {
          resolve();
        },
        { once: true },
      );
  });
}
