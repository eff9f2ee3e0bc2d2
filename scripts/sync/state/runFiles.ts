import { readdirSync, rmdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';

export const STAGING_FILE = 'staging.db';
/** The copy of standard input. */
export const SPOOL_FILE = 'stdin.ndjson';
/** What a copy is called until it is whole. */
export const PARTIAL = '.partial';
export const REJECTS_FILE = 'rejects.ndjson';
export const FAILURES_FILE = 'failures.ndjson';

const PART_PREFIX = 'part-';

/** Folder of one run's files in the state folder. */
export const runFolder = (stateDir: string, runId: string): string => join(stateDir, 'runs', runId);

/** The file of rows of a Bulk job. */
export const partFile = (folder: string, n: number): string => join(folder, `${PART_PREFIX}${n}.csv`);

/** Removes what is staged of a run; its rejects and failures stay, an empty folder doesn't. */
export function removeStaged(folder: string): void {
  const staged = [
    STAGING_FILE,
    `${STAGING_FILE}-wal`,
    `${STAGING_FILE}-shm`,
    `${STAGING_FILE}-journal`,
    SPOOL_FILE,
    SPOOL_FILE + PARTIAL,
    ...readdirSync(folder).filter((name) => name.startsWith(PART_PREFIX)),
  ];
  for (const name of staged) rmSync(join(folder, name), { force: true });
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}
