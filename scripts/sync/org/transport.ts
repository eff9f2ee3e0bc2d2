import type { Connection } from 'jsforce';
import { PassThrough } from 'node:stream';
import { mustBeGood } from './answers.ts';
import { NotNow } from './notNow.ts';
import type { OnWords } from './orgWords.ts';
import { reach, textOf } from './reach.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Who hears of answers, whatever became of them. */
export interface Ears {
  readonly onHeaders: (headers: Headers) => void;
  /** The org's own words. */
  readonly onWords: OnWords;
}

/**
 * How jsforce sends a request for us. Its own way passes the answer through a pipe that drops errors: a connection cut
 * half-way never ends or ends the process. Here the whole answer is read, within a time limit, or the call fails; one that
 * says no is sorted here, so that jsforce never makes an error of the org's words.
 */
export function wholeAnswers(timeoutSeconds: number, ears: Ears): object {
  async function send(request: Request) {
    const response = await reach(request.url, {
      method: request.method,
      headers: request.headers ?? {},
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    ears.onHeaders(response.headers);
    const body = await textOf(response);
    const { status } = response;
    const path = new URL(request.url).pathname;
    mustBeGood({ method: request.method, path }, { status, body }, ears.onWords);
    if (body !== '' && !isJson(response)) throw new NotNow(`HTTP ${status} but no JSON`);
    return { statusCode: status, headers: Object.fromEntries(response.headers), body };
  }
  return {
    httpRequest: (request: Request) => Object.assign(send(request), { stream: () => new PassThrough() }),
  };
}

/** A proxy or a page of maintenance says 200 too; taken for an answer it would pass for rows without a result. */
const isJson = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').includes('json');

/** Sends one request through jsforce, once: no try is repeated and no session renewed. */
export function sendOnce(
  connection: Connection,
  request: Request,
  timeoutSeconds: number,
  ears: Ears,
): Promise<unknown> {
  const headers = { ...request.headers };
  const options = { transport: wholeAnswers(timeoutSeconds, ears) };
  return connection.request(
    {
      method: request.method as 'GET',
      url: request.url,
      headers,
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    },
    options,
  );
}
