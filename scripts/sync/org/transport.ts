import type { Connection } from 'jsforce/lib/connection.js';
import { PassThrough } from 'node:stream';
import { mustBeGood } from './answers.ts';
import { TransientError } from './transientError.ts';
import type { OnOrgMessage } from './keptError.ts';
import { reach, textOf } from './reach.ts';

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Callbacks for every answer, whether it is good or not. */
export interface AnswerListeners {
  readonly onHeaders: (headers: Headers) => void;
  /** Called with the org's own error messages. */
  readonly onOrgMessage: OnOrgMessage;
}

/**
 * How jsforce sends our requests. jsforce's own way passes the answer through a pipe that drops errors, so a connection that
 * breaks half-way hangs or ends the process. Here the whole answer is read within a time limit, or the call fails. Refusals
 * are thrown here, so that jsforce never makes an error out of the org's message.
 */
export function wholeAnswers(timeoutSeconds: number, listeners: AnswerListeners): object {
  async function send(request: Request) {
    const response = await reach(request.url, {
      method: request.method,
      headers: request.headers ?? {},
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    listeners.onHeaders(response.headers);
    const body = await textOf(response);
    const { status } = response;
    const path = new URL(request.url).pathname;
    mustBeGood({ method: request.method, path }, { status, body }, listeners.onOrgMessage);
    if (body !== '' && !isJson(response)) throw new TransientError(`HTTP ${status} but no JSON`);
    return { statusCode: status, headers: Object.fromEntries(response.headers), body };
  }
  return {
    httpRequest: (request: Request) => Object.assign(send(request), { stream: () => new PassThrough() }),
  };
}

/** A proxy or a maintenance page answers 200 too; taken for an answer, it would look like rows without a result. */
const isJson = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').includes('json');

/** Sends one request through jsforce: no retry, and no new session. */
export function sendOnce(
  connection: Connection,
  request: Request,
  timeoutSeconds: number,
  listeners: AnswerListeners,
): Promise<unknown> {
  const headers = { ...request.headers };
  const options = { transport: wholeAnswers(timeoutSeconds, listeners) };
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
