import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { join } from 'node:path';
import { openAuthorization } from '../../sync/listen/authorization.ts';
import { inboxWriter, type InboxLimits } from '../../sync/listen/inboxWriter.ts';
import { rateLimit } from '../../sync/listen/rate.ts';
import { receiver, type Answered } from '../../sync/listen/receiver.ts';
import { listenAt } from '../../sync/listen/server.ts';
import type { BodyLimits } from '../../sync/listen/requestBody.ts';
import { openInbox } from '../../sync/state/inbox.ts';
import { endsWithFile } from './ending.ts';
import { folderForFile } from './folder.ts';
import { TEST_NOW } from './quickJob.ts';

/** The secrets that the receivers of tests know. */
export const TOKEN = 'test-token-0123456789';
export const HMAC_KEY = 'test-key-0123456789ab';

/** Writes a file of secrets that only its owner can read. */
export function secretFile(folder: string, name: string, ...secrets: readonly string[]): string {
  const file = join(folder, name);
  writeFileSync(file, `${secrets.join('\n')}\n`);
  chmodSync(file, 0o600);
  return file;
}

export interface ReceiverOptions {
  readonly rate?: number;
  readonly inbox?: InboxLimits;
  readonly body?: BodyLimits;
}

/** What a request got back. */
export interface Got {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly body: Readonly<Record<string, unknown>>;
}

/** A receiver in this process. */
export interface TestReceiver {
  readonly url: string;
  readonly stateDir: string;
  /** Sends to /events, with the token unless headers are given without. */
  readonly send: (init: RequestInit, path?: string) => Promise<Got>;
  /** The lines of the inbox, oldest first. */
  readonly lines: () => readonly string[];
  readonly answered: Answered[];
  readonly errors: unknown[];
}

const ROOMY = { events: 100_000, bytes: 100_000_000 };

export async function startReceiver({
  rate = 1_000_000,
  inbox = ROOMY,
  body = { one: 4_000_000, together: 64_000_000 },
}: ReceiverOptions = {}): Promise<TestReceiver> {
  const { folder } = folderForFile('receiver-');
  const stateDir = join(folder, 'state');
  mkdirSync(stateDir, { mode: 0o700 });
  const db = openInbox(stateDir);
  endsWithFile(() => {
    db.close();
  });
  const [answered, errors]: [Answered[], unknown[]] = [[], []];
  const { take } = rateLimit(rate, () => performance.now());
  const handle = receiver({
    inbox: inboxWriter(
      db,
      inbox,
      () => TEST_NOW,
      (error) => errors.push(error),
    ),
    authorization: openAuthorization({
      tokenFile: secretFile(folder, 'tokens', 'another-token-012345', TOKEN),
      hmacKeyFile: secretFile(folder, 'keys', HMAC_KEY),
    }),
    terms: { origins: ['zone.example.com'], rate },
    limits: body,
    takeTurn: take,
    now: () => TEST_NOW,
    isEnding: () => false,
    onAnswer: (one) => answered.push(one),
    onError: (error) => errors.push(error),
  });
  const { url, end } = await listenAt({ host: '127.0.0.1', port: 0 }, handle);
  endsWithFile(end);
  return {
    url,
    stateDir,
    answered,
    errors,
    send: async (init, path = '/events') => {
      const headers = new Headers(init.headers);
      if (!headers.has('authorization') && !headers.has('x-hub-signature-256'))
        headers.set('authorization', `Bearer ${TOKEN}`);
      if (headers.get('authorization') === 'none') headers.delete('authorization');
      const response = await fetch(url + path, { method: 'POST', ...init, headers });
      const text = await response.text();
      return { status: response.status, headers: response.headers, text, body: parsed(text) };
    },
    lines: () =>
      db
        .prepare('SELECT line FROM event ORDER BY n')
        .all()
        .map(({ line }) => Buffer.from(line as Uint8Array).toString()),
  };
}

function parsed(text: string): Got['body'] {
  try {
    return JSON.parse(text) as Got['body'];
  } catch {
    return {};
  }
}

/** The Content-Type of each content mode. */
export const STRUCTURED = { 'content-type': 'application/cloudevents+json; charset=utf-8' };
export const BATCHED = { 'content-type': 'application/cloudevents-batch+json' };
export const LINES = { 'content-type': 'application/x-ndjson' };

/** The headers of an event in binary mode, and its body. */
export const binary = (over: Readonly<Record<string, string>> = {}): Record<string, string> => ({
  'content-type': 'application/json',
  'ce-specversion': '1.0',
  'ce-id': 'binary-1',
  'ce-source': '/portals/mypv',
  'ce-type': 'be.pv.cuzo.registration.v1',
  'ce-subject': '10001',
  'ce-time': '2026-11-21T10:00:00Z',
  ...over,
});
export const REGISTERED = '{"registered":true,"registeredOn":"2026-11-21"}';

/** Sends bytes as they are and gives what comes back. */
export function raw(url: string, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const { port } = new URL(url);
    const socket = connect(Number(port), '127.0.0.1');
    let got = '';
    socket.setEncoding('utf8').on('data', (some: string) => (got += some));
    socket.on('close', () => {
      resolve(got);
    });
    socket.on('error', reject);
    socket.end(text);
  });
}

/** A request as text, with the token. */
export const rawPost = (headers: readonly string[], body: string): string =>
  [
    'POST /events HTTP/1.1',
    'Host: x',
    'Connection: close',
    `Authorization: Bearer ${TOKEN}`,
    `Content-Length: ${Buffer.byteLength(body)}`,
    ...headers,
    '',
    body,
  ].join('\r\n');
