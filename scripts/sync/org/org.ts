import { Connection } from 'jsforce';
import { SyncError } from '../errors.ts';
import { mustGoOn, pause } from '../signals.ts';
import { listen, type Heard } from './heard.ts';
import type { Login } from './logins.ts';
import { NotNow, NoWay } from './notNow.ts';
import { OrgRefusal } from './orgRefusal.ts';
import type { OnWords } from './orgWords.ts';
import { sendOnce } from './transport.ts';
import { receiveOnce, sendFileOnce, type Addressed, type Reading } from './transfer.ts';

export interface OrgOptions {
  /** `66.0`. */
  readonly apiVersion: string;
  /** Seconds before each new try. */
  readonly waits: readonly number[];
  /** Seconds that one answer may take. */
  readonly timeout: number;
  /** Seconds that a file of rows may take on its way. */
  readonly transferTimeout: number;
  /** Cuts the waits short when the run has to stop. */
  readonly signal: AbortSignal;
  readonly onRetry: (reason: string, seconds: number) => void;
  /** Hears the org's own words. */
  readonly onWords: OnWords;
  /** Hears once how far this machine's clock is from the org's, when it is too far: `3 days behind`. */
  readonly onClock: (fault: string) => void;
}

/** The org, as the job talks to it. Every request may be sent more than once. */
export interface Org {
  /** `/services/data/v66.0` */
  readonly basePath: string;
  /** Where the org is: `https://...` without a path. */
  readonly instanceUrl: () => string;
  /** Hears the org's own words, which are kept nowhere. */
  readonly onWords: OnWords;
  /** Calls made so far, as the org counts them. */
  readonly apiCalls: () => number;
  /** Calls that the newest answer leaves of the day; undefined when the org doesn't tell. */
  readonly callsLeft: () => number | undefined;
  /**
   * The answer to a request; `path` is absolute. Throws OrgRefusal, or SyncError ORG_GONE, SESSION_ENDED or STOPPED.
   */
  readonly request: (method: 'GET' | 'POST' | 'PATCH', path: string, body?: unknown) => Promise<unknown>;
  /** The same in a single try, even when the run has to stop: for its last words. */
  readonly tryOnce: Org['request'];
  /**
   * Sends a file of CSV, in one try: whether a second one may follow is for the caller to know. Throws as `tryOnce`
   * does; inside `retrying` what is worth another try gets it.
   */
  readonly sendFile: (path: string, file: string) => Promise<void>;
  /** Reads an answer as it comes; `read` begins anew with every try. */
  readonly receive: <T>(path: string, read: Reading<T>) => Promise<T>;
  /** Does `work` again as `request` does with requests: after a wait, with a new session. */
  readonly retrying: <T>(work: () => Promise<T>) => Promise<T>;
}

const JSON_BODY = { 'Content-Type': 'application/json' };

/** Logs in and gives the org. LOGIN or ORG_GONE when that fails. */
export async function openOrg(login: Login, options: OrgOptions): Promise<Org> {
  const heard = listen(options.onWords, options.onClock);
  const { ears } = heard;
  async function connect(): Promise<Connection> {
    const { instanceUrl, accessToken } = await login.open(ears);
    return new Connection({ instanceUrl, accessToken, version: options.apiVersion });
  }
  let connection = await patiently(connect, options, heard).catch((error: unknown) => {
    throw withClock(error, heard);
  });
  let calls = 0;

  async function renew(): Promise<void> {
    if (!login.renewable) throw new SyncError('SESSION_ENDED', 'an access token alone can not be');
    connection = await connect().catch((error: unknown) => {
      throw isLoginFault(error) ? new SyncError('SESSION_ENDED', error.message, undefined, error) : error;
    });
  }

  const tryOnce: Org['request'] = (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    calls += 1;
    return sendOnce(connection, { method, url: path, headers: JSON_BODY, ...sent }, options.timeout, ears);
  };

  const retrying: Org['retrying'] = async (work) => {
    try {
      return await patiently(
        async () => {
          try {
            return await work();
          } catch (error) {
            if (!isSessionFault(error)) throw error;
            await renew();
            return work();
          }
        },
        options,
        heard,
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
    onWords: options.onWords,
    apiCalls: () => calls,
    callsLeft: heard.callsLeft,
    request: (method, path, body) => retrying(() => tryOnce(method, path, body)),
    tryOnce,
    sendFile: (path, file) => sendFileOnce(addressed(path), file, ears),
    receive: (path, read) => retrying(() => receiveOnce(addressed(path), read, ears)),
    retrying,
  };
}

/** LOGIN says that nothing has begun, which is not so when a session ends on the way. */
const isLoginFault = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.code === 'LOGIN';

const isSessionFault = (error: unknown): boolean =>
  error instanceof OrgRefusal && error.verdict === 'session';

/** A login that was refused, with the clock when that may be why: an assertion lives for three minutes. */
function withClock(error: unknown, { clockFault }: Heard): unknown {
  const fault = clockFault();
  if (fault === undefined || !isLoginFault(error)) return error;
  const detail = `${error.detail}; this machine's clock is ${fault} the org's`;
  return new SyncError('LOGIN', detail, "Set this machine's clock and start again", error);
}

/**
 * Waits, in seconds, for the address of a host that has never answered: the name server may be starting too, but a name that
 * was typed wrongly gets none however long one waits.
 */
const UNKNOWN_HOST_WAITS: readonly number[] = [1, 2];

/** Tries again after each wait. */
async function patiently<T>(work: () => Promise<T>, options: OrgOptions, heard: Heard): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    mustGoOn(options.signal);
    try {
      return await work();
    } catch (error) {
      if (error instanceof NoWay) throw new SyncError('ORG_GONE', error.message, undefined, error);
      const reason = notNow(error);
      if (!reason) throw error;
      const isStrange = reason.unknownHost !== undefined && !heard.hasAnswered();
      const wait = (isStrange ? UNKNOWN_HOST_WAITS : options.waits)[attempt];
      if (wait === undefined) throw new SyncError('ORG_GONE', reason.message, undefined, error);
      options.onRetry(reason.message, wait);
      await pause(wait, options.signal);
    }
  }
}

/** Why it is worth asking again, or undefined when it isn't. */
function notNow(error: unknown): NotNow | undefined {
  if (error instanceof NotNow) return error;
  return error instanceof SyncError ? notNow(error.cause) : undefined;
}
