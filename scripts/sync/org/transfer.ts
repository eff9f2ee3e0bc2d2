import { openAsBlob } from 'node:fs';
import { OrgRefusal } from './orgRefusal.ts';
import { keptCode } from './orgWords.ts';
import { mustBeNow, NotNow } from './transport.ts';

/** Where a transfer goes and how long it may take, in seconds. */
export interface Addressed {
  readonly url: string;
  readonly accessToken: string;
  readonly timeout: number;
}

/** The body of an answer, as it comes. */
export type Incoming = AsyncIterable<Uint8Array>;

const NO_CONTENT = 204;
const UNAUTHORIZED = 401;
const CSV = 'text/csv; charset=UTF-8';

/**
 * Uploads a file from disk, once. jsforce is left out here: its retry sends an empty body and says that all went well,
 * and it keeps downloads in memory.
 */
export async function sendFileOnce(to: Addressed, file: string): Promise<void> {
  const body = await openAsBlob(file, { type: CSV });
  const response = await fetch(to.url, {
    method: 'PUT',
    headers: { Authorization: `Bearer ${to.accessToken}`, 'Content-Type': CSV },
    redirect: 'error',
    signal: AbortSignal.timeout(to.timeout * 1000),
    body,
  });
  mustBeGood(response.status, await response.text());
}

/** Reads an answer as it comes. */
export type Reading<T> = (body: Incoming, headers: Headers) => Promise<T>;

/** Downloads CSV, once. */
export async function receiveOnce<T>(from: Addressed, read: Reading<T>): Promise<T> {
  const response = await fetch(from.url, {
    headers: { Authorization: `Bearer ${from.accessToken}`, Accept: 'text/csv' },
    redirect: 'error',
    signal: AbortSignal.timeout(from.timeout * 1000),
  });
  if (!response.ok) mustBeGood(response.status, await response.text());
  if (response.status === NO_CONTENT) return read(noBytes(), response.headers);
  const type = response.headers.get('content-type') ?? '';
  if (!type.includes('csv')) throw new NotNow(response.status, 'but no CSV');
  return read(response.body ?? noBytes(), response.headers);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // An answer without a body.
}

function mustBeGood(status: number, body: string): void {
  mustBeNow(status, body);
  if (status < 300) return;
  if (status === UNAUTHORIZED) throw new OrgRefusal('INVALID_SESSION_ID');
  throw new OrgRefusal(keptCode(codeIn(body) ?? `HTTP_${status}`));
}

function codeIn(body: string): string | undefined {
  try {
    const [fault] = JSON.parse(body) as readonly { readonly errorCode?: string }[];
    return fault?.errorCode;
  } catch {
    return undefined;
  }
}
