/** The day of the snapshot. It is fixed, so that the same arguments give the same bytes on any day. */
export const SNAPSHOT_DAY = '2026-11-21';

const DAY_MS = 24 * 60 * 60 * 1000;
const SNAPSHOT = Date.parse(`${SNAPSHOT_DAY}T00:00:00Z`);

/** Milliseconds since 1970 of `seconds` (UTC) on the day that is `days` before the snapshot. */
export const momentBefore = (days: number, seconds: number): number =>
  SNAPSHOT - days * DAY_MS + seconds * 1000;

/** The day that is so many days before the snapshot, `YYYY-MM-DD`. */
export const dayBefore = (days: number): string => dayOf(momentBefore(days, 0));

/** Cache of formatted days, by their number since 1970: a feed repeats the same ones. */
const DAYS = new Map<number, string>();

function dayOf(millis: number): string {
  const number = Math.floor(millis / DAY_MS);
  let day = DAYS.get(number);
  if (day === undefined) DAYS.set(number, (day = new Date(millis).toISOString().slice(0, 10)));
  return day;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** `2026-11-21T02:10:00`, without an offset. */
function dateTime(millis: number): string {
  const seconds = Math.floor((millis - Math.floor(millis / DAY_MS) * DAY_MS) / 1000);
  const parts = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60, seconds % 60] as const;
  return `${dayOf(millis)}T${TWO_DIGITS[parts[0]]}:${TWO_DIGITS[parts[1]]}:${TWO_DIGITS[parts[2]]}`;
}

/** `2026-11-21T02:10:00Z`. */
export const utc = (millis: number): string => `${dateTime(millis)}Z`;

/** The same in Belgian winter time, as a zone may write it: `2026-11-21T03:10:00+01:00`. */
export const winterTime = (millis: number): string => `${dateTime(millis + 60 * 60 * 1000)}+01:00`;

/** Midnight in Brussels on the first of a month, in UTC. Daylight saving never changes on such a day. */
export function brusselsMidnight(year: number, month: number): string {
  const offset = month >= 4 && month <= 10 ? 2 : 1;
  return utc(Date.UTC(year, month - 1, 1) - offset * 60 * 60 * 1000);
}

/** `YYYY-MM-01`. */
export const firstOf = ({ year, month }: { readonly year: number; readonly month: number }): string =>
  `${year}-${String(month).padStart(2, '0')}-01`;
