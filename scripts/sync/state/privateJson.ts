import { closeSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { mustBeFolder, privateFolder, tighten } from './ownFolder.ts';
import { privateFile } from './privateFiles.ts';

/**
 * Small facts in files of their own beside `state.db`: they are kept also when another process has the folder locked, whose
 * database must not be written to. An object without its fields when the file is missing or can't be read.
 */
export function readPrivateJson<T extends object>(stateDir: string, name: string): Partial<T> {
  try {
    const value: unknown = JSON.parse(readFileSync(join(stateDir, name), 'utf8'));
    return typeof value === 'object' && value !== null ? value : {};
  } catch {
    return {};
  }
}

/** Writes by a rename: a half-written file is never read. Makes the folder and closes it to others. Throws when it
 * can't be used. */
export function writePrivateJson(stateDir: string, name: string, value: object): void {
  mustBeFolder(stateDir);
  privateFolder(stateDir);
  tighten(stateDir);
  const file = join(stateDir, name);
  const descriptor = privateFile(`${file}.partial`);
  try {
    writeSync(descriptor, `${JSON.stringify(value)}\n`);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.partial`, file);
}
