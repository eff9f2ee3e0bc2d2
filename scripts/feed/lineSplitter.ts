/** Longest line, in bytes without its end (docs/FEED.md). */
export const MAX_LINE_BYTES = 1_048_576;

/** A line that isn't blank. `number` counts every line of the file from 1. */
export interface Line {
  readonly number: number;
  /** Without the line end; null when the line is longer than MAX_LINE_BYTES, which isn't kept. */
  readonly bytes: Buffer | null;
}

const LF = 0x0a;
const CR = 0x0d;
const BLANKS: readonly number[] = [0x20, 0x09, CR];
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

const isBlank = (bytes: Buffer): boolean => bytes.every((byte) => BLANKS.includes(byte));

/**
 * Cuts a byte stream into lines. `push` gives the lines that a chunk completes, `end` the last one when the file has
 * no newline at its end. Blank lines are counted, not given; a byte order mark at the start is dropped. What is kept
 * between two calls is never more than one line of MAX_LINE_BYTES.
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
    if (heldBytes <= MAX_LINE_BYTES + BOM.length + 1) held.push(part);
    else held = [];
  }

  function take(): Line | undefined {
    number += 1;
    const joined = held.length === 1 && held[0] ? held[0] : Buffer.concat(held);
    const dropped = heldBytes > joined.length;
    held = [];
    heldBytes = 0;
    if (dropped) return { number, bytes: null };
    const start = number === 1 && joined.subarray(0, BOM.length).equals(BOM) ? BOM.length : 0;
    const bytes = joined.subarray(start, joined.at(-1) === CR ? -1 : undefined);
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
    if (start < chunk.length) hold(chunk.subarray(start));
    return lines;
  }

  function end(): readonly Line[] {
    const line = heldBytes > 0 ? take() : undefined;
    return line ? [line] : [];
  }

  return { push, end };
}
