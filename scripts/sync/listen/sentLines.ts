import { isUtf8 } from 'node:buffer';
import { lineSplitter, MAX_LINE_BYTES } from '../../feed/lineSplitter.ts';
import { Refusal } from './answers.ts';
import { arrayItems } from './arrayItems.ts';
import { binaryEvent, type Header } from './binaryEvent.ts';
import type { ContentMode } from './mediaType.ts';

/** The line of an event that a request carries, as a feed would have it; null when it is longer than a line may be. */
export type SentLine = Buffer | null;

/** Events of one request: enough for a batch, few enough for an answer that names every refused one. */
const MAX_EVENTS = 10_000;

interface Sent {
  readonly mode: ContentMode;
  readonly headers: readonly Header[];
  readonly contentType: string;
  readonly body: Buffer;
}

/**
 * The lines of the events of a request, in order, each cut from the raw text. Throws BODY_NOT_JSON and NOT_A_BATCH when the
 * request as a whole can't be read, BAD_HEADER, TOO_MANY_EVENTS. What is wrong with a single event is left to the check.
 */
export function sentLines({ mode, headers, contentType, body }: Sent): readonly SentLine[] {
  switch (mode) {
    case 'structured':
      mustBeJson(body);
      return [bounded(body)];
    case 'binary': {
      const line = binaryEvent(headers, contentType, body);
      if (line === undefined) throw new Refusal('BODY_NOT_JSON');
      return [bounded(line)];
    }
    case 'batched':
      return few(itemsOf(body)).map(bounded);
    case 'lines': {
      const splitter = lineSplitter();
      return few([...splitter.push(body), ...splitter.end()]).map(({ bytes }) => bytes);
    }
  }
}

const bounded = (line: Buffer): SentLine => (line.length > MAX_LINE_BYTES ? null : line);

function few<T>(items: readonly T[]): readonly T[] {
  if (items.length > MAX_EVENTS) throw new Refusal('TOO_MANY_EVENTS');
  return items;
}

function itemsOf(body: Buffer): readonly Buffer[] {
  if (!Array.isArray(mustBeJson(body))) throw new Refusal('NOT_A_BATCH');
  return arrayItems(body);
}

function mustBeJson(body: Buffer): unknown {
  if (!isUtf8(body)) throw new Refusal('BODY_NOT_JSON');
  try {
    return JSON.parse(body.toString('utf8'));
  } catch {
    throw new Refusal('BODY_NOT_JSON');
  }
}

const [LF, CR, SPACE] = [0x0a, 0x0d, 0x20];

/** The same JSON on one line. In JSON a line end is a space: inside a string it would have to be escaped. */
export function onOneLine(json: Buffer): Buffer {
  if (!json.includes(LF) && !json.includes(CR)) return json;
  return Buffer.from(json.map((byte) => (byte === LF || byte === CR ? SPACE : byte)));
}
