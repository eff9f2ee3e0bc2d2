import { inflateRawSync } from 'node:zlib';

/** A file as it is kept: its bytes, deflated when `size` tells how many they are unpacked. */
export interface KeptFile {
  readonly bytes: Uint8Array;
  readonly size: number | undefined;
}

/** The bytes of a kept file. Throws when they aren't as many as it says. */
function unpacked({ bytes, size }: KeptFile): Uint8Array {
  if (size === undefined) return bytes;
  const inflated = inflateRawSync(bytes, { maxOutputLength: Math.max(1, size) });
  if (inflated.length !== size) throw new Error(`the file has ${inflated.length} bytes, not ${size}`);
  return inflated;
}

/**
 * The files of a component by path. Large ones stay deflated in memory and are unpacked each time they are read: a package may hold
 * 600 MB of static resources.
 */
export class ComponentFiles implements ReadonlyMap<string, Uint8Array> {
  readonly kept: ReadonlyMap<string, KeptFile>;

  constructor(kept: ReadonlyMap<string, KeptFile>) {
    this.kept = kept;
  }

  get size(): number {
    return this.kept.size;
  }

  has(path: string): boolean {
    return this.kept.has(path);
  }

  get(path: string): Uint8Array | undefined {
    const file = this.kept.get(path);
    return file && unpacked(file);
  }

  forEach(work: (bytes: Uint8Array, path: string, files: ReadonlyMap<string, Uint8Array>) => void): void {
    for (const [path, bytes] of this) work(bytes, path, this);
  }

  keys(): MapIterator<string> {
    return this.kept.keys();
  }

  *values(): Generator<Uint8Array, undefined> {
    for (const file of this.kept.values()) yield unpacked(file);
    return undefined;
  }

  *entries(): Generator<[string, Uint8Array], undefined> {
    for (const [path, file] of this.kept) yield [path, unpacked(file)];
    return undefined;
  }

  [Symbol.iterator](): Generator<[string, Uint8Array], undefined> {
    return this.entries();
  }
}

/** The files of a component as they are kept. */
export function keptFiles(files: ReadonlyMap<string, Uint8Array>): ReadonlyMap<string, KeptFile> {
  if (files instanceof ComponentFiles) return files.kept;
  return new Map([...files].map(([path, bytes]) => [path, { bytes, size: undefined }]));
}

const sameBytes = (one: Uint8Array, other: Uint8Array): boolean => Buffer.compare(one, other) === 0;

/** Whether two components have the same files, in the same order. */
export function sameFiles(
  one: ReadonlyMap<string, Uint8Array>,
  other: ReadonlyMap<string, Uint8Array>,
): boolean {
  const [kept, others] = [keptFiles(one), [...keptFiles(other)]];
  return (
    kept.size === others.length &&
    [...kept].every(([path, file], index) => {
      const [otherPath, otherFile] = others[index] ?? [];
      if (otherFile === undefined || path !== otherPath) return false;
      if (file.size === otherFile.size && sameBytes(file.bytes, otherFile.bytes)) return true;
      return sameBytes(unpacked(file), unpacked(otherFile));
    })
  );
}
