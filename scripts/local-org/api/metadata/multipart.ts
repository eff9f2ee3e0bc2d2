import type { Parts } from './deployRequest.ts';

/** Lines end with CRLF; LF alone is accepted too, as the guides' own examples have it. */
function headOf(part: Buffer): { readonly head: string; readonly start: number } {
  const crlf = part.indexOf('\r\n\r\n');
  const lf = part.indexOf('\n\n');
  const start = crlf >= 0 && (lf < 0 || crlf < lf) ? crlf + 4 : lf + 2;
  return { head: part.subarray(0, start).toString('utf8'), start };
}

/** The parts of a multipart/form-data body by name, as bytes; file names are ignored. */
export function parseMultipart(body: Buffer, contentType: string): Parts {
  const boundary = /boundary=(?:"([^"]+)"|([^;]+))/i.exec(contentType);
  const parts = new Map<string, Uint8Array>();
  const mark = Buffer.from(`--${boundary?.[1] ?? boundary?.[2] ?? ''}`);
  if (mark.length === 2) return parts;
  let start = body.indexOf(mark);
  while (start >= 0) {
    const from = start + mark.length;
    const end = body.indexOf(mark, from);
    if (end < 0) break;
    const part = body.subarray(from, body[end - 2] === 13 ? end - 2 : end - 1);
    const { head, start: content } = headOf(part);
    const name = /name="([^"]+)"/i.exec(head)?.[1];
    if (name) parts.set(name, part.subarray(content));
    start = end;
  }
  return parts;
}
