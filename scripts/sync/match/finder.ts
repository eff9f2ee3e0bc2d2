import type { MatchedRecord } from './matchedRecord.ts';

/** Looks up the records that have one of some keys; gives what tells those of a key. */
export type Finder = (subjectKeys: readonly string[]) => Promise<RecordsOf>;

/** The records that have a key. They are made when they are asked for: so few are in memory at a time. */
export type RecordsOf = (subjectKey: string) => readonly MatchedRecord[];

/** How the records of an object are looked up: some keys at a time, or all of them at once. */
export type LookUp = 'Queries' | 'Bulk query';
