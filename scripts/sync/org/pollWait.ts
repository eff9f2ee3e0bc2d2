/** How far a Bulk job is, `seconds` after it was closed. */
export interface Pace {
  readonly rows: number;
  readonly done: number;
  readonly seconds: number;
}

/**
 * Seconds until the next look at a Bulk job: every look is an API call. The waits grow from one to the next; once rows
 * are done their pace tells when the rest will be, and that is the time to look, between the shortest and the longest wait.
 */
export function pollWait(waits: readonly number[], looks: number, { rows, done, seconds }: Pace): number {
  const [shortest = 0, longest = shortest] = [waits[0], waits.at(-1)];
  if (done === 0) return waits[looks] ?? longest;
  const left = ((rows - done) / done) * seconds;
  return Math.min(Math.max(left, shortest), longest);
}
