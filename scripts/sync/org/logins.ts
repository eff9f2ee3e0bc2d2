import { execFile } from 'node:child_process';
import { createSign } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { Connection } from 'jsforce';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';
import { addressIn } from './address.ts';
import { audienceFor } from './audience.ts';
import { NotNow, NoWay } from './notNow.ts';
import { OrgRefusal } from './orgRefusal.ts';
import type { OnWords } from './orgWords.ts';
import { wholeAnswers, type AnswerListeners } from './transport.ts';

/** A session with the org. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

/** A way to get a session. `renewable`: it can be asked again for a new session. */
export interface Login {
  readonly renewable: boolean;
  readonly open: (listeners: AnswerListeners) => Promise<Session>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** Chooses how to log in: by the alias when there is one, else by the environment. Throws LOGIN when there is neither. */
export function chooseLogin(alias: string | undefined, env: Environment): Login {
  if (alias !== undefined) return aliasLogin(alias, env);
  const { SF_INSTANCE_URL, SF_ACCESS_TOKEN, SF_LOGIN_URL, SF_CLIENT_ID, SF_USERNAME, SF_JWT_KEY_FILE } = env;
  const { SF_AUDIENCE_URL } = env;
  if (SF_INSTANCE_URL && SF_ACCESS_TOKEN) {
    const instanceUrl = addressIn('SF_INSTANCE_URL', SF_INSTANCE_URL, true);
    return { renewable: false, open: () => Promise.resolve({ instanceUrl, accessToken: SF_ACCESS_TOKEN }) };
  }
  if (SF_LOGIN_URL && SF_CLIENT_ID && SF_USERNAME && SF_JWT_KEY_FILE) {
    const url = addressIn('SF_LOGIN_URL', SF_LOGIN_URL, false);
    return jwtLogin({
      url,
      audience: SF_AUDIENCE_URL ? addressIn('SF_AUDIENCE_URL', SF_AUDIENCE_URL, false) : audienceFor(url),
      clientId: SF_CLIENT_ID,
      username: SF_USERNAME,
      keyFile: SF_JWT_KEY_FILE,
    });
  }
  throw new SyncError(
    'LOGIN',
    'no org is named',
    'Give --target-org, or set SF_INSTANCE_URL and SF_ACCESS_TOKEN, or SF_LOGIN_URL, SF_CLIENT_ID, SF_USERNAME and SF_JWT_KEY_FILE',
  );
}

/** The CLI sends telemetry and looks for updates unless it is told not to. */
const QUIET_CLI = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  FORCE_COLOR: '0',
};

function aliasLogin(alias: string, env: Environment): Login {
  async function sf(
    onWords: OnWords,
    ...args: readonly string[]
  ): Promise<Readonly<Record<string, unknown>>> {
    const options = { env: { ...env, ...QUIET_CLI }, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(
      'sf',
      [...args, '--target-org', alias, '--json'],
      options,
    ).catch((error: unknown) => {
      throw new SyncError('LOGIN', `the Salesforce CLI says: ${saidByCli(error, onWords)}`, undefined, error);
    });
    const { result } = parsedJson(stdout) as { readonly result?: Readonly<Record<string, unknown>> };
    return result ?? {};
  }
  return {
    renewable: true,
    open: async ({ onWords }) => {
      const { instanceUrl } = await sf(onWords, 'org', 'display');
      const { accessToken } = await sf(onWords, 'org', 'auth', 'show-access-token');
      if (typeof instanceUrl !== 'string' || typeof accessToken !== 'string')
        throw new SyncError('LOGIN', `the Salesforce CLI gives no address or no access token for ${alias}`);
      return { instanceUrl: addressIn(`the instance of ${alias}`, instanceUrl, true), accessToken };
    },
  };
}

/** The name of a CLI error, such as `NamedOrgNotFoundError`. Its message isn't kept, as it may quote what it was given. */
const keptName = (name: string): string => (/^[A-Z][A-Za-z]{2,60}Error$/.test(name) ? name : 'an error');

function saidByCli(error: unknown, onWords: OnWords): string {
  if (errorCode(error) === 'ENOENT') return 'sf is not installed';
  const stdout = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  const { name, message } = parsedJson(stdout) as { readonly name?: unknown; readonly message?: unknown };
  onWords(`${String(name)}: ${String(message)}`);
  return typeof name === 'string' ? keptName(name) : 'no answer';
}

/** The JSON object in the text; an empty object when there is none. */
function parsedJson(text: string): object {
  try {
    const value = JSON.parse(text) as unknown;
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

interface JwtSettings {
  readonly url: string;
  readonly audience: string;
  readonly clientId: string;
  readonly username: string;
  readonly keyFile: string;
}

/** Timeout of a login, in seconds. */
const LOGIN_SECONDS = 120;

const OTHERS = 0o077;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Lifetime of the assertion, in seconds: Salesforce refuses a longer one (OAuth 2.0 JWT Bearer Flow). */
const ASSERTION_SECONDS = 180;

function jwtLogin(settings: JwtSettings): Login {
  const key = readKey(settings.keyFile);
  const loginUrl = settings.url;
  return {
    renewable: true,
    open: async (listeners) => {
      const connection = new Connection({ loginUrl, oauth2: { loginUrl } });
      Reflect.set(connection.oauth2, '_transport', wholeAnswers(LOGIN_SECONDS, listeners));
      const assertion = signedAssertion(settings, key);
      await connection.authorize({ grant_type: JWT_BEARER, assertion }).catch((error: unknown) => {
        throw new SyncError('LOGIN', loginReason(error), undefined, error);
      });
      const { instanceUrl, accessToken } = connection;
      if (!accessToken) throw new SyncError('LOGIN', 'the org gave no access token');
      return { instanceUrl, accessToken };
    },
  };
}

/** The code of a refused login (`invalid_grant`). The org's message isn't kept, as it may quote user and token. */
function loginReason(error: unknown): string {
  if (error instanceof OrgRefusal || error instanceof NotNow || error instanceof NoWay) return error.message;
  return 'no reason given';
}

function readKey(file: string): string {
  try {
    if (process.platform !== 'win32' && (statSync(file).mode & OTHERS) !== 0)
      throw new SyncError('KEY_FILE_OPEN', file);
    return readFileSync(file, 'utf8');
  } catch (error) {
    if (error instanceof SyncError) throw error;
    throw new SyncError('LOGIN', `the key file ${file} can not be read`, 'Check SF_JWT_KEY_FILE', error);
  }
}

function signedAssertion(settings: JwtSettings, key: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: settings.clientId,
    sub: settings.username,
    aud: settings.audience,
    exp: Math.floor(Date.now() / 1000) + ASSERTION_SECONDS,
  };
  const unsigned = `${part({ alg: 'RS256' })}.${part(claims)}`;
  try {
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  } catch (error) {
    throw new SyncError('LOGIN', `${settings.keyFile} holds no private key`, 'Check SF_JWT_KEY_FILE', error);
  }
}
