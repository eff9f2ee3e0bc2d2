import { createHmac, hash, timingSafeEqual } from 'node:crypto';
import { privateText } from '../config/privateText.ts';
import { SyncError } from '../errors.ts';
import { Refusal } from './answers.ts';
import type { ContentMode } from './mediaType.ts';

/** The files with the secrets of senders. */
export interface SecretFiles {
  readonly tokenFile?: string;
  readonly hmacKeyFile?: string;
}

/** What a request brings to show who sent it. */
export interface Credentials {
  /** The `Authorization` header. */
  readonly authorization: string | undefined;
  /** `access_token` of the query, for senders that can't set the header (HTTP 1.1 Web Hooks, 3.2). */
  readonly queryToken: string | null;
  /** `X-Hub-Signature-256`, or `X-Hub-Signature` of WebSub (W3C, 8): `sha256=` and the HMAC of the body in hex. */
  readonly signature: string | undefined;
}

/** Decides whether a sender is known. */
export interface Authorization {
  /** By token, before the body is read. Throws UNAUTHORIZED. False: the signature of the body has to tell. */
  readonly byToken: (credentials: Credentials) => boolean;
  /** By the signature of the body as it was sent. Throws UNAUTHORIZED, SIGNATURE_OF_HEADERS. */
  readonly bySignature: (credentials: Credentials, mode: ContentMode, body: Buffer) => void;
}

/** Shorter secrets can be guessed. */
const MIN_SECRET = 16;

/** Reads the secrets. Throws USAGE when there are none or one is too short, KEY_FILE_OPEN. */
export function openAuthorization({ tokenFile, hmacKeyFile }: SecretFiles): Authorization {
  if (tokenFile === undefined && hmacKeyFile === undefined)
    throw new SyncError(
      'USAGE',
      'listen needs --token-file or --hmac-key-file: without either anybody could send',
    );
  const tokens = tokenFile === undefined ? [] : secretsIn(tokenFile).map(digest);
  const keys = hmacKeyFile === undefined ? [] : secretsIn(hmacKeyFile);

  function byToken({ authorization, queryToken, signature }: Credentials): boolean {
    const token = authorization === undefined ? queryToken : bearer(authorization);
    if (token !== null && isOneOf(tokens, digest(token))) return true;
    if (token === null && signature !== undefined && keys.length > 0) return false;
    throw unauthorized();
  }

  function bySignature({ signature = '' }: Credentials, mode: ContentMode, body: Buffer): void {
    const [, hex = ''] = /^sha256=([0-9a-fA-F]{64})$/.exec(signature.trim()) ?? [];
    const expected = keys.map((key) => createHmac('sha256', key).update(body).digest());
    if (hex === '' || !isOneOf(expected, Buffer.from(hex, 'hex'))) throw unauthorized();
    if (mode === 'binary') throw new Refusal('SIGNATURE_OF_HEADERS');
  }

  return { byToken, bySignature };
}

/** RFC 6750, 3: the scheme that is asked for. */
const unauthorized = (): Refusal => new Refusal('UNAUTHORIZED', { 'WWW-Authenticate': 'Bearer' });

const bearer = (header: string): string | null => /^Bearer +(\S+) *$/i.exec(header)?.[1] ?? null;

/** Tokens are compared by their digests, which have one length. */
const digest = (text: string): Buffer => hash('sha256', text, 'buffer');

/** Looks at all of them, so that the time it takes tells nothing. */
function isOneOf(secrets: readonly Buffer[], given: Buffer): boolean {
  return secrets.reduce((found, secret) => timingSafeEqual(secret, given) || found, false);
}

/** One secret a line: several at once while one takes over from another. */
function secretsIn(file: string): readonly string[] {
  const text = privateText(
    file,
    (cause) =>
      new SyncError('USAGE', `${file} can not be read`, 'Name a file that this user can read', cause),
  );
  const secrets = text
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !line.startsWith('#'));
  if (secrets.length === 0 || secrets.some((secret) => secret.length < MIN_SECRET))
    throw new SyncError(
      'USAGE',
      `${file} must hold secrets of ${MIN_SECRET} characters or more, one a line`,
      'Make one with `openssl rand -hex 32`',
    );
  return secrets;
}
