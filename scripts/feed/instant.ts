/**
 * A moment in full precision, as text that sorts by time: seconds since year 1 in 12 digits, then the decimals without
 * trailing zeros (`063899564400.12`). A number would lose decimals, which may decide which of two events is newer.
 */
export type Instant = string;

const RFC3339 = /^(\d{4}-\d{2}-\d{2})[Tt](\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(?:[Zz]|([+-])(\d{2}):(\d{2}))$/;
const CALENDAR_DATE = /^\d{4}-\d{2}-\d{2}$/;
const EPOCH_FROM_YEAR_1 = 62_135_596_800;
const SECOND_DIGITS = 12;
const DAY_SECONDS = 86_400;
const FIRST_ORG_DAY = '1700-01-01';
const LAST_ORG_DAY = '4000-12-31';
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Whether `text` is a day of the calendar, written `YYYY-MM-DD`. */
export function isCalendarDate(text: string): boolean {
  if (!CALENDAR_DATE.test(text)) return false;
  const { year, month, day } = partsOf(text);
  return year > 0 && day > 0 && day <= daysIn(year, month);
}

/**
 * Whether a calendar day is one that the org accepts (SOQL and SOSL Reference, Date Formats and Date Literals: valid dates
 * are from 1700-01-01 to 4000-12-31).
 */
export function isOrgDate(day: string): boolean {
  return day >= FIRST_ORG_DAY && day <= LAST_ORG_DAY;
}

/**
 * The instant of an RFC 3339 date-time with offset (RFC 3339 section 5.6), or undefined when `text` isn't one. A leap
 * second, `23:59:60` UTC at the end of a month, counts as the second after it.
 */
export function parseInstant(text: string): Instant | undefined {
  if (latest?.text !== text) latest = { text, instant: readInstant(text) };
  return latest.instant;
}

/** A line's time is checked, and then read. */
let latest: { readonly text: string; readonly instant: Instant | undefined } | undefined;

function readInstant(text: string): Instant | undefined {
  const match = RFC3339.exec(text);
  if (!match) return undefined;
  const [, date = '', hour = '', minute = '', second = '', decimals = '', sign, offsetHour, offsetMinute] =
    match;
  const [hours, minutes, seconds] = [Number(hour), Number(minute), Number(second)];
  if (!isCalendarDate(date) || hours > 23 || minutes > 59 || seconds > 60) return undefined;
  const [offsetHours, offsetMinutes] = [Number(offsetHour ?? 0), Number(offsetMinute ?? 0)];
  if (offsetHours > 23 || offsetMinutes > 59) return undefined;
  const offset = (sign === '-' ? -1 : 1) * (offsetHours * 3600 + offsetMinutes * 60);
  const fromYear1 = daysBefore(date) * DAY_SECONDS + hours * 3600 + minutes * 60 + seconds - offset;
  if (fromYear1 < 0 || (seconds === 60 && !beginsMonth(fromYear1))) return undefined;
  return instant(fromYear1, decimals);
}

function partsOf(date: string): { readonly year: number; readonly month: number; readonly day: number } {
  return { year: Number(date.slice(0, 4)), month: Number(date.slice(5, 7)), day: Number(date.slice(8)) };
}

const isLeap = (year: number): boolean => year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);

/** 0 where there is no such month. */
const daysIn = (year: number, month: number): number =>
  month === 2 && isLeap(year) ? 29 : (MONTH_DAYS[month - 1] ?? 0);

/** Days from the first day of year 1 to a calendar date. */
function daysBefore(date: string): number {
  const { year, month, day } = partsOf(date);
  const past = year - 1;
  let days = past * 365 + Math.floor(past / 4) - Math.floor(past / 100) + Math.floor(past / 400) + day - 1;
  for (let before = 1; before < month; before += 1) days += daysIn(year, before);
  return days;
}

/** Whether a second since year 1 is the first one of a month. */
function beginsMonth(seconds: number): boolean {
  const date = new Date((seconds - EPOCH_FROM_YEAR_1) * 1000);
  return seconds % DAY_SECONDS === 0 && date.getUTCDate() === 1;
}

function instant(seconds: number, decimals: string): Instant {
  const fraction = decimals.replace(/0+$/, '');
  const whole = String(seconds).padStart(SECOND_DIGITS, '0');
  return fraction === '' ? whole : `${whole}.${fraction}`;
}

const FIRST_ORG_INSTANT = parseInstant(`${FIRST_ORG_DAY}T00:00:00Z`) ?? '';
const LAST_ORG_INSTANT = parseInstant(`${LAST_ORG_DAY}T00:00:00Z`) ?? '';

/**
 * The instant of an RFC 3339 date-time that the org accepts, or undefined. The range is from the first valid day to the
 * start of the last one, in UTC.
 */
export function orgInstant(text: string): Instant | undefined {
  const instant = parseInstant(text);
  const isTaken = instant !== undefined && instant >= FIRST_ORG_INSTANT && instant <= LAST_ORG_INSTANT;
  return isTaken ? instant : undefined;
}

/** The instant cut to the second, the precision of the org. */
export function toSecond(instant: Instant): Instant {
  return instant.slice(0, SECOND_DIGITS);
}

/** Milliseconds since 1970; smaller fractions are cut off. */
export function toMillis(instant: Instant): number {
  const fraction = instant.slice(SECOND_DIGITS + 1, SECOND_DIGITS + 4).padEnd(3, '0');
  return (Number(toSecond(instant)) - EPOCH_FROM_YEAR_1) * 1000 + Number(fraction);
}

/** `2026-11-22T09:00:00Z`: the second of the instant, in UTC. */
export function toIsoSecond(instant: Instant): string {
  return `${new Date(toMillis(toSecond(instant))).toISOString().slice(0, 19)}Z`;
}

const BRUSSELS_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Brussels', dateStyle: 'short' });

/** The day (`YYYY-MM-DD`) of the instant in Brussels. */
export function toBrusselsDay(instant: Instant): string {
  return BRUSSELS_DAY.format(toMillis(instant));
}
