import { parseInstant, toSecond, type Instant } from '../../feed/instant.ts';
import type { Fields } from './record.ts';

/** Whether an instant is older than another. The org stores whole seconds, so only whole seconds are compared. */
export function isOlder(instant: Instant, than: Instant | undefined): boolean {
  return than !== undefined && toSecond(instant) < toSecond(than);
}

/** Whether two instants are in the same second. */
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
  return parseInstant(String(fields[name] ?? ''));
}
