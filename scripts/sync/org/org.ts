import { Connection } from 'jsforce/lib/connection.js';
import { SyncError } from '../errors.ts';
import { mustGoOn, pause } from '../signals.ts';
import { watchAnswers, type AnswerWatch } from './watchAnswers.ts';
import type { Login } from './login.ts';
import { TransientError, PermanentError } from './transientError.ts';
import { OrgRefusal } from './orgRefusal.ts';
import type { OnOrgMessage } from './keptError.ts';
import type { DayCalls } from './limitInfo.ts';
import { sendOnce } from './transport.ts';
import { receiveOnce, sendFileOnce, type Addressed, type Reading } from './transfer.ts';

export interface OrgOptions {
  /** `66.0`. */
  readonly apiVersion: string;
  /** Seconds to wait before each retry. */
  readonly waits: readonly number[];
  /** Timeout of one answer, in seconds. */
  readonly timeout: number;
  /** Timeout of an upload or a download, in seconds. */
  readonly transferTimeout: number;
  /** Ends waits early when the run has to stop. */
  readonly signal: AbortSignal;
  readonly onRetry: (reason: string, seconds: number) => void;
  /** Called with the org's own error messages. */
  readonly onOrgMessage: OnOrgMessage;
  /** Called once when this machine's clock is too far from the org's, with the difference: `3 days behind`. */
  readonly onClock: (fault: string) => void;
}

/** The org, as the job talks to it. Requests are retried, so each of them may reach the org more than once. */
export interface Org {
  /** `/services/data/v66.0` */
  readonly basePath: string;
  /** Address of the org: `https://...` without a path. */
  readonly instanceUrl: () => string;
  /** Called with the org's own error messages, which are never stored. */
  readonly onOrgMessage: OnOrgMessage;
  /** Calls made so far, as the org counts them. */
  readonly apiCalls: () => number;
  /** The day's calls by the newest answer; undefined when the org doesn't say. */
  readonly dayCalls: () => DayCalls | undefined;
  /**
   * Sends a request and returns its answer; `path` is absolute. Throws OrgRefusal, or SyncError ORG_GONE, SESSION_ENDED or
   * STOPPED.
   */
  readonly request: (
    method: 'GET' | 'POST' | 'PATCH' | 'DELETE',
    path: string,
    body?: unknown,
    headers?: Readonly<Record<string, string>>,
  ) => Promise<unknown>;
  /** The same without retries, also while the run is stopping: used to mark the run as stopped. */
  readonly tryOnce: Org['request'];
  /**
   * Uploads a CSV file without retries, because only the caller knows whether a second upload is safe. Throws as `tryOnce`
   * does; inside `retrying` the failures that may pass are retried.
   */
  readonly sendFile: (path: string, file: string) => Promise<void>;
  /** Reads an answer as it arrives; `read` starts again with every retry. */
  readonly receive: <T>(path: string, read: Reading<T>) => Promise<T>;
  /** Retries `work` as `request` retries requests: after a wait, with a new session. */
  readonly retrying: <T>(work: () => Promise<T>) => Promise<T>;
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Logs in and returns the org. Throws LOGIN or ORG_GONE when that fails. */
export async function openOrg(login: Login, options: OrgOptions): Promise<Org> {
  const watch = watchAnswers(options.onOrgMessage, options.onClock);
  const { listeners } = watch;
  async function connect(): Promise<Connection> {
    const { instanceUrl, accessToken } = await login.open(listeners);
    return new Connection({ instanceUrl, accessToken, version: options.apiVersion });
  }
  let connection = await withRetries(connect, options, watch).catch((error: unknown) => {
    throw withClock(error, watch);
  });
  let calls = 0;

  let renewing: Promise<void> | undefined;
  async function renewNow(): Promise<void> {
    if (!login.renewable) throw new SyncError('SESSION_ENDED', 'an access token alone can not be');
    connection = await connect().catch((error: unknown) => {
      throw isLoginFault(error) ? new SyncError('SESSION_ENDED', error.message, undefined, error) : error;
    });
  }
  /** Requests that were under way together find their session ended together; one login is enough for them. */
  async function renew(ended: Connection): Promise<void> {
    if (connection !== ended) return;
    renewing ??= renewNow().finally(() => {
      renewing = undefined;
    });
    await renewing;
  }

  const tryOnce: Org['request'] = (method, path, body, headers = {}) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    calls += 1;
    return sendOnce(
      connection,
      { method, url: path, headers: { ...JSON_BODY, ...headers }, ...sent },
      options.timeout,
      listeners,
    );
  };

