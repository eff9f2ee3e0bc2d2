import { existsSync, readdirSync, rmdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';

export const STAGING_FILE = 'staging.db';
/** The copy of standard input. */
export const SPOOL_FILE = 'stdin.ndjson';
/** Suffix of the copy until it is complete. */
export const PARTIAL = '.partial';
export const REJECTS_FILE = 'rejects.ndjson';
export const FAILURES_FILE = 'failures.ndjson';

const PART_PREFIX = 'part-';

/** The folder that holds the folders of runs. */
export const runsFolder = (stateDir: string): string => join(stateDir, 'runs');

/** The folder of one run's files. */
export const runFolder = (stateDir: string, runId: string): string => join(runsFolder(stateDir), runId);

/** The state folder that a run's folder is in. */
export const stateDirOf = (folder: string): string => dirname(dirname(folder));

/** The file with the rows of a Bulk job. */
export const partFile = (folder: string, n: number): string => join(folder, `${PART_PREFIX}${n}.csv`);

const DATABASE: readonly string[] = ['', '-wal', '-shm', '-journal'].map((end) => STAGING_FILE + end);

/** Removes the staged data of a run. Its rejects and failures stay; an empty folder is removed. */
export function removeStaged(folder: string): void {
  if (!existsSync(folder)) return;
  removeStagedFiles(folder);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

/** Removes the files with staged data, all of it personal. The folder stays. */
export function removeStagedFiles(folder: string): void {
  const parts = readdirSync(folder).filter((name) => name.startsWith(PART_PREFIX));
  remove(folder, [...DATABASE, SPOOL_FILE, SPOOL_FILE + PARTIAL, ...parts]);
}

/** Removes the useless files of a run that was cut off while reading: all but a complete copy of standard input. */
export function removeHalfStaged(folder: string): void {
  remove(folder, [...DATABASE, SPOOL_FILE + PARTIAL]);
}

/** Removes the rejects and failures of a run, and its folder when it is empty then. */
export function removeReports(folder: string): void {
  remove(folder, [REJECTS_FILE, FAILURES_FILE]);
  if (readdirSync(folder).length === 0) rmdirSync(folder);
}

function remove(folder: string, names: readonly string[]): void {
  for (const name of names) rmSync(join(folder, name), { force: true });
}
