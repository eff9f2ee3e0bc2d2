import { SyncError } from '../errors.ts';

/** Thresholds given on the command line instead of in the configuration, as shares. */
export interface Thresholds {
  readonly maxRejects?: number | undefined;
  readonly maxUnmatched?: number | undefined;
}

/** Thresholds don't apply to smaller feeds: a few lines say nothing about a feed (docs/SYNC.md). */
const MIN_LINES = 1000;

/** Throws when `count` of `read` lines is a larger share than allowed. `rejects`: the file to look at. */
export function mustStayBelow(
  code: 'TOO_MANY_REJECTS' | 'TOO_MANY_UNMATCHED',
  count: number,
  read: number,
  allowed: number,
  rejects: string | null,
): void {
  if (read < MIN_LINES || count / read <= allowed) return;
  const percent = ((count / read) * 100).toFixed(1);
  const where = rejects === null ? '' : ` (${rejects})`;
  throw new SyncError(code, `${count} of ${read}, ${percent} %, allowed are ${allowed * 100} %${where}`);
}
