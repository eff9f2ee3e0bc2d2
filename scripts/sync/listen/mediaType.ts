import { Refusal } from './answers.ts';

/** How a request carries its events. The first three are the content modes of CloudEvents' HTTP Protocol Binding, 1.3. */
export type ContentMode = 'structured' | 'batched' | 'binary' | 'lines';

const NDJSON: ReadonlySet<string> = new Set([
  'application/x-ndjson',
  'application/ndjson',
  'application/jsonl',
]);
const JSON_TYPE = /^application\/(?:[\w.-]+\+)?json$/;
const CHARSET = /;\s*charset\s*=\s*"?([^\s";]+)"?/i;

/**
 * The content mode by `Content-Type` and, for binary mode, by whether there are ce- headers. Throws CONTENT_TYPE: other
 * formats than JSON (`application/cloudevents+avro`), JSON that is no event, other encodings than UTF-8.
 */
export function contentMode(contentType: string | undefined, hasEventHeaders: boolean): ContentMode {
  const type = (contentType ?? '').split(';', 1)[0]?.trim().toLowerCase() ?? '';
  const charset = CHARSET.exec(contentType ?? '')?.[1]?.toLowerCase() ?? 'utf-8';
  if (charset !== 'utf-8' && charset !== 'utf8') throw new Refusal('CONTENT_TYPE');
  if (type === 'application/cloudevents+json') return 'structured';
  if (type === 'application/cloudevents-batch+json') return 'batched';
  if (NDJSON.has(type)) return 'lines';
  if (type.startsWith('application/cloudevents')) throw new Refusal('CONTENT_TYPE');
  if (hasEventHeaders && JSON_TYPE.test(type)) return 'binary';
  throw new Refusal('CONTENT_TYPE');
}
