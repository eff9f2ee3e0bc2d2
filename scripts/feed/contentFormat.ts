import type { FeedFaultCode } from './feedFault.ts';

/** Why a file with such content is no feed, and what to ask the sender for. */
export interface OtherFormat {
  readonly code: FeedFaultCode;
  readonly why: string;
  readonly next: string;
}

/** Bytes needed to recognize every format: the length of a tar header. */
export const HEAD_BYTES = 512;

/**
 * First bytes (Latin-1) of archives and compressed files. gzip isn't among them, as it is unpacked before anything is looked
 * at.
 */
const ARCHIVES: readonly (readonly [start: string, what: string])[] = [
  ['PK\x03\x04', 'a zip file'],
  ['PK\x05\x06', 'an empty zip file'],
  ['PK\x07\x08', 'a part of a zip file'],
  ['\x1f\x8b', 'compressed twice'],
  ['7z\xbc\xaf\x27\x1c', 'a 7z file'],
  ['Rar!\x1a\x07', 'a rar file'],
  ['BZh', 'compressed with bzip2'],
  ['\xfd7zXZ\x00', 'compressed with xz'],
  ['\x28\xb5\x2f\xfd', 'compressed with zstd'],
  ['\x04\x22\x4d\x18', 'compressed with lz4'],
];
const PLAIN_OR_GZIP = 'Unpack it, or ask the sender for NDJSON, plain or compressed with gzip';

const UTF16_MARKS: readonly string[] = ['\xff\xfe', '\xfe\xff'];

/** Where a tar header has its checksum (POSIX, pax interchange format): six octal digits and two bytes that end them. */
const TAR_SUM = { start: 148, end: 156 } as const;
const SPACE = 0x20;

/**
 * Recognizes files that as a whole can't be lines of JSON (an archive, another compression, UTF-16) by their first
 * HEAD_BYTES bytes, or all bytes when there are fewer. Undefined when it may be a feed.
 */
export function otherFormat(head: Buffer): OtherFormat | undefined {
  const start = head.toString('latin1');
  const archive = ARCHIVES.find(([signature]) => start.startsWith(signature))?.[1];
  const packed = archive ?? (isTar(head) ? 'a tar file' : undefined);
  if (packed !== undefined) return { code: 'FEED_ARCHIVE', why: `is ${packed}`, next: PLAIN_OR_GZIP };
  if (UTF16_MARKS.includes(start.slice(0, 2)) || head.subarray(0, 2).includes(0))
    return { code: 'FEED_NOT_UTF8', why: 'is UTF-16, not UTF-8', next: 'Ask the sender for UTF-8' };
  return undefined;
}

/**
 * By the checksum that every tar has, old formats too: the sum of all header bytes, with its own bytes counted as spaces.
 */
function isTar(head: Buffer): boolean {
  if (head.length < HEAD_BYTES) return false;
  const { start, end } = TAR_SUM;
  const stated = /^ *([0-7]{1,6})[ \0]/.exec(head.toString('latin1', start, end))?.[1];
  if (stated === undefined) return false;
  let sum = 0;
  for (let place = 0; place < HEAD_BYTES; place += 1)
    sum += place >= start && place < end ? SPACE : (head[place] ?? 0);
  return sum === Number.parseInt(stated, 8);
}
