import { openAsBlob } from 'node:fs';
import { mustBeGood } from './answers.ts';
import { TransientError } from './transientError.ts';
import { bytesOf, reach, textOf } from './reach.ts';
import type { AnswerListeners } from './transport.ts';

/** Where a transfer goes and how long it may take, in seconds. */
export interface Addressed {
  readonly instanceUrl: string;
  readonly path: string;
  readonly accessToken: string;
  readonly timeout: number;
}

/** The body of an answer, as it arrives. */
export type Incoming = AsyncIterable<Uint8Array>;

const NO_CONTENT = 204;
const CSV = 'text/csv; charset=UTF-8';

/**
 * Uploads a file from disk, without a retry. It doesn't use jsforce, whose retry sends an empty body and reports success,
 * and which keeps downloads in memory.
 */
export async function sendFileOnce(to: Addressed, file: string, listeners: AnswerListeners): Promise<void> {
  const body = await openAsBlob(file, { type: CSV });
  const response = await send(to, listeners, { method: 'PUT', headers: { 'Content-Type': CSV }, body });
  mustBeGood(
    { method: 'PUT', path: to.path },
    { status: response.status, body: await textOf(response) },
    listeners.onOrgMessage,
  );
}

/** Reads an answer as it arrives. */
export type Reading<T> = (body: Incoming, headers: Headers) => Promise<T>;

/** Downloads CSV, without a retry. */
export async function receiveOnce<T>(
  from: Addressed,
  read: Reading<T>,
  listeners: AnswerListeners,
): Promise<T> {
  const response = await send(from, listeners, { method: 'GET', headers: { Accept: 'text/csv' } });
  const { status, headers } = response;
  if (!response.ok)
    mustBeGood(
      { method: 'GET', path: from.path },
      { status, body: await textOf(response) },
      listeners.onOrgMessage,
    );
  if (status === NO_CONTENT) return read(noBytes(), headers);
  if (!(headers.get('content-type') ?? '').includes('csv'))
    throw new TransientError(`HTTP ${status} but no CSV`);
  return read(bytesOf(response), headers);
}

async function* noBytes(): AsyncGenerator<Uint8Array> {
  // The answer has no body.
}

interface Sent {
  readonly method: 'GET' | 'PUT';
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: Blob;
}

async function send(
  { instanceUrl, path, accessToken, timeout }: Addressed,
  listeners: AnswerListeners,
  { method, headers, body }: Sent,
): Promise<Response> {
  const response = await reach(instanceUrl + path, {
    method,
    headers: { ...headers, Authorization: `Bearer ${accessToken}` },
    ...(body === undefined ? {} : { body }),
    redirect: 'error',
    signal: AbortSignal.timeout(timeout * 1000),
  });
  listeners.onHeaders(response.headers);
  return response;
}
