import { memoryOf } from './remembered.ts';

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

type Start = (day: Date, count: number, firstDay: number) => Date;

const STARTS: Readonly<Record<string, Start>> = {
  DAY: addDays,
  WEEK: weekStart,
  MONTH: monthStart,
  QUARTER: quarterStart,
  YEAR: yearStart,
  FISCAL_QUARTER: quarterStart,
  FISCAL_YEAR: yearStart,
};

/** Periods of one unit: from how many units after today's, and how many. */
interface Span {
  readonly unit: string;
  readonly first: number;
  readonly length: number;
}

const DAYS: Readonly<Record<string, Span>> = {
  YESTERDAY: { unit: 'DAY', first: -1, length: 1 },
  TODAY: { unit: 'DAY', first: 0, length: 1 },
  TOMORROW: { unit: 'DAY', first: 1, length: 1 },
  LAST_90_DAYS: { unit: 'DAY', first: -90, length: 91 },
  NEXT_90_DAYS: { unit: 'DAY', first: 1, length: 90 },
};

const FIRST: Readonly<Record<string, number>> = { LAST: -1, THIS: 0, NEXT: 1 };

function spanOf(literal: string): Span | undefined {
  const [, which = '', one = ''] =
    /^(LAST|THIS|NEXT)_(WEEK|MONTH|(?:FISCAL_)?(?:QUARTER|YEAR))$/.exec(literal) ?? [];
  const first = FIRST[which];
  if (first !== undefined) return { unit: one, first, length: 1 };
  const [, last, next, ago, count] =
    /^(?:LAST_N_(\w+)S|NEXT_N_(\w+)S|N_(\w+)S_AGO):(\d+)$/.exec(literal) ?? [];
  const n = Number(count);
  if (next !== undefined) return { unit: next, first: 1, length: n };
  if (ago !== undefined) return { unit: ago, first: -n, length: 1 };
  // The last days are those with today, of all else the last ones are whole.
  return last === undefined ? DAYS[literal] : { unit: last, first: -n, length: last === 'DAY' ? n + 1 : n };
}

/**
 * The days that a date literal means when it is `today`; undefined when there is no such literal. SOQL reference, "Date
 * Formats and Date Literals in WHERE". The fiscal year is the calendar year.
 */
export function periodOf(literal: string, today: Date, firstDayOfWeek: number): Period | undefined {
  const span = spanOf(literal.toUpperCase());
  const start = STARTS[span?.unit ?? ''];
  if (span === undefined || start === undefined) return undefined;
  const { first, length } = span;
  return {
    from: text(start(today, first, firstDayOfWeek)),
    to: text(start(today, first + length, firstDayOfWeek)),
  };
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

const formatOf = memoryOf<Intl.DateTimeFormat>(1_000);

function offsetMs(instant: Date, timeZone: string): number {
  const format = formatOf(
    timeZone,
    () => new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
  );
  const local = new Date(`${format.format(instant).replace(' ', 'T')}Z`);
  return local.getTime() - Math.floor(instant.getTime() / 1000) * 1000;
}

/** Today in a time zone, as the UTC midnight of that calendar day. */
export function todayIn(timeZone: string, now: Date): Date {
  const local = new Date(now.getTime() + offsetMs(now, timeZone));
  return new Date(Date.UTC(local.getUTCFullYear(), local.getUTCMonth(), local.getUTCDate()));
}
