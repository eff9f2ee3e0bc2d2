import type { MatchedRecord } from '../events/record.ts';

/** Looks up the records that have one of the given keys. */
export type Finder = (subjectKeys: readonly string[]) => Promise<RecordsOf>;

/** The records that have a key. They are built on demand, so that only a few are in memory at a time. */
export type RecordsOf = (subjectKey: string) => readonly MatchedRecord[];
