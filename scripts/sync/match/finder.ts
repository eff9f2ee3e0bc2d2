import type { MatchedRecord } from '../events/record.ts';

/** Looks up the records that have one of some keys. */
export type Finder = (subjectKeys: readonly string[]) => Promise<RecordsOf>;

/** The records that have a key. They are made when they are asked for: so few are in memory at a time. */
export type RecordsOf = (subjectKey: string) => readonly MatchedRecord[];
