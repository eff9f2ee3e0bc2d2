/** Days from `from` up to, but not including, `to`, as UTC midnights of calendar days. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

const DAY_MS = 86_400_000;

const text = (day: Date): string => day.toISOString().slice(0, 10);
const addDays = (day: Date, days: number): Date => new Date(day.getTime() + days * DAY_MS);
const monthStart = (day: Date, months: number): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), day.getUTCMonth() + months, 1));
const quarterStart = (day: Date, quarters: number): Date =>
  new Date(Date.UTC(day.getUTCFullYear(), Math.floor(day.getUTCMonth() / 3) * 3 + quarters * 3, 1));
const yearStart = (day: Date, years: number): Date => new Date(Date.UTC(day.getUTCFullYear() + years, 0, 1));
/** Weeks begin on the first weekday of the user's locale: Monday in Europe, Sunday in en_US. */
const weekStart = (day: Date, weeks: number, firstDay: number): Date =>
  addDays(day, -((day.getUTCDay() - firstDay + 7) % 7) + weeks * 7);

type Start = (day: Date, count: number) => Date;

const period = (from: Date, to: Date): Period => ({ from: text(from), to: text(to) });

/**
 * The days that a date literal means when it is `today`; undefined when there is no such literal. SOQL reference, "Date
 * Formats and Date Literals in WHERE". The fiscal year is the calendar year.
 */
export function periodOf(literal: string, today: Date, firstDayOfWeek: number): Period | undefined {
  const [name = '', count = '0'] = literal.toUpperCase().replace('_FISCAL', '').split(':');
  const n = Number(count);
  const starts: Readonly<Record<string, Start>> = {
    WEEK: (day, weeks) => weekStart(day, weeks, firstDayOfWeek),
    MONTH: monthStart,
    QUARTER: quarterStart,
    YEAR: yearStart,
  };
  const whole = (start: Start, offset: number, length = 1): Period =>
    period(start(today, offset), start(today, offset + length));
  if (name === 'YESTERDAY') return period(addDays(today, -1), today);
  if (name === 'TODAY') return period(today, addDays(today, 1));
  if (name === 'TOMORROW') return period(addDays(today, 1), addDays(today, 2));
  if (name === 'LAST_90_DAYS') return period(addDays(today, -90), addDays(today, 1));
  if (name === 'NEXT_90_DAYS') return period(addDays(today, 1), addDays(today, 91));
  if (name === 'LAST_N_DAYS') return period(addDays(today, -n), addDays(today, 1));
  if (name === 'NEXT_N_DAYS') return period(addDays(today, 1), addDays(today, n + 1));
  if (name === 'N_DAYS_AGO') return period(addDays(today, -n), addDays(today, 1 - n));
  const single = /^(LAST|THIS|NEXT)_(WEEK|MONTH|QUARTER|YEAR)$/.exec(name);
  if (single !== null)
    return whole(starts[single[2] ?? ''] ?? yearStart, { LAST: -1, THIS: 0, NEXT: 1 }[single[1] ?? ''] ?? 0);
  const several = /^(LAST_N|NEXT_N|N)_(WEEK|MONTH|QUARTER|YEAR)S(_AGO)?$/.exec(name);
  const start = starts[several?.[2] ?? ''];
  if (several === null || start === undefined) return undefined;
  if (several[1] === 'LAST_N') return whole(start, -n, n);
  return several[1] === 'NEXT_N' ? whole(start, 1, n) : whole(start, -n);
}

/** The instant at which a day begins in a time zone, in the form that records store. */
export function dayStart(day: string, timeZone: string): string {
  const utc = new Date(`${day}T00:00:00Z`);
  const offset = offsetMs(utc, timeZone);
  const first = new Date(utc.getTime() - offset);
  // On the day that the clock changes, the offset at midnight may differ from the one at the guessed time.
  const start = new Date(utc.getTime() - offsetMs(first, timeZone));
  return `${start.toISOString().slice(0, 19)}.000+0000`;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

function offsetMs(instant: Date, timeZone: string): number {
  const format =
    FORMATS.get(timeZone) ??
    new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' });
  FORMATS.set(timeZone, format);
  const local = new Date(`${format.format(instant).replace(' ', 'T')}Z`);
  return local.getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

/** Today in a time zone, as the UTC midnight of that calendar day. */
export function todayIn(timeZone: string, now: Date): Date {
  const local = new Date(now.getTime() + offsetMs(now, timeZone));
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
}
