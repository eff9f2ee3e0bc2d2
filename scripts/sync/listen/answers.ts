import { STATUS_CODES } from 'node:http';
import type { Reject, RejectCode } from '../check/reject.ts';

/** An event that was refused: its place in the request from 0, why, and where (JSON Pointer). Never a value. */
export interface RefusedEvent {
  readonly index: number;
  readonly code: RejectCode;
  readonly pointer: string;
}

/** What is sent back. `retryAfter`: seconds. */
export interface Answer {
  readonly status: number;
  readonly body: object;
  readonly headers?: Readonly<Record<string, string>>;
}

interface Entry {
  readonly status: number;
  readonly what: string;
  readonly next: string;
}

/** Every way in which a request as a whole is refused. The statuses are those of CloudEvents, HTTP 1.1 Web Hooks, 2.2. */
const CATALOGUE = {
  BODY_NOT_JSON: {
    status: 400,
    what: 'The body is not JSON',
    next: 'Send JSON in UTF-8 (RFC 8259), or NDJSON as application/x-ndjson',
  },
  NOT_A_BATCH: {
    status: 400,
    what: 'The body is not a JSON array',
    next: 'Send an array of events, or a single event as application/cloudevents+json',
  },
  BAD_HEADER: {
    status: 400,
    what: 'A ce- header can not be decoded',
    next: 'Percent-encode its value as UTF-8 (CloudEvents, HTTP Protocol Binding, 3.1.3.2)',
  },
  BAD_GZIP: {
    status: 400,
    what: 'The body is not whole gzip data',
    next: 'Send it again, or without Content-Encoding',
  },
  ALL_REFUSED: {
    status: 400,
    what: 'Every event of the request broke the contract',
    next: 'Correct them; docs/OPERATIONS.md tells what each code asks for',
  },
  CUT: {
    status: 400,
    what: 'The body ended before it was whole',
    next: 'Send it again',
  },
  UNAUTHORIZED: {
    status: 401,
    what: 'The request has no valid token and no valid signature',
    next: 'Send `Authorization: Bearer <token>`, or X-Hub-Signature-256 with the HMAC-SHA256 of the body',
  },
  SIGNATURE_OF_HEADERS: {
    status: 401,
    what: 'A signature of the body does not cover the ce- headers of binary mode',
    next: 'Send structured or batched mode or NDJSON, or a bearer token',
  },
  ORIGIN: {
    status: 403,
    what: 'This WebHook-Request-Origin may not send events here',
    next: 'Have the operator add it with --allow-origin',
  },
  NOT_FOUND: { status: 404, what: 'There is nothing here', next: 'Send events to /events' },
  METHOD: { status: 405, what: 'Only POST and OPTIONS are taken here', next: 'Send events with POST' },
  NOT_HTTP: {
    status: 400,
    what: 'The request is not whole HTTP/1.1',
    next: 'Send it again, with the right Content-Length',
  },
  TOO_SLOW: {
    status: 408,
    what: 'The request took too long to arrive',
    next: 'Send it again, at once or in smaller requests',
  },
  HEADERS_TOO_LARGE: {
    status: 431,
    what: 'The headers are larger than is taken',
    next: 'Send structured mode instead of binary',
  },
  BODY_TOO_LARGE: {
    status: 413,
    what: 'The body is larger than is taken',
    next: 'Send fewer events a request; the operator sets the limit with --max-body',
  },
  TOO_MANY_EVENTS: {
    status: 413,
    what: 'The request holds more events than are taken at once',
    next: 'Send fewer events a request, or deliver them as a feed',
  },
  CONTENT_TYPE: {
    status: 415,
    what: 'The Content-Type is none of those taken',
    next: 'Send application/cloudevents+json, application/cloudevents-batch+json or application/x-ndjson, or ce- headers with application/json, in UTF-8',
  },
  CONTENT_ENCODING: {
    status: 415,
    what: 'The Content-Encoding is not taken',
    next: 'Send gzip or none',
  },
  TOO_FAST: { status: 429, what: 'Too many requests', next: 'Wait for the seconds of Retry-After' },
  BUSY: {
    status: 429,
    what: 'Too many bodies are arriving at once',
    next: 'Wait for the seconds of Retry-After',
  },
  INBOX_FULL: {
    status: 429,
    what: 'As many events as may wait are waiting',
    next: 'Wait for the seconds of Retry-After; nothing of this request was taken',
  },
  DISK: {
    status: 503,
    what: 'The events could not be stored',
    next: 'Send the request again after the seconds of Retry-After',
  },
  ENDING: {
    status: 503,
    what: 'The receiver is stopping',
    next: 'Send the request again after the seconds of Retry-After',
  },
} as const satisfies Record<string, Entry>;

export type RefusalCode = keyof typeof CATALOGUE;

/** Ends the handling of a request: nothing of it was taken. `headers` go with the answer. */
export class Refusal extends Error {
  readonly code: RefusalCode;
  readonly headers: Readonly<Record<string, string>>;

  constructor(code: RefusalCode, headers: Readonly<Record<string, string>> = {}) {
    super(CATALOGUE[code].what);
    this.name = 'Refusal';
    this.code = code;
    this.headers = headers;
  }
}

/** A refusal that passes by itself. RFC 9110, 10.2.3: Retry-After in whole seconds. */
export const refusalFor = (code: RefusalCode, seconds: number): Refusal =>
  new Refusal(code, { 'Retry-After': String(Math.max(1, Math.ceil(seconds))) });

function refusalBody(code: RefusalCode): object {
  const { what, next } = CATALOGUE[code];
  return { code, message: what, next };
}

export const answerOfRefusal = ({ code, headers }: Refusal): Answer => ({
  status: CATALOGUE[code].status,
  body: refusalBody(code),
  headers,
});

/** Node's codes for what it gives up before there is a request. */
const UNREADABLE: Readonly<Record<string, RefusalCode>> = {
  ERR_HTTP_REQUEST_TIMEOUT: 'TOO_SLOW',
  HPE_HEADER_OVERFLOW: 'HEADERS_TOO_LARGE',
};

/** The whole answer, as text of HTTP/1.1, to what could not be read as a request. `code` is that of Node's error. */
export function answerOfUnreadable(code: string): string {
  const { status, body } = answerOfRefusal(new Refusal(UNREADABLE[code] ?? 'NOT_HTTP'));
  const text = `${JSON.stringify(body)}\n`;
  return [
    `HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}`,
    'Content-Type: application/json',
    `Content-Length: ${Buffer.byteLength(text)}`,
    'Connection: close',
    '',
    text,
  ].join('\r\n');
}

export const refusedEvent = (index: number, { code, path }: Reject): RefusedEvent => ({
  index,
  code,
  pointer: path,
});

/**
 * The answer to events that are on disk. 202: accepted, not yet processed. When none was accepted it is 400, so that a
 * sender that looks at nothing but the status doesn't take them for delivered.
 */
export function answerOfEvents(accepted: number, refused: readonly RefusedEvent[]): Answer {
  const counts = { accepted, refused: refused.length, refusals: refused };
  if (accepted > 0 || refused.length === 0) return { status: 202, body: counts };
  return { status: CATALOGUE.ALL_REFUSED.status, body: { ...refusalBody('ALL_REFUSED'), ...counts } };
}
