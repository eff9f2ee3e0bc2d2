import { present } from './random.ts';

const DAY_MS = 86_400_000;
const number = (day: string): number => Date.parse(`${day}T00:00:00Z`) / DAY_MS;
const months = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1;

/** Units of the calendar as consecutive numbers. Weeks begin on Monday; 1 January 1970 was a Thursday. */
const UNITS: Readonly<Record<string, (day: string) => number>> = {
  DAY: number,
  WEEK: (day) => Math.floor((number(day) + 3) / 7),
  MONTH: months,
  QUARTER: (day) => Math.floor(months(day) / 3),
  YEAR: (day) => Math.floor(months(day) / 12),
};
const SINGLE = ['WEEK', 'MONTH', 'QUARTER', 'YEAR'] as const;

/** A date literal: the unit that it counts in, and the first and last unit of its period, relative to today's. */
export interface DateLiteral {
  readonly text: string;
  readonly unit: (day: string) => number;
  readonly first: number;
  readonly last: number;
}

const literal = (text: string, unit: string, first: number, last = first): DateLiteral => ({
  text,
  unit: present(UNITS[unit]),
  first,
  last,
});

/** The literals without a number. SOQL reference, "Date Formats and Date Literals in WHERE". */
export const PLAIN_LITERALS: readonly DateLiteral[] = [
  literal('YESTERDAY', 'DAY', -1),
  literal('TODAY', 'DAY', 0),
  literal('TOMORROW', 'DAY', 1),
  literal('LAST_90_DAYS', 'DAY', -90, 0),
  literal('NEXT_90_DAYS', 'DAY', 1, 90),
  ...SINGLE.flatMap((unit) => [
    literal(`LAST_${unit}`, unit, -1),
    literal(`THIS_${unit}`, unit, 0),
    literal(`NEXT_${unit}`, unit, 1),
  ]),
  ...['QUARTER', 'YEAR'].map((unit) => literal(`THIS_FISCAL_${unit}`, unit, 0)),
];

/** The literals with a number. */
export const COUNTED_LITERALS: readonly ((n: number) => DateLiteral)[] = [
  (n) => literal(`LAST_N_DAYS:${n}`, 'DAY', -n, 0),
  (n) => literal(`NEXT_N_DAYS:${n}`, 'DAY', 1, n),
  (n) => literal(`N_DAYS_AGO:${n}`, 'DAY', -n),
  ...SINGLE.flatMap((unit) => [
    (n: number) => literal(`LAST_N_${unit}S:${n}`, unit, -n, -1),
    (n: number) => literal(`NEXT_N_${unit}S:${n}`, unit, 1, n),
    (n: number) => literal(`N_${unit}S_AGO:${n}`, unit, -n),
  ]),
];

const BRUSSELS = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Brussels', dateStyle: 'short' });

/** The calendar day in Brussels of a stored date or date-time. */
export const dayIn = (kept: string): string =>
  kept.length === 10 ? kept : BRUSSELS.format(new Date(kept.replace('+0000', 'Z')));

/** Functions of the UTC time of a stored date or date-time. SOQL reference, "Date Functions". */
export const DATE_FUNCTIONS: Readonly<Record<string, (moment: Date) => number>> = {
  CALENDAR_MONTH: (moment) => moment.getUTCMonth() + 1,
  CALENDAR_QUARTER: (moment) => Math.ceil((moment.getUTCMonth() + 1) / 3),
  CALENDAR_YEAR: (moment) => moment.getUTCFullYear(),
  DAY_IN_MONTH: (moment) => moment.getUTCDate(),
  DAY_IN_WEEK: (moment) => moment.getUTCDay() + 1,
  DAY_IN_YEAR: (moment) =>
    Math.floor((moment.getTime() - Date.UTC(moment.getUTCFullYear(), 0, 1)) / DAY_MS) + 1,
  WEEK_IN_MONTH: (moment) => Math.ceil(moment.getUTCDate() / 7),
};

/** The UTC time of a stored date or date-time. */
export const momentOf = (kept: string): Date =>
  new Date(kept.length === 10 ? `${kept}T00:00:00Z` : kept.replace('+0000', 'Z'));
