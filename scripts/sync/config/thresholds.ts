import { SyncError } from '../errors.ts';

/** Thresholds that a command line gives instead of the configuration's, as shares. */
export interface Thresholds {
  readonly maxRejects?: number | undefined;
  readonly maxUnmatched?: number | undefined;
}

/** A handful of lines says nothing about a feed (docs/SYNC.md). */
const FROM_LINES = 1000;

/** Throws when `count` of `read` lines is a larger share than allowed. `rejects`: where to look. */
export function mustStayBelow(
  code: 'TOO_MANY_REJECTS' | 'TOO_MANY_UNMATCHED',
  count: number,
  read: number,
  allowed: number,
  rejects: string | null,
): void {
  if (read < FROM_LINES || count / read <= allowed) return;
  const percent = ((count / read) * 100).toFixed(1);
  const where = rejects === null ? '' : ` (${rejects})`;
  throw new SyncError(code, `${count} of ${read}, ${percent} %, allowed are ${allowed * 100} %${where}`);
}
