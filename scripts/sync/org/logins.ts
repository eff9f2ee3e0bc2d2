import { createSign } from 'node:crypto';
import { Connection } from 'jsforce/lib/connection.js';
import { privateText } from '../config/privateText.ts';
import { SyncError } from '../errors.ts';
import { addressIn } from './address.ts';
import { audienceFor } from './audience.ts';
import { cliLogin } from './cliLogin.ts';
import type { Environment, Login } from './login.ts';
import { TransientError, PermanentError } from './transientError.ts';
import { OrgRefusal } from './orgRefusal.ts';
import { wholeAnswers } from './transport.ts';

/** Chooses how to log in: by the alias when there is one, else by the environment. Throws LOGIN when there is neither. */
export function chooseLogin(alias: string | undefined, env: Environment): Login {
  if (alias !== undefined) return cliLogin(alias, env);
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

interface JwtSettings {
  readonly url: string;
  readonly audience: string;
  readonly clientId: string;
  readonly username: string;
  readonly keyFile: string;
}

/** Timeout of a login, in seconds. */
const LOGIN_SECONDS = 120;
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
  if (error instanceof OrgRefusal || error instanceof TransientError || error instanceof PermanentError)
    return error.message;
  return 'no reason given';
}

const readKey = (file: string): string =>
  privateText(
    file,
    (cause) => new SyncError('LOGIN', `the key file ${file} can not be read`, 'Check SF_JWT_KEY_FILE', cause),
  );

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
