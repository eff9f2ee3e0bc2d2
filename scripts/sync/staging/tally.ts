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

/** API calls of this run before it was stopped. */
export const callsBefore = (staging: Staging): number => Number(tally(staging, 'apiCalls') ?? 0);

export function noteCalls(staging: Staging, calls: number): void {
  setTally(staging, 'apiCalls', calls);
}
