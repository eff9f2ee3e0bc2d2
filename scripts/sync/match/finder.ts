import type { MatchedRecord } from '../events/record.ts';

/** Looks up the records that have one of the given keys. */
export type Finder = (subjectKeys: readonly string[]) => Promise<RecordsOf>;

/** A record as the org gave it. */
export interface FoundRecord {
  /** All that was looked up, as text. */
  readonly text: string;
  readonly read: () => MatchedRecord;
  /** When it was changed last; null where that isn't looked up. */
  readonly changedAt: () => string | null;
}

/** The records that have a key. They are built on demand, so that only a few are in memory at a time. */
export type RecordsOf = (subjectKey: string) => readonly FoundRecord[];
