import type { Connection } from 'jsforce';
import { PassThrough } from 'node:stream';

/** An answer that says: not now. `status` is the HTTP status, `code` the org's own word when it gave one. */
export class NotNow extends Error {
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string) {
    super(`HTTP ${status} ${code}`);
    this.name = 'NotNow';
    this.status = status;
    this.code = code;
  }
}

interface Request {
  readonly method: string;
  readonly url: string;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

/** Answers after which the same request may succeed. Every request of the job may be sent twice. */
const NOT_NOW: readonly number[] = [408, 420, 429, 500, 502, 503, 504];

/**
 * How jsforce sends a request for us. Its own way passes the answer through a pipe that drops errors: a connection cut
 * half-way never ends or ends the process. Here the whole answer is read, within a time limit, or the call fails.
 */
export function wholeAnswers(timeoutSeconds: number): object {
  async function send(request: Request) {
    const response = await fetch(request.url, {
      method: request.method,
      headers: request.headers ?? {},
      redirect: 'error',
      signal: AbortSignal.timeout(timeoutSeconds * 1000),
      ...(typeof request.body === 'string' ? { body: request.body } : {}),
    });
    const body = await response.text();
    mustBeNow(response.status, body);
    if (response.ok && body !== '' && !isJson(response)) throw new NotNow(response.status, 'but no JSON');
    return { statusCode: response.status, headers: Object.fromEntries(response.headers), body };
  }
  return {
    httpRequest: (request: Request) => Object.assign(send(request), { stream: () => new PassThrough() }),
  };
}

/** Throws NotNow when the same request may succeed later. */
export function mustBeNow(status: number, body: string): void {
  if (NOT_NOW.includes(status)) throw new NotNow(status, errorCodeOf(body));
}

/** A proxy or a page of maintenance says 200 too; taken for an answer it would pass for rows without a result. */
const isJson = ({ headers }: Response): boolean => (headers.get('content-type') ?? '').includes('json');

function errorCodeOf(body: string): string {
  return /"errorCode"\s*:\s*"([A-Z_]+)"/.exec(body)?.[1] ?? '';
}

/** Sends one request through jsforce, once: no try is repeated and no session renewed. */
export function sendOnce(connection: Connection, request: Request, timeoutSeconds: number): Promise<unknown> {
  const headers = { ...request.headers };
  const options = { transport: wholeAnswers(timeoutSeconds) };
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
