import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { errorCode } from './errorCode.ts';
import { FeedFault } from './feedFault.ts';
import type { FeedFile } from './feedFiles.ts';
import { lineSplitter, type Line } from './lineSplitter.ts';
import { mustMatch } from './manifest.ts';

const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
const LITTLE_ENDIAN_MARK = Buffer.from([0xff, 0xfe]);
const BIG_ENDIAN_MARK = Buffer.from([0xfe, 0xff]);
const FIRST_SIGN = /^\uFEFF?\s*(\S)/;

/**
 * The lines of one file, many at a time, plain or gzip by its first bytes. Throws FeedFault at the first sign that the
 * file as a whole isn't a feed: not readable, cut off, UTF-16, a JSON array, not what its manifest entry says.
 */
export async function* readFeedFile(file: FeedFile): AsyncGenerator<readonly Line[]> {
  const hash = createHash('sha256');
  const splitter = lineSplitter();
  let lines = 0;
  let looked = false;
  try {
    for await (const chunk of await unzipped(file, hash)) {
      if (!looked) looked = refuseOtherFormats(file, chunk);
      const batch = splitter.push(chunk);
      lines += batch.length;
      if (batch.length > 0) yield batch;
    }
  } catch (error) {
    throw asFeedFault(file, error);
  }
  const last = splitter.end();
  if (last.length > 0) yield last;
  if (file.entry)
    mustMatch(file.path, { sha256: hash.digest('hex'), lines: lines + last.length }, file.entry);
}

async function unzipped(file: FeedFile, hash: Hash): Promise<AsyncIterable<Buffer>> {
  const stored = hashed(createReadStream(file.path), hash);
  const first = await stored.next();
  if (first.done) {
    if (file.path.endsWith('.gz')) throw cutOff(file);
    return Readable.from([]);
  }
  const all = joined(first.value, stored);
  if (!first.value.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC)) return all;
  return pipeline(Readable.from(all), createGunzip(), () => {
    // What went wrong is thrown to whoever iterates.
  });
}

async function* hashed(source: AsyncIterable<Buffer>, hash: Hash): AsyncGenerator<Buffer> {
  for await (const chunk of source) {
    hash.update(chunk);
    yield chunk;
  }
}

async function* joined(first: Buffer, rest: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  yield first;
  yield* rest;
}

/** True once there was something to look at: a file may begin with blank lines. */
function refuseOtherFormats(file: FeedFile, start: Buffer): boolean {
  const mark = start.subarray(0, LITTLE_ENDIAN_MARK.length);
  if (mark.equals(LITTLE_ENDIAN_MARK) || mark.equals(BIG_ENDIAN_MARK) || start.subarray(0, 2).includes(0))
    throw new FeedFault('FEED_NOT_UTF8', file.path, 'is UTF-16, not UTF-8', 'Ask the sender for UTF-8');
  const sign = FIRST_SIGN.exec(start.toString('utf8'))?.[1];
  if (sign === '[')
    throw new FeedFault(
      'FEED_JSON_ARRAY',
      file.path,
      'is a JSON array, not one event a line',
      'Ask the sender for NDJSON',
    );
  return sign !== undefined;
}

const cutOff = (file: FeedFile): FeedFault =>
  new FeedFault(
    'FEED_TRUNCATED',
    file.path,
    'ends in the middle of its gzip data',
    'Ask the sender for it again',
  );

function asFeedFault(file: FeedFile, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') return cutOff(file);
  if (code === 'Z_DATA_ERROR')
    return new FeedFault(
      'FEED_UNREADABLE',
      file.path,
      'has damaged gzip data',
      'Ask the sender for it again',
    );
  if (code === 'EACCES' || code === 'EISDIR' || code === 'EIO' || code === 'ENOENT')
    return new FeedFault('FEED_UNREADABLE', file.path, `can't be read (${code})`, 'Check its access rights');
  return error;
}
