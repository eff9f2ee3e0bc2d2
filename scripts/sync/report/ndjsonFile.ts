import { closeSync, rmSync, writeSync } from 'node:fs';
import { privateFile } from '../state/privateFiles.ts';

/** A file of JSON lines that only its owner can read. */
export interface NdjsonFile {
  readonly add: (line: object) => void;
  /** Closes the file and returns its path; null, and no file, when nothing was added. */
  readonly close: () => string | null;
}

/** Begins the file with its first line: until then there is none, an earlier one is gone. */
export function openNdjson(path: string): NdjsonFile {
  rmSync(path, { force: true });
  let file: number | undefined;
  return {
    add: (line) => {
      file ??= privateFile(path);
      writeSync(file, `${JSON.stringify(line)}\n`);
    },
    close: () => {
      if (file === undefined) return null;
      closeSync(file);
      return path;
    },
  };
}
