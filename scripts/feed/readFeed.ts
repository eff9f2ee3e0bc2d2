import { createHash, type Hash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { pipeline, Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { HEAD_BYTES, otherFormat } from './contentFormat.ts';
import { errorCode } from './errorCode.ts';
import { FeedFault } from './feedFault.ts';
import type { FeedFile } from './feedFiles.ts';
import { lineSplitter, type Line } from './lineSplitter.ts';
import { mustMatch } from './manifest.ts';

/** Some hundred lines of a usual length: whoever takes a batch has costs of its own for each. */
const CHUNK_BYTES = 256 * 1024;
const GZIP_MAGIC = Buffer.from([0x1f, 0x8b]);
/** The first character that isn't a space. A byte order mark counts as a space here. */
const FIRST_SIGN = /\S/;

/**
 * The lines of one file, in batches; plain or gzip, by its first bytes. Throws FeedFault as soon as it shows that the file
 * as a whole isn't a feed: not readable, cut off, an archive, UTF-16, a JSON array, not what its manifest entry says.
 */
export async function* readFeedFile(file: FeedFile): AsyncGenerator<readonly Line[]> {
  const hash = createHash('sha256');
  const splitter = lineSplitter();
  let lines = 0;
  let isFirst = true;
  let isArrayRuledOut = false;
  try {
    for await (const chunk of withHead(await unzipped(file, hash))) {
      if (isFirst) mustBeFeed(file, chunk);
      isFirst = false;
      isArrayRuledOut ||= refuseArray(file, chunk);
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
  const stored = withHead(
    hashed(file.stream ?? createReadStream(file.path, { highWaterMark: CHUNK_BYTES }), hash),
  );
  const first = await stored.next();
  if (first.done) {
    if (file.path.endsWith('.gz')) throw cutOff(file);
    return Readable.from([]);
  }
  const all = joined(first.value, stored);
  if (!first.value.subarray(0, GZIP_MAGIC.length).equals(GZIP_MAGIC)) return all;
  return pipeline(Readable.from(all), createGunzip(), () => {
    // The iteration throws the error too.
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

/** The same bytes, with the first chunk long enough to recognize the format: a gzip writer may send single bytes. */
async function* withHead(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let head: Buffer | undefined = Buffer.alloc(0);
  for await (const chunk of source) {
    if (!head) yield chunk;
    else {
      head = head.length === 0 ? chunk : Buffer.concat([head, chunk]);
      if (head.length < HEAD_BYTES) continue;
      yield head;
      head = undefined;
    }
  }
  if (head && head.length > 0) yield head;
}

const nameOf = ({ called, path }: FeedFile): string => called ?? path;

function mustBeFeed(file: FeedFile, head: Buffer): void {
  const other = otherFormat(head);
  if (other) throw new FeedFault(other.code, nameOf(file), other.why, other.next);
}

/** True once there was something to check: a file may begin with blank lines. */
function refuseArray(file: FeedFile, chunk: Buffer): boolean {
  const sign = FIRST_SIGN.exec(chunk.toString('utf8'))?.[0];
  if (sign === '[')
    throw new FeedFault(
      'FEED_JSON_ARRAY',
      nameOf(file),
      'is a JSON array, not one event a line',
      'Ask the sender for NDJSON',
    );
  return sign !== undefined;
}

const cutOff = (file: FeedFile): FeedFault =>
  new FeedFault(
    'FEED_TRUNCATED',
    nameOf(file),
    'ends in the middle of its gzip data',
    'Ask the sender for it again',
  );

function asFeedFault(file: FeedFile, error: unknown): unknown {
  const code = errorCode(error);
  if (code === 'Z_BUF_ERROR') return cutOff(file);
  if (code === 'Z_DATA_ERROR')
    return new FeedFault(
      'FEED_UNREADABLE',
      nameOf(file),
      'has damaged gzip data',
      'Ask the sender for it again',
    );
  if (code === 'EACCES' || code === 'EISDIR' || code === 'EIO' || code === 'ENOENT')
    return new FeedFault(
      'FEED_UNREADABLE',
      nameOf(file),
      `can't be read (${code})`,
      'Check its access rights',
    );
  return error;
}
