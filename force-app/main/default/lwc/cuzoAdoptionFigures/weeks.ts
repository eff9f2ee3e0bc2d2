import TIME_ZONE from '@salesforce/i18n/timeZone';
import { NEW_DAYS } from './filters';

const DAY = 86_400_000;
// Swedish writes days as ISO 8601 does.
const ISO_DAYS = new Intl.DateTimeFormat('sv-SE', { dateStyle: 'short', timeZone: TIME_ZONE });

const isoDay = (epoch: number): string => new Date(epoch).toISOString().slice(0, 'YYYY-MM-DD'.length);

/** The Monday of the week of that day. */
function mondayOf(day: string): string {
  const epoch = Date.parse(day);
  return isoDay(epoch - ((new Date(epoch).getUTCDay() + 6) % 7) * DAY);
}

/** Mondays of the weeks with a day of the last 30 in the user's time zone, the oldest first. `now` is epoch milliseconds. */
export function lastWeeks(now: number): readonly string[] {
  const today = ISO_DAYS.format(now);
  const first = Date.parse(mondayOf(isoDay(Date.parse(today) - NEW_DAYS * DAY)));
  const count = Math.floor((Date.parse(mondayOf(today)) - first) / (7 * DAY)) + 1;
  return Array.from({ length: count }, (_, week) => isoDay(first + week * 7 * DAY));
}

/** How many of these days' registrations are in the week of that Monday. */
export function countOfWeek(newByDay: ReadonlyMap<string, number>, monday: string): number {
  return [...newByDay].reduce((sum, [day, count]) => (mondayOf(day) === monday ? sum + count : sum), 0);
}