  const retrying: Org['retrying'] = async (work) => {
    try {
      return await withRetries(
        async () => {
          const used = connection;
          try {
            return await work();
          } catch (error) {
            if (!isSessionFault(error)) throw error;
            await renew(used);
            return work();
          }
        },
        options,
        watch,
      );
    } catch (error) {
      throw isSessionFault(error)
        ? new SyncError('SESSION_ENDED', 'the org refuses the new one too', undefined, error)
        : error;
    }
  };

  function addressed(path: string): Addressed {
    calls += 1;
    const { instanceUrl, accessToken } = connection;
    return { instanceUrl, path, accessToken: accessToken ?? '', timeout: options.transferTimeout };
  }

  return {
    basePath: `/services/data/v${options.apiVersion}`,
    instanceUrl: () => connection.instanceUrl,
    onOrgMessage: options.onOrgMessage,
    apiCalls: () => calls,
    dayCalls: watch.dayCalls,
    request: (...asked) => retrying(() => tryOnce(...asked)),
    tryOnce,
    sendFile: (path, file) => sendFileOnce(addressed(path), file, listeners),
    receive: (path, read) => retrying(() => receiveOnce(addressed(path), read, listeners)),
    retrying,
  };
}

/** LOGIN means that nothing has begun, which is wrong for a session that ends during a run. */
const isLoginFault = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.code === 'LOGIN';

const isSessionFault = (error: unknown): boolean =>
  error instanceof OrgRefusal && error.verdict === 'session';

/** Adds the clock to a refused login when it may be the reason: a JWT assertion is valid for three minutes. */
function withClock(error: unknown, { clockFault }: AnswerWatch): unknown {
  const fault = clockFault();
  if (fault === undefined || !isLoginFault(error)) return error;
  const detail = `${error.detail}; this machine's clock is ${fault} the org's`;
  return new SyncError('LOGIN', detail, "Set this machine's clock and start again", error);
}

/**
 * Waits, in seconds, for a host name that has never been resolved. The name server may still be starting, but a mistyped
 * name will never resolve, so these are few.
 */
const UNKNOWN_HOST_WAITS: readonly number[] = [1, 2];

/** Runs `work`, and again after each wait while its failure may pass. */
async function withRetries<T>(work: () => Promise<T>, options: OrgOptions, watch: AnswerWatch): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    mustGoOn(options.signal);
    try {
      return await work();
    } catch (error) {
      if (error instanceof PermanentError) throw new SyncError('ORG_GONE', error.message, undefined, error);
      const reason = transientErrorIn(error);
      if (!reason) throw error;
      const isStrange = reason.unknownHost !== undefined && !watch.hasAnswered();
      const wait = (isStrange ? UNKNOWN_HOST_WAITS : options.waits)[attempt];
      if (wait === undefined) throw new SyncError('ORG_GONE', reason.message, undefined, error);
      options.onRetry(reason.message, wait);
      await pause(wait, options.signal);
    }
  }
}

/** The failure when it is worth a retry, else undefined. */
function transientErrorIn(error: unknown): TransientError | undefined {
  if (error instanceof TransientError) return error;
  return error instanceof SyncError ? transientErrorIn(error.cause) : undefined;
}
