import { z } from 'zod';
import { isCalendarDate, isOrgDate } from './instant.ts';

/** A calendar day, `YYYY-MM-DD`, as views show it, of any year (`9999-12-31` stands for "no end"). */
export const calendarDay = z
  .string()
  .refine(isCalendarDate, 'must be a day of the calendar, written YYYY-MM-DD');

/** A day that a Date field of the org accepts. */
export const orgDay = calendarDay.refine(isOrgDate, 'must be a day from 1700-01-01 to 4000-12-31');
