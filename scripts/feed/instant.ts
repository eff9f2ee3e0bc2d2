/**
 * A moment in full precision, as text that sorts as time does: seconds since year 1 in 12 digits, then the decimals
 * without trailing zeros (`063899564400.12`). A number would lose the decimals that decide which of two events is newer.
 */
export type Instant = string;

const RFC3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const EPOCH_FROM_YEAR_1 = 62_135_596_800;
const SECOND_DIGITS = 12;

/** Whether `text` is a day of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!CALENDAR_DATE.test(text) || text.startsWith('0000')) return false;
  const date = new Date(`${text}T00:00:00Z`);
  return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
}

/** The instant of an RFC 3339 date-time with offset (RFC 3339 section 5.6), or undefined when `text` isn't one. */
export function parseInstant(text: string): Instant | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [
    ,
    day = '',
    hour = '',
    minute = '',
    second = '',
    decimals = '',
    sign,
    offsetHour = '0',
    offsetMinute = '0',
  ] = match;
  if (!isCalendarDate(day) || Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59)
    return undefined;
  if (Number(offsetHour) > 23 || Number(offsetMinute) > 59) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (Number(offsetHour) * 3600 + Number(offsetMinute) * 60);
  return instantOf(Date.parse(`${day}T${hour}:${minute}:${second}Z`) / 1000 - offset, decimals);
}

/** The instant of a moment in seconds since 1970, `decimals` its digits after the point. */
export function instantOf(epochSeconds: number, decimals = ''): Instant | undefined {
  const seconds = epochSeconds + EPOCH_FROM_YEAR_1;
  if (seconds < 0) return undefined;
  const fraction = decimals.replace(/0+$/, '');
  const whole = String(seconds).padStart(SECOND_DIGITS, '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

/** The instant cut to the second, which is all that the org keeps. */
export function toSecond(instant: Instant): Instant {
  return instant.slice(0, SECOND_DIGITS);
}

/** Milliseconds since 1970; what is finer is cut off. */
export function toMillis(instant: Instant): number {
  const fraction = instant.slice(SECOND_DIGITS + 1, SECOND_DIGITS + 4).padEnd(3, '0');
  return (Number(toSecond(instant)) - EPOCH_FROM_YEAR_1) * 1000 + Number(fraction);
}

/** `2026-11-22T09:00:00Z`: the second of the instant, in UTC. */
export function toIsoSecond(instant: Instant): string {
  return `${new Date(toMillis(toSecond(instant))).toISOString().slice(0, 19)}Z`;
}

const BRUSSELS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', dateStyle: 'short' });

/** The day (`YYYY-MM-DD`) that it was in Brussels. */
export function toBrusselsDay(instant: Instant): string {
  return BRUSSELS_DAY.format(toMillis(instant));
}
