import { closeSync, readFileSync, renameSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { privateFile } from './privateFiles.ts';
import { mustBeFolder, privateFolder } from './ownFolder.ts';

/** Runs of a feed and small runs are told apart: one may be fine while the other isn't. */
export type Channel = 'feed' | 'live';

/** What `--notify` had to tell last. */
export interface LastTold {
  readonly event: string;
  readonly errorCode: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** No run has been fine since. */
  readonly isOpen: boolean;
}

/**
 * A file of its own beside `state.db`: a run that is refused because another one has the folder locked is told too, and must
 * not write to the other's database.
 */
const fileOf = (stateDir: string, channel: Channel): string => join(stateDir, `notified-${channel}.json`);

/** Undefined when nothing has been told yet, or when what is kept can't be read. */
export function lastTold(stateDir: string, channel: Channel): LastTold | undefined {
  try {
    const { event, errorCode, at, isOpen } = JSON.parse(
      readFileSync(fileOf(stateDir, channel), 'utf8'),
    ) as Partial<LastTold>;
    if (typeof event !== 'string' || typeof at !== 'string') return undefined;
    return { event, errorCode: errorCode ?? null, at, isOpen: isOpen === true };
  } catch {
    return undefined;
  }
}

/** Keeps what was told last, by a rename: a half-written file is never read. Throws when the folder can't be used. */
export function keepTold(stateDir: string, channel: Channel, told: LastTold): void {
  mustBeFolder(stateDir);
  privateFolder(stateDir);
  const file = fileOf(stateDir, channel);
  const descriptor = privateFile(`${file}.partial`);
  try {
    writeSync(descriptor, `${JSON.stringify(told)}\n`);
  } finally {
    closeSync(descriptor);
  }
  renameSync(`${file}.partial`, file);
}
