/** Progress of a Bulk job, `seconds` after the org took it from its queue. */
export interface Pace {
  readonly rows: number;
  readonly done: number;
  readonly seconds: number;
}

/**
 * Seconds to wait before the next status check of a Bulk job; every check is an API call. The waits grow one by one. Once
 * rows are done, their pace predicts when the rest will be, and the next check is then, within the shortest and longest
 * wait.
 */
export function pollWait(waits: readonly number[], looks: number, { rows, done, seconds }: Pace): number {
  const [shortest = 0, longest = shortest] = [waits[0], waits.at(-1)];
  if (done === 0) return waits[looks] ?? longest;
  const left = ((rows - done) / done) * seconds;
  return Math.min(Math.max(left, shortest), longest);
}
