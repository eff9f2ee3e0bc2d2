import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGzip } from 'node:zlib';
import type { ManifestEntry } from '../manifest.ts';

/** How a series of files is split; every file begins with `header`, when there is one. */
export interface PartOptions {
  readonly folder: string;
  /** Name of the n-th file, from 1. */
  readonly name: (part: number) => string;
  readonly gzip: boolean;
  /** Whether a manifest lists the files: their bytes are hashed for it. */
  readonly isListed: boolean;
  readonly header?: string;
  readonly maxLines: number;
  /** Characters, before compression. */
  readonly maxSize: number;
}

/** Splits lines into a series of files. `add` never waits: call `drain` before much has been added. */
export interface Parts {
  readonly add: (line: string | Buffer) => void;
  /** Waits until the disk has caught up. */
  readonly drain: () => Promise<void>;
  /** Ends the last file. Returns the manifest's entry of each, without a hash where none is listed; the header isn't counted as a line. */
  readonly close: () => Promise<readonly ManifestEntry[]>;
}

/** Size of the buffer before it goes to the stream, in bytes. */
const CHUNK = 256 * 1024;
/** A UTF-16 unit takes three bytes of UTF-8 at most. */
const BYTES_PER_CHARACTER = 3;
const LF = 0x0a;

interface Part {
  readonly write: (chunk: Buffer) => Promise<void>;
  readonly end: () => Promise<string>;
}

function openPart(file: string, { gzip, isListed }: PartOptions): Part {
  const hash = createHash('sha256');
  const start = gzip ? createGzip() : new PassThrough();
  const done = pipeline(
    start,
    async function* (source: AsyncIterable<Buffer>) {
      for await (const chunk of source) {
        if (isListed) hash.update(chunk);
        yield chunk;
      }
    },
    createWriteStream(file),
  );
  // The failure is seen when `done` is awaited: at the end, or in the race with a full stream. Until then it must not end
  // the process as an unhandled rejection.
  done.catch(() => undefined);
  return {
    write: async (chunk) => {
      if (!start.write(chunk)) await Promise.race([once(start, 'drain'), done]);
    },
    end: async () => {
      start.end();
      await done;
      return isListed ? hash.digest('hex') : '';
    },
  };
}

/** Opens a series of files; no file is made before its first line. */
export function openParts(options: PartOptions): Parts {
  const { folder, name, header, maxLines, maxSize } = options;
  const entries: ManifestEntry[] = [];
  let part: Part | undefined;
  let lines = 0;
  let size = 0;
  let chunk = Buffer.allocUnsafe(CHUNK);
  let filled = 0;
  let pending: Buffer[] = [];
  let work = Promise.resolve();

  function flush(): void {
    if (filled > 0) {
      pending.push(chunk.subarray(0, filled));
      chunk = Buffer.allocUnsafe(CHUNK);
      filled = 0;
    }
    if (pending.length === 0) return;
    const chunks = pending;
    pending = [];
    part ??= openPart(join(folder, name(entries.length + 1)), options);
    const { write } = part;
    work = work.then(async () => {
      for (const full of chunks) await write(full);
    });
    work.catch(() => undefined);
  }
  function end(): void {
    flush();
    if (!part) return;
    const ended = part;
    const entry = { name: name(entries.length + 1), sha256: '', lines };
    entries.push(entry);
    part = undefined;
    lines = 0;
    size = 0;
    work = work.then(async () => {
      entry.sha256 = await ended.end();
    });
    work.catch(() => undefined);
  }
  /** Encodes straight into the chunk: joining the lines as text first would double the cost. */
  function append(line: string | Buffer): void {
    const atMost = (typeof line === 'string' ? line.length * BYTES_PER_CHARACTER : line.length) + 1;
    if (filled + atMost > CHUNK) flush();
    if (atMost > CHUNK) pending.push(Buffer.from(line), Buffer.of(LF));
    else {
      filled += typeof line === 'string' ? chunk.write(line, filled) : line.copy(chunk, filled);
      chunk[filled++] = LF;
    }
  }
  const add: Parts['add'] = (line) => {
    if (lines > 0 && (lines >= maxLines || size + line.length > maxSize)) end();
    if (lines === 0 && header !== undefined) append(header);
    lines += 1;
    size += line.length + 1;
    append(line);
  };
  return {
    add,
    drain: () => work,
    close: async () => {
      end();
      await work;
      return entries;
    },
  };
}
