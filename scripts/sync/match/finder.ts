import type { MatchedRecord } from './matchedRecord.ts';

/** Finds the records that have one of some keys, by key. */
export type Finder = (
  subjectKeys: readonly string[],
) => Promise<ReadonlyMap<string, readonly MatchedRecord[]>>;

/** How the records of an object are looked up: some keys at a time, or all of them at once. */
export type LookUp = 'Queries' | 'Bulk query';
