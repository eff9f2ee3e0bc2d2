import type { IncomingMessage, ServerResponse } from 'node:http';
import { checkLine } from '../check/checkLine.ts';
import { subjectKey, type CheckedEvent } from '../events/event.ts';
import type { InboxEvent } from '../state/inbox.ts';
import {
  answerOfEvents,
  answerOfRefusal,
  Refusal,
  refusalFor,
  refusedEvent,
  type Answer,
  type RefusedEvent,
} from './answers.ts';
import type { Authorization, Credentials } from './authorization.ts';
import { eventHeaders, headersOf } from './binaryEvent.ts';
import type { InboxWriter } from './inboxWriter.ts';
import { contentMode } from './mediaType.ts';
import { bodyReader, unzipped, type BodyLimits } from './requestBody.ts';
import { onOneLine, sentLines, type SentLine } from './sentLines.ts';
import { handshake, mustBeAllowed, type WebhookTerms } from './webhook.ts';

/** What the receiver works with. */
export interface Receiving {
  readonly inbox: InboxWriter;
  readonly authorization: Authorization;
  readonly terms: WebhookTerms;
  readonly limits: BodyLimits;
  /** Seconds until the next request is taken; 0 when this one is. */
  readonly takeTurn: () => number;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Whether no more requests are taken. */
  readonly isEnding: () => boolean;
  /** Called after every answer. */
  readonly onAnswer: (answered: Answered) => void;
  /** Called with what nobody has foreseen. */
  readonly onError: (error: unknown) => void;
}

/** What became of a request. */
export interface Answered {
  readonly status: number;
  readonly accepted: number;
  readonly refused: readonly RefusedEvent[];
  readonly milliseconds: number;
}

/** Where events are sent to. */
export const EVENTS_PATH = '/events';

const ENDING_SECONDS = 10;

type Taken = Pick<Answered, 'accepted' | 'refused'> & { readonly answer: Answer };

const nothingTaken = (answer: Answer): Taken => ({ accepted: 0, refused: [], answer });

/** Returns the handler of requests. It answers only when the accepted events are on disk. */
export function receiver(receiving: Receiving): (request: IncomingMessage, response: ServerResponse) => void {
  const readBody = bodyReader(receiving.limits);

  async function taken(request: IncomingMessage): Promise<Taken> {
    const { pathname, searchParams } = new URL(request.url ?? '', 'http://receiver');
    if (pathname !== EVENTS_PATH) throw new Refusal('NOT_FOUND');
    const origin = headerOf(request, 'webhook-request-origin');
    if (request.method === 'OPTIONS') return nothingTaken(handshake(receiving.terms, origin));
    if (request.method !== 'POST') throw new Refusal('METHOD', { Allow: 'POST, OPTIONS' });
    if (receiving.isEnding()) throw refusalFor('ENDING', ENDING_SECONDS);
    const credentials: Credentials = {
      authorization: headerOf(request, 'authorization'),
      queryToken: searchParams.get('access_token'),
      signature: headerOf(request, 'x-hub-signature-256') ?? headerOf(request, 'x-hub-signature'),
    };
    const isKnown = receiving.authorization.byToken(credentials);
    mustBeAllowed(receiving.terms, origin);
    const wait = receiving.takeTurn();
    if (wait > 0) throw refusalFor('TOO_FAST', wait);

    const headers = headersOf(request.rawHeaders);
    const contentType = headerOf(request, 'content-type') ?? '';
    const mode = contentMode(contentType, eventHeaders(headers).length > 0);
    const sent = await readBody(request);
    if (!isKnown) receiving.authorization.bySignature(credentials, mode, sent);
    const body = await unzipped(sent, headerOf(request, 'content-encoding'), receiving.limits.one);
    return take(sentLines({ mode, headers, contentType, body }), receiving);
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const begun = performance.now();
    const { answer, accepted, refused } = await taken(request).catch((error: unknown) => {
      if (error instanceof Refusal) return nothingTaken(answerOfRefusal(error));
      receiving.onError(error);
      return nothingTaken(answerOfRefusal(refusalFor('DISK', ENDING_SECONDS)));
    });
    send(request, response, answer);
    const { status } = answer;
    receiving.onAnswer({ status, accepted, refused, milliseconds: performance.now() - begun });
  }

  return (request, response) => void handle(request, response);
}

/** Node joins the values of a header that came twice, or keeps the first. */
function headerOf(request: IncomingMessage, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}

/** Lines that are checked before others get their turn. */
const CHECKED_AT_ONCE = 100;

async function take(lines: readonly SentLine[], { inbox, now }: Receiving): Promise<Taken> {
  const accepted: InboxEvent[] = [];
  const refused: RefusedEvent[] = [];
  for (const [index, bytes] of lines.entries()) {
    if (index > 0 && index % CHECKED_AT_ONCE === 0) await new Promise(setImmediate);
    const { event, reject } = checkLine({ number: index + 1, bytes }, now());
    if (event) accepted.push(inboxEvent(event, bytes as Buffer));
    else refused.push(refusedEvent(index, reject));
  }
  await inbox.add(accepted);
  return { answer: answerOfEvents(accepted.length, refused), accepted: accepted.length, refused };
}

function inboxEvent({ zone, target, subject, time, data }: CheckedEvent, bytes: Buffer): InboxEvent {
  const { customer } = (data ?? {}) as { readonly customer?: unknown };
  return {
    zone,
    target,
    subjectKey: subjectKey(subject),
    customerKey: typeof customer === 'string' ? subjectKey(customer) : null,
    time,
    line: onOneLine(bytes),
  };
}

function send(request: IncomingMessage, response: ServerResponse, { status, body, headers }: Answer): void {
  const text = `${JSON.stringify(body)}\n`;
  // A body that wasn't read to its end would be taken for the next request.
  const rest = request.complete ? {} : { Connection: 'close' };
  response.writeHead(status, {
    'Content-Type': 'application/json',
    'Content-Length': Buffer.byteLength(text),
    // The address may hold a token (HTTP 1.1 Web Hooks, 3.2).
    'Cache-Control': 'private, no-store',
    'X-Content-Type-Options': 'nosniff',
    ...rest,
    ...headers,
  });
  response.end(text);
  // What is still arriving is dropped, within the server's time limit, so that the sender can read the answer.
  request.resume();
}
