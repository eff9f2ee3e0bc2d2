/** Longest line, in bytes without its end (docs/FEED.md). */
export const MAX_LINE_BYTES = 1_048_576;

/** A non-blank line. `number` counts all lines of the file from 1, blank ones too. */
export interface Line {
  readonly number: number;
  /** Without the line end; null when the line is longer than MAX_LINE_BYTES. */
  readonly bytes: Buffer | null;
}

const LF = 0x0a;
const CR = 0x0d;
const BLANKS: readonly number[] = [0x20, 0x09, CR];
/**
 * The byte order mark of UTF-8. At the ends of a line it shows that files were joined there; inside a line it belongs to a
 * text.
 */
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);
/** Bytes of a line that don't count as its length: byte order marks at its ends and a CR. */
const EDGE_BYTES = 64;

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => BLANKS.includes(byte));

const isMark = (bytes: Buffer, at: number): boolean =>
  bytes[at] === BOM[0] && bytes.subarray(at, at + BOM.length).equals(BOM);

/** The line without byte order marks at its ends, which joined files leave, and the blanks between them. */
function withoutMarks(bytes: Buffer): Buffer {
  let start = 0;
  for (let at = 0; at < bytes.length; at += 1) {
    if (isMark(bytes, at)) {
      start = at + BOM.length;
      at = start - 1;
    } else if (!BLANKS.includes(bytes[at] ?? 0)) break;
  }
  let end = bytes.length;
  while (isMark(bytes, end - BOM.length)) end -= BOM.length;
  return bytes.subarray(start, end);
}

/**
 * Splits a byte stream into lines. `push` returns the lines that a chunk completes, `end` the last one when the file doesn't
 * end with a newline. Blank lines are counted, not returned; byte order marks at the ends of a line are dropped, as joining
 * files or gzip members leaves them there. At most one line of MAX_LINE_BYTES is kept between two calls.
 */
export function lineSplitter(): {
  readonly push: (chunk: Buffer) => readonly Line[];
  readonly end: () => readonly Line[];
} {
  let number = 0;
  let held: Buffer[] = [];
  let heldBytes = 0;

  function hold(part: Buffer): void {
    heldBytes += part.length;
    if (heldBytes <= MAX_LINE_BYTES + EDGE_BYTES) held.push(part);
    else held = [];
  }

  function take(): Line | undefined {
    number += 1;
    const joined = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    const dropped = heldBytes > joined.length;
    held = [];
    heldBytes = 0;
    if (dropped) return { number, bytes: null };
    const bytes = withoutMarks(joined.subarray(0, joined.at(-1) === CR ? -1 : undefined));
    if (bytes.length > MAX_LINE_BYTES) return { number, bytes: null };
    return isBlank(bytes) ? undefined : { number, bytes };
  }

  function push(chunk: Buffer): readonly Line[] {
    const lines: Line[] = [];
    let start = 0;
    for (let end = chunk.indexOf(LF); end >= 0; end = chunk.indexOf(LF, start)) {
      hold(chunk.subarray(start, end));
      const line = take();
      if (line) lines.push(line);
      start = end + 1;
    }
    hold(chunk.subarray(start));
    return lines;
  }

  function end(): readonly Line[] {
    const line = take();
    return line ? [line] : [];
  }

  return { push, end };
}
