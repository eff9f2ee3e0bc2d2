import type { Target } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { Staging } from './staging.ts';
import { setTally, tally } from './tally.ts';

/** A record of the org as it was read: its key, its id, and the rest as JSON. */
export interface FoundRecord {
  readonly subjectKey: string;
  readonly id: string;
  readonly record: string;
}

const isReadName = (target: Target): string => `read all of ${target}`;

/** Whether this run has read every record of the target that has a key. */
export const isAllRead = (staging: Staging, target: Target): boolean =>
  tally(staging, isReadName(target)) !== undefined;

export function noteAllRead(staging: Staging, target: Target): void {
  setTally(staging, isReadName(target), 'yes');
}

export function forgetFound(staging: Staging, target: Target): void {
  staging.prepare('DELETE FROM found WHERE target = ?').run(target);
  staging.prepare('DELETE FROM tally WHERE name = ?').run(isReadName(target));
}

/** Returns a function that stores records, a few hundred at a time. */
export function foundSaver(staging: Staging, target: Target): (records: readonly FoundRecord[]) => void {
  const save = staging.prepare('INSERT OR REPLACE INTO found VALUES (?, ?, ?, ?)');
  return (records) => {
    inTransaction(staging, () => {
      for (const { subjectKey, id, record } of records) save.run(target, subjectKey, id, record);
    });
  };
}

/** Returns a function that finds the records of a key, as JSON. */
export function foundReader(staging: Staging, target: Target): (subjectKey: string) => readonly string[] {
  const find = staging.prepare('SELECT record FROM found WHERE target = ? AND subject_key = ?');
  return (subjectKey) => find.all(target, subjectKey).map(({ record }) => record as string);
}
