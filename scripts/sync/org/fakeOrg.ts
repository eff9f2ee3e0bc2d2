import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { openOrg, type Org, type OrgOptions } from './org.ts';

/** What a fake org answers. */
export interface FakeAnswer {
  readonly status?: number;
  /** A string is sent as it is, anything else as JSON. */
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** For tests: a server that answers as it is told, and a connection of the job to it. */
export interface FakeOrg {
  readonly url: string;
  /** Method and path of every request so far. */
  readonly asked: readonly string[];
  /** The bodies of all requests, as text. */
  readonly bodies: readonly string[];
  /** The headers of all requests. */
  readonly headers: readonly IncomingHttpHeaders[];
  /** The org's messages that `onOrgMessage` received. */
  readonly words: readonly string[];
  /** What `onClock` received. */
  readonly clock: readonly string[];
  /** The reasons of all retries. */
  readonly retries: readonly string[];
  /**
   * Replaces the answers and clears what was recorded. `answer` is called with the number of the request, from 0, and with its method
   * and path.
   */
  readonly become: (answer: (n: number, request: string) => FakeAnswer | Promise<FakeAnswer>) => void;
  readonly open: (login?: Parameters<typeof openOrg>[0]) => Promise<Org>;
  readonly options: OrgOptions;
  readonly end: () => Promise<void>;
}

/** Starts the server on 127.0.0.1. */
export async function startFakeOrg(): Promise<FakeOrg> {
  const [asked, words, clock, retries]: [string[], string[], string[], string[]] = [[], [], [], []];
  const bodies: string[] = [];
  const sentHeaders: IncomingHttpHeaders[] = [];
  let answer: Parameters<FakeOrg['become']>[0] = () => ({});
  const server = createServer((request, response) => {
    const line = `${String(request.method)} ${String(request.url)}`;
    const answered = answer(asked.length, line);
    asked.push(line);
    sentHeaders.push(request.headers);
    let sent = '';
    request.setEncoding('utf8').on('data', (text: string) => (sent += text));
    request.on('end', () => {
      bodies.push(sent);
      void Promise.resolve(answered).then(reply);
    });
    function reply({ status = 200, body = {}, headers }: FakeAnswer): void {
      const isText = typeof body === 'string';
      response.writeHead(status, { 'content-type': isText ? 'text/csv' : 'application/json', ...headers });
      response.end(isText ? body : JSON.stringify(body));
    }
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
  const options: OrgOptions = {
    apiVersion: '66.0',
    waits: [0.001, 0.001],
    timeout: 5,
    transferTimeout: 5,
    signal: new AbortController().signal,
    onRetry: (reason) => retries.push(reason),
    onOrgMessage: (said) => words.push(said),
    onClock: (fault) => clock.push(fault),
  };
  const token = {
    renewable: false,
    open: () => Promise.resolve({ instanceUrl: url, accessToken: 'x' }),
  };
  return {
    url,
    asked,
    bodies,
    headers: sentHeaders,
    words,
    clock,
    retries,
    options,
    become: (next) => {
      for (const list of [asked, bodies, sentHeaders, words, clock, retries]) list.length = 0;
      answer = next;
    },
    open: (login = token) => openOrg(login, options),
    end: () =>
      new Promise((ended) => {
        server.closeAllConnections();
        server.close(() => {
          ended();
        });
      }),
  };
}
