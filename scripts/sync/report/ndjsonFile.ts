import { closeSync, rmSync, writeSync } from 'node:fs';
import { privateFile } from '../state/privateFiles.ts';

/** A file of JSON lines that only its owner can read. */
export interface NdjsonFile {
  readonly add: (line: object) => void;
  /** Ends the file; gives its path, or null (and no file) when nothing was added. */
  readonly close: () => string | null;
}

export function openNdjson(path: string): NdjsonFile {
  const file = privateFile(path);
  let isEmpty = true;
  return {
    add: (line) => {
      isEmpty = false;
      writeSync(file, `${JSON.stringify(line)}\n`);
    },
    close: () => {
      closeSync(file);
      if (isEmpty) rmSync(path);
      return isEmpty ? null : path;
    },
  };
}
