import { isUtf8 } from 'node:buffer';
import { Refusal } from './answers.ts';

const PREFIX = 'ce-';

/** A header of a request, its name in lower case. */
export type Header = readonly [name: string, value: string];

/** Node's list of names and values in turn, as they came: repeated headers are still apart. */
export function headersOf(rawHeaders: readonly string[]): readonly Header[] {
  return Array.from({ length: rawHeaders.length / 2 }, (_, n): Header => [
    (rawHeaders[2 * n] ?? '').toLowerCase(),
    rawHeaders[2 * n + 1] ?? '',
  ]);
}

export const eventHeaders = (headers: readonly Header[]): readonly Header[] =>
  headers.filter(([name]) => name.startsWith(PREFIX));

/**
 * The line of an event in binary mode: its attributes are headers, its data is the body. A repeated header becomes a
 * repeated key, which the check then finds, and the body's text stands in the line as it came. `body` must be JSON of its
 * own, or it could bring attributes into the line; undefined when it isn't, or when it is empty and not `data` at all.
 * Throws BAD_HEADER.
 */
export function binaryEvent(
  headers: readonly Header[],
  contentType: string,
  body: Buffer,
): Buffer | undefined {
  const attributes = eventHeaders(headers).map(([name, value]): Header => [
    name.slice(PREFIX.length),
    decoded(value),
  ]);
  const keys = [...attributes, ['datacontenttype', contentType] as const].map(
    ([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`,
  );
  if (body.length === 0) return Buffer.from(`{${keys.join(',')}}`);
  if (!isJson(body)) return undefined;
  return Buffer.concat([Buffer.from(`{${keys.join(',')},"data":`), body, Buffer.from('}')]);
}

const ENCODED = /%([0-9a-fA-F]{2})/g;
/** Outside it a header must be percent-encoded. A quoted value may hold spaces. */
const PRINTABLE = /^[\x20-\x7e]*$/;

/**
 * The value of an attribute: without the double quotes of older senders, then percent-decoded once (HTTP Protocol Binding,
 * 3.1.3.2). A per cent sign that begins no code stands for itself.
 */
function decoded(header: string): string {
  if (!PRINTABLE.test(header)) throw new Refusal('BAD_HEADER');
  const bytes = Buffer.from(
    unquoted(header).replace(ENCODED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16))),
    'latin1',
  );
  if (!isUtf8(bytes)) throw new Refusal('BAD_HEADER');
  return bytes.toString('utf8');
}

const QUOTED = /^"((?:[^"\\]|\\.)*)"$/;

function unquoted(value: string): string {
  const inner = QUOTED.exec(value)?.[1];
  return inner === undefined ? value : inner.replace(/\\(.)/g, '$1');
}

/** Whether the bytes are one JSON text. */
function isJson(bytes: Buffer): boolean {
  if (!isUtf8(bytes)) return false;
  try {
    JSON.parse(bytes.toString('utf8'));
    return true;
  } catch {
    return false;
  }
}
