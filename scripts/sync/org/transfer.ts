import { openAsBlob } from 'node:fs';
import { mustBeGood } from './answers.ts';
import { NotNow } from './notNow.ts';
import { bytesOf, reach, textOf } from './reach.ts';
import type { Ears } from './transport.ts';

/** Where a transfer goes and how long it may take, in seconds. */
export interface Addressed {
  readonly instanceUrl: string;
  readonly path: string;
  readonly accessToken: string;
  readonly timeout: number;
}

/** The body of an answer, as it comes. */
export type Incoming = AsyncIterable<Uint8Array>;

const NO_CONTENT = 204;
const CSV = 'text/csv; charset=UTF-8';

/**
 * Uploads a file from disk, once. jsforce is left out here: its retry sends an empty body and says that all went well,
 * and it keeps downloads in memory.
 */
export async function sendFileOnce(to: Addressed, file: string, ears: Ears): Promise<void> {
  const body = await openAsBlob(file, { type: CSV });
  const response = await send(to, ears, { method: 'PUT', headers: { 'Content-Type': CSV }, body });
  mustBeGood(
    { method: 'PUT', path: to.path },
    { status: response.status, body: await textOf(response) },
    ears.onWords,
  );
}

/** Reads an answer as it comes. */
export type Reading<T> = (body: Incoming, headers: Headers) => Promise<T>;

/** Downloads CSV, once. */
export async function receiveOnce<T>(from: Addressed, read: Reading<T>, ears: Ears): Promise<T> {
  const response = await send(from, ears, { method: 'GET', headers: { Accept: 'text/csv' } });
  const { status, headers } = response;
  if (!response.ok)
    mustBeGood({ method: 'GET', path: from.path }, { status, body: await textOf(response) }, ears.onWords);
  if (status === NO_CONTENT) return read(noBytes(), headers);
  if (!(headers.get('content-type') ?? '').includes('csv')) throw new NotNow(`HTTP ${status} but no CSV`);
  return read(bytesOf(response), headers);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // An answer without a body.
}

interface Sent {
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

async function send(
  { instanceUrl, path, accessToken, timeout }: Addressed,
  ears: Ears,
  { method, headers, body }: Sent,
): Promise<Response> {
  const response = await reach(instanceUrl + path, {
    method,
    headers: { ...headers, Authorization: `Bearer ${accessToken}` },
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout * 1000),
  });
  ears.onHeaders(response.headers);
  return response;
}
