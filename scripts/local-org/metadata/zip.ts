import { createInflateRaw, inflateRawSync } from 'node:zlib';
import type { KeptFile } from './componentFiles.ts';

/** Limits of a deploy: 10,000 files, 600 MB unpacked, 39 MB packed (Metadata API Developer Guide, deploy limits). */
const MOST_FILES = 10_000;
const MOST_UNPACKED = 600 * 1024 * 1024;
const MOST_PACKED = 39 * 1024 * 1024;

/**
 * Largest unpacked file. This limit is the local org's own: files are read one at a time, so it bounds the memory of a
 * deploy.
 */
const LARGEST_FILE = 20 * 1024 * 1024;

/** Why a zip is refused, as the API's fault for the whole call: code and message. */
export class ZipRefusal extends Error {
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/** The message for what isn't a zip, or is a broken one. */
export const NO_ZIP = 'The uploaded file is not a zip file.';

/** From this size on a deflated file is kept as it is. Smaller ones are texts that are read at once. */
const LARGE = 256 * 1024;

/** Bytes that are unpacked at a time, between which other requests are answered. */
const CHUNK = 1024 * 1024;

/** Signatures and fixed lengths of the parts of a zip (APPNOTE.TXT 4.3). */
const END_OF_DIRECTORY = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 0xffff;
const ENTRY = 0x02014b50;
const ENTRY_LENGTH = 46;
const LOCAL_LENGTH = 30;
const STORED = 0;
const DEFLATED = 8;

interface Entry {
  readonly path: string;
  readonly method: number;
  readonly packed: number;
  readonly unpacked: number;
  /** Offset of the file's own header. */
  readonly at: number;
}

function endOfDirectory(zip: Buffer): number {
  const earliest = Math.max(0, zip.length - END_LENGTH - LONGEST_COMMENT);
  for (let at = zip.length - END_LENGTH; at >= earliest; at -= 1)
    if (zip.readUInt32LE(at) === END_OF_DIRECTORY) return at;
  throw new Error(NO_ZIP);
}

/** The files in the zip's central directory, without folders. */
function entriesOf(zip: Buffer): readonly Entry[] {
  const end = endOfDirectory(zip);
  const count = zip.readUInt16LE(end + 10);
  const entries: Entry[] = [];
  let at = zip.readUInt32LE(end + 16);
  for (let index = 0; index < count; index += 1) {
    if (zip.readUInt32LE(at) !== ENTRY) throw new Error(NO_ZIP);
    const pathEnd = at + ENTRY_LENGTH + zip.readUInt16LE(at + 28);
    const path = zip.toString('utf8', at + ENTRY_LENGTH, pathEnd);
    if (!path.endsWith('/')) {
      entries.push({
        path,
        method: zip.readUInt16LE(at + 10),
        packed: zip.readUInt32LE(at + 20),
        unpacked: zip.readUInt32LE(at + 24),
        at: zip.readUInt32LE(at + 42),
      });
    }
    at = pathEnd + zip.readUInt16LE(at + 30) + zip.readUInt16LE(at + 32);
  }
  return entries;
}

function checkLimits(zip: Buffer, entries: readonly Entry[]): void {
  // forcedotcom/cli issue 109
  if (zip.length > MOST_PACKED)
    throw new ZipRefusal(
      'LIMIT_EXCEEDED',
      'Maximum size of request reached. Maximum size of request is 52428800 bytes.',
    );
  // forcedotcom/cli issues 1674 and 2910
  if (entries.length > MOST_FILES) throw new ZipRefusal('INVALID_OPERATION', 'Too many files in zip');
  if (entries.reduce((sum, { unpacked }) => sum + unpacked, 0) > MOST_UNPACKED)
    throw new ZipRefusal('LIMIT_EXCEEDED', `The files of the zip are larger than ${MOST_UNPACKED} bytes.`);
  const large = entries.find(({ unpacked }) => unpacked > LARGEST_FILE);
  if (large !== undefined)
    throw new ZipRefusal('LIMIT_EXCEEDED', `The file ${large.path} is larger than ${LARGEST_FILE} bytes.`);
}

function packedBytes(zip: Buffer, { at, packed }: Entry): Buffer {
  const from = at + LOCAL_LENGTH + zip.readUInt16LE(at + 26) + zip.readUInt16LE(at + 28);
  return zip.subarray(from, from + packed);
}

const isLarge = ({ method, unpacked }: Entry): boolean => method === DEFLATED && unpacked >= LARGE;

/**
 * The bytes of a file. Throws when they don't have the size that the directory says, since the limits were checked with that
 * size.
 */
function unpack(zip: Buffer, entry: Entry): Uint8Array {
  const { method, packed, unpacked } = entry;
  const bytes = packedBytes(zip, entry);
  if (method === STORED && packed === unpacked) return new Uint8Array(bytes);
  if (method !== DEFLATED) throw new Error(NO_ZIP);
  const inflated = inflateRawSync(bytes, { maxOutputLength: Math.max(1, unpacked) });
  if (inflated.length !== unpacked) throw new Error(NO_ZIP);
  return inflated;
}

/** The files of a zip: their list is known at once, each is unpacked on demand. */
export interface ZipFiles {
  readonly paths: readonly string[];
  /** Undefined when there is no such file. */
  readonly read: (path: string) => Uint8Array | undefined;
  /** A file as it can be kept, large ones deflated. Undefined when there is no such file. */
  readonly keep: (path: string) => KeptFile | undefined;
}

function opened(bytes: Uint8Array): { readonly zip: Buffer; readonly entries: readonly Entry[] } {
  const zip = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  let entries: readonly Entry[];
  try {
    entries = entriesOf(zip);
  } catch {
    throw new Error(NO_ZIP);
  }
  checkLimits(zip, entries);
  return { zip, entries };
}

/** Zips whose large files were found to have the size that the directory says. */
const CHECKED = new WeakSet<Uint8Array>();

async function hasItsSize(zip: Buffer, entry: Entry): Promise<boolean> {
  const inflating = createInflateRaw({ chunkSize: CHUNK });
  inflating.end(packedBytes(zip, entry));
  let size = 0;
  for await (const chunk of inflating) {
    size += (chunk as Buffer).length;
    if (size > entry.unpacked) break;
  }
  return size === entry.unpacked;
}

async function checkAll(bytes: Uint8Array, zip: Buffer, large: readonly Entry[]): Promise<void> {
  try {
    for (const entry of large) if (!(await hasItsSize(zip, entry))) return;
    CHECKED.add(bytes);
  } catch {
    // Broken: openZip says so when the file is read.
  }
}

/** Unpacks the large files of a zip to check them, in chunks and beside other work; undefined when it has none. */
export function checkLargeFiles(bytes: Uint8Array): Promise<void> | undefined {
  let zip: ReturnType<typeof opened>;
  try {
    zip = opened(bytes);
  } catch {
    return undefined;
  }
  const large = zip.entries.filter(isLarge);
  return large.length === 0 ? undefined : checkAll(bytes, zip.zip, large);
}

/**
 * Opens a zip. Throws ZipRefusal beyond the platform's limits, before anything is unpacked, and an Error when it isn't a
 * zip. Unpacked files aren't cached: a deploy takes only the memory of what it keeps.
 */
export function openZip(bytes: Uint8Array): ZipFiles {
  const { zip, entries } = opened(bytes);
  const byPath = new Map(entries.map((entry) => [entry.path, entry]));
  return {
    paths: [...byPath.keys()],
    read: (path) => {
      const entry = byPath.get(path);
      return entry && unpack(zip, entry);
    },
    keep: (path) => {
      const entry = byPath.get(path);
      if (entry === undefined) return undefined;
      if (!isLarge(entry)) return { bytes: unpack(zip, entry), size: undefined };
      if (!CHECKED.has(bytes)) unpack(zip, entry);
      // A copy, so that the file doesn't keep the whole zip in memory.
      return { bytes: new Uint8Array(packedBytes(zip, entry)), size: entry.unpacked };
    },
  };
}
