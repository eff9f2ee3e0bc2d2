import { parseInstant, toSecond, type Instant } from '../../feed/instant.ts';
import type { Fields } from './record.ts';

/** Whether a word is older than another. The org keeps seconds: only what is older by the second is. */
export function isOlder(instant: Instant, than: Instant | undefined): boolean {
  return than !== undefined && toSecond(instant) < toSecond(than);
}

/** Whether two words are of the same second. */
export function isSameSecond(instant: Instant, other: Instant | undefined): boolean {
  return other !== undefined && toSecond(instant) === toSecond(other);
}

/** The latest of some instants, any of which may be missing. */
export function latest(...instants: readonly (Instant | undefined)[]): Instant | undefined {
  return instants.reduce((best, one) =>
    one !== undefined && (best === undefined || one > best) ? one : best,
  );
}

/** The instant that a field of a record holds. */
export function instantIn(fields: Fields, name: string): Instant | undefined {
  const value = fields[name];
  return typeof value === 'string' ? parseInstant(value) : undefined;
}
