import { z } from 'zod';
import { isCalendarDate, isOrgDate } from './instant.ts';

/** A day of the calendar, `YYYY-MM-DD`: what a view shows, whatever the year (`9999-12-31` says "no end"). */
export const calendarDay = z
  .string()
  .refine(isCalendarDate, 'must be a day of the calendar, written YYYY-MM-DD');

/** A day that a Date field of the org takes. */
export const orgDay = calendarDay.refine(isOrgDate, 'must be a day from 1700-01-01 to 4000-12-31');
