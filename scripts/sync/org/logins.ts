import { execFile } from 'node:child_process';
import { createSign } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { promisify } from 'node:util';
import { Connection } from 'jsforce';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';
import { errorCodeOf } from './orgRefusal.ts';
import { keptCode } from './orgWords.ts';
import { NotNow, wholeAnswers } from './transport.ts';

/** A session with the org. */
export interface Session {
  readonly instanceUrl: string;
  readonly accessToken: string;
}

/** A way to get a session. `renewable`: asking again gives a new one. */
export interface Login {
  readonly renewable: boolean;
  readonly open: () => Promise<Session>;
}

type Environment = Readonly<Record<string, string | undefined>>;

/** The way to log in: the alias when there is one, else what the environment holds. LOGIN when it holds nothing. */
export function chooseLogin(alias: string | undefined, env: Environment): Login {
  if (alias !== undefined) return aliasLogin(alias, env);
  const { SF_INSTANCE_URL, SF_ACCESS_TOKEN, SF_LOGIN_URL, SF_CLIENT_ID, SF_USERNAME, SF_JWT_KEY_FILE } = env;
  if (SF_INSTANCE_URL && SF_ACCESS_TOKEN)
    return {
      renewable: false,
      open: () => Promise.resolve({ instanceUrl: SF_INSTANCE_URL, accessToken: SF_ACCESS_TOKEN }),
    };
  if (SF_LOGIN_URL && SF_CLIENT_ID && SF_USERNAME && SF_JWT_KEY_FILE)
    return jwtLogin({
      url: SF_LOGIN_URL,
      clientId: SF_CLIENT_ID,
      username: SF_USERNAME,
      keyFile: SF_JWT_KEY_FILE,
    });
  throw new SyncError(
    'LOGIN',
    'no org is named',
    'Give --target-org, or set SF_INSTANCE_URL and SF_ACCESS_TOKEN, or SF_LOGIN_URL, SF_CLIENT_ID, SF_USERNAME and SF_JWT_KEY_FILE',
  );
}

/** The CLI calls home unless it is told not to. */
const QUIET_CLI = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  FORCE_COLOR: '0',
};

function aliasLogin(alias: string, env: Environment): Login {
  async function sf(...args: readonly string[]): Promise<Readonly<Record<string, unknown>>> {
    const options = { env: { ...env, ...QUIET_CLI }, maxBuffer: 16 * 1024 * 1024 };
    const { stdout } = await promisify(execFile)(
      'sf',
      [...args, '--target-org', alias, '--json'],
      options,
    ).catch((error: unknown) => {
      throw new SyncError('LOGIN', `the Salesforce CLI says: ${saidByCli(error)}`, undefined, error);
    });
    return (JSON.parse(stdout) as { result: Readonly<Record<string, unknown>> }).result;
  }
  return {
    renewable: true,
    open: async () => {
      const { instanceUrl } = await sf('org', 'display');
      const { accessToken } = await sf('org', 'auth', 'show-access-token');
      if (typeof instanceUrl !== 'string' || typeof accessToken !== 'string')
        throw new SyncError('LOGIN', `the Salesforce CLI gives no address or no access token for ${alias}`);
      return { instanceUrl: instanceUrl.replace(/\/+$/, ''), accessToken };
    },
  };
}

/** The name of an error of the CLI, such as `NamedOrgNotFoundError`; its message may quote what it was given. */
const keptName = (name: string): string => (/^[A-Z][A-Za-z]{2,60}Error$/.test(name) ? name : 'an error');

function saidByCli(error: unknown): string {
  const stdout = typeof error === 'object' && error !== null && 'stdout' in error ? String(error.stdout) : '';
  try {
    return keptName((JSON.parse(stdout) as { name?: string }).name ?? '');
  } catch {
    return errorCode(error) === 'ENOENT' ? 'sf is not installed' : 'no answer';
  }
}

interface JwtSettings {
  readonly url: string;
  readonly clientId: string;
  readonly username: string;
  readonly keyFile: string;
}

/** Seconds that the answer to a login may take. */
const LOGIN_SECONDS = 120;

const OTHERS = 0o077;
const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Salesforce refuses an assertion that lives longer (OAuth 2.0 JWT Bearer Flow). */
const ASSERTION_SECONDS = 180;

function jwtLogin(settings: JwtSettings): Login {
  const key = readKey(settings.keyFile);
  const loginUrl = settings.url.replace(/\/+$/, '');
  return {
    renewable: true,
    open: async () => {
      const connection = new Connection({ loginUrl, oauth2: { loginUrl } });
      Reflect.set(connection.oauth2, '_transport', wholeAnswers(LOGIN_SECONDS));
      const assertion = signedAssertion(settings, loginUrl, key);
      await connection.authorize({ grant_type: JWT_BEARER, assertion }).catch((error: unknown) => {
        throw new SyncError('LOGIN', loginReason(error), undefined, error);
      });
      const { instanceUrl, accessToken } = connection;
      if (!accessToken) throw new SyncError('LOGIN', 'the org gave no access token');
      return { instanceUrl, accessToken };
    },
  };
}

/** The code of a refused login (`invalid_grant`), without the words of the org, which may quote user and token. */
function loginReason(error: unknown): string {
  if (!(error instanceof Error)) return 'no reason given';
  // jsforce names the error after what the org said, which may be anything, also nothing.
  const name: unknown = error.name;
  const codes = [errorCodeOf(error), typeof name === 'string' ? name : ''];
  const code = codes.find((one) => one.includes('_'));
  if (code !== undefined) return keptCode(code);
  return error instanceof NotNow || name === 'TypeError' ? error.message : 'no reason given';
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

function signedAssertion(settings: JwtSettings, audience: string, key: string): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = {
    iss: settings.clientId,
    sub: settings.username,
    aud: audience,
    exp: Math.floor(Date.now() / 1000) + ASSERTION_SECONDS,
  };
  const unsigned = `${part({ alg: 'RS256' })}.${part(claims)}`;
  try {
    return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(key, 'base64url')}`;
  } catch (error) {
    throw new SyncError('LOGIN', `${settings.keyFile} holds no private key`, 'Check SF_JWT_KEY_FILE', error);
  }
}
