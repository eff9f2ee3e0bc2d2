/** A clock that is further off makes events of the feed lie in the future, and an org refuse a login by JWT. */
const MAX_APART_MS = 5 * 60 * 1000;

const MINUTE_MS = 60 * 1000;
const UNITS = [
  ['days', 24 * 60 * MINUTE_MS],
  ['hours', 60 * MINUTE_MS],
  ['minutes', MINUTE_MS],
] as const;

/**
 * How far a clock (milliseconds since 1970) is from the one of a `Date` header (RFC 9110 section 6.6.1), in words:
 * `3 days behind`. Undefined when that is near enough, or the header tells nothing.
 */
export function clockFault(date: string | null, now: number): string | undefined {
  const theirs = Date.parse(date ?? '');
  const apart = Math.abs(now - theirs);
  if (Number.isNaN(theirs) || apart <= MAX_APART_MS) return undefined;
  const [unit, size] = UNITS.find(([, length]) => apart >= 2 * length) ?? UNITS[2];
  return `${Math.round(apart / size)} ${unit} ${now < theirs ? 'behind' : 'ahead of'}`;
}
