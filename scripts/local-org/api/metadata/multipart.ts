import type { Parts } from './deployRequest.ts';

const BREAK = Buffer.from('\r\n\r\n');

/** The parts of a multipart/form-data body by name. Bytes are kept as they are; file names are not. */
export const parseMultipart = (body: Buffer, contentType: string): Parts => {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const parts = new Map<string, Uint8Array>();
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  if (mark.length === 2) return parts;
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length + 2;
    const end = body.indexOf(mark, from);
    if (end < 0) break;
    const part = body.subarray(from, end - 2);
    const split = part.indexOf(BREAK);
    const name = /name="([^"]+)"/i.exec(part.subarray(0, split).toString('utf8'))?.[1];
    if (name) parts.set(name, part.subarray(split + BREAK.length));
    start = end;
  }
  return parts;
};
