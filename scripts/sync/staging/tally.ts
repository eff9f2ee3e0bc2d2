import type { Staging } from './staging.ts';

/** Stores a number of the run under a name. */
export function setTally(staging: Staging, name: string, value: string | number): void {
  staging.prepare('INSERT OR REPLACE INTO tally VALUES (?, ?)').run(name, String(value));
}

export function tally(staging: Staging, name: string): string | undefined {
  return staging.prepare('SELECT value FROM tally WHERE name = ?').get(name)?.value as string | undefined;
}

/** Lines of the feed, and how many of them were rejected. */
export interface LineCounts {
  readonly read: number;
  readonly rejected: number;
}

export function noteLines(staging: Staging, { read, rejected }: LineCounts): void {
  setTally(staging, 'read', read);
  setTally(staging, 'rejected', rejected);
}

export const linesOf = (staging: Staging): LineCounts => ({
  read: Number(tally(staging, 'read') ?? 0),
  rejected: Number(tally(staging, 'rejected') ?? 0),
});

/** How many lines were rejected for each reason, the most frequent first. */
export type RejectCodes = Readonly<Record<string, number>>;

export function noteRejectCodes(staging: Staging, codes: ReadonlyMap<string, number>): void {
  setTally(staging, 'reject codes', JSON.stringify(mostFirst([...codes])));
}

export const rejectCodesOf = (staging: Staging): RejectCodes =>
  JSON.parse(tally(staging, 'reject codes') ?? '{}') as RejectCodes;

/** Counts by code, the most frequent first, those of one number by their code. */
export function mostFirst(counts: readonly (readonly [code: string, count: number])[]): RejectCodes {
  return Object.fromEntries(counts.toSorted(([a, more], [b, fewer]) => fewer - more || (a < b ? -1 : 1)));
}

/** API calls of this run before it was stopped. */
export const callsBefore = (staging: Staging): number => Number(tally(staging, 'apiCalls') ?? 0);

export function noteCalls(staging: Staging, calls: number): void {
  setTally(staging, 'apiCalls', calls);
}
