/** With a larger difference, events seem to lie in the future and the org refuses a JWT login. */
const MAX_APART_MS = 5 * 60 * 1000;

const MINUTE_MS = 60 * 1000;
const UNITS = [
  ['days', 24 * 60 * MINUTE_MS],
  ['hours', 60 * MINUTE_MS],
  ['minutes', MINUTE_MS],
] as const;

/**
 * How far a clock (milliseconds since 1970) is from the one in a `Date` header (RFC 9110 section 6.6.1), in words: `3 days
 * behind`. Undefined when it is close enough or the header has no date.
 */
export function clockFault(date: string | null, now: number): string | undefined {
  const theirs = Date.parse(date ?? '');
  const apart = Math.abs(now - theirs);
  if (Number.isNaN(theirs) || apart <= MAX_APART_MS) return undefined;
  const [unit, size] = UNITS.find(([, length]) => apart >= 2 * length) ?? UNITS[2];
  return `${Math.round(apart / size)} ${unit} ${now < theirs ? 'behind' : 'ahead of'}`;
}
