import { Connection } from 'jsforce';
import { SyncError } from '../errors.ts';
import { mustGoOn, pause } from '../signals.ts';
import type { Login } from './logins.ts';
import { errorCodeOf, OrgRefusal } from './orgRefusal.ts';
import { keptCode, type OnWords } from './orgWords.ts';
import { NotNow, sendOnce } from './transport.ts';
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
  let connection = await patiently(() => connect(login, options), options);
  let calls = 0;

  async function renew(): Promise<void> {
    if (!login.renewable) throw new SyncError('SESSION_ENDED', 'an access token alone can not be');
    connection = await connect(login, options).catch((error: unknown) => {
      throw isLoginFault(error) ? new SyncError('SESSION_ENDED', error.message, undefined, error) : error;
    });
  }

  const tryOnce: Org['request'] = (method, path, body) => {
    const sent = body === undefined ? {} : { body: JSON.stringify(body) };
    calls += 1;
    return sendOnce(connection, { method, url: path, headers: JSON_BODY, ...sent }, options.timeout);
  };

  const retrying: Org['retrying'] = async (work) => {
    try {
      return await patiently(async () => {
        try {
          return await work();
        } catch (error) {
          if (errorCodeOf(error) !== 'INVALID_SESSION_ID') throw error;
          await renew();
          return work();
        }
      }, options);
    } catch (error) {
      throw refusal(error, options.onWords);
    }
  };

  function addressed(path: string): Addressed {
    calls += 1;
    const { instanceUrl, accessToken } = connection;
    return { url: instanceUrl + path, accessToken: accessToken ?? '', timeout: options.transferTimeout };
  }

  return {
    basePath: `/services/data/v${options.apiVersion}`,
    instanceUrl: () => connection.instanceUrl,
    onWords: options.onWords,
    apiCalls: () => calls,
    request: (method, path, body) => retrying(() => tryOnce(method, path, body)),
    tryOnce,
    sendFile: (path, file) => sendFileOnce(addressed(path), file),
    receive: (path, read) => retrying(() => receiveOnce(addressed(path), read)),
    retrying,
  };
}

/** LOGIN says that nothing has begun, which is not so when a session ends on the way. */
const isLoginFault = (error: unknown): error is SyncError =>
  error instanceof SyncError && error.code === 'LOGIN';

async function connect(login: Login, options: OrgOptions): Promise<Connection> {
  const { instanceUrl, accessToken } = await login.open();
  return new Connection({ instanceUrl, accessToken, version: options.apiVersion });
}

/** Tries again after each wait. */
async function patiently<T>(work: () => Promise<T>, options: OrgOptions): Promise<T> {
  for (let attempt = 0; ; attempt += 1) {
    mustGoOn(options.signal);
    try {
      return await work();
    } catch (error) {
      const reason = notNow(error);
      if (reason === undefined) throw error;
      const wait = options.waits[attempt];
      if (wait === undefined) throw new SyncError('ORG_GONE', reason, undefined, error);
      options.onRetry(reason, wait);
      await pause(wait, options.signal);
    }
  }
}

/** Why it is worth asking again, or undefined when it isn't. */
function notNow(error: unknown): string | undefined {
  if (error instanceof NotNow) return error.message;
  if (error instanceof SyncError) return notNow(error.cause);
  if (!(error instanceof Error)) return undefined;
  if (error.name === 'TimeoutError') return 'no answer in time';
  if (error.name !== 'TypeError') return undefined;
  const cause: unknown = error.cause;
  return cause instanceof Error && 'code' in cause ? String(cause.code) : 'the connection was cut';
}

/** What the org refused, without its words. */
function refusal(error: unknown, onWords: OnWords): unknown {
  const code = errorCodeOf(error);
  if (code === 'INVALID_SESSION_ID')
    return new SyncError('SESSION_ENDED', 'the org refuses the new one too', undefined, error);
  if (!(error instanceof Error) || code === '') return error;
  onWords(`${code}: ${error.message}`);
  return new OrgRefusal(keptCode(code));
}
