/**
 * The years of an org's calendar: "1700-01-01T00:00:00Z GMT" to "4000-12-31". SOQL reference, "Date Formats and Date
 * Literals".
 */
const FIRST_YEAR = 1700;
const LAST_YEAR = 4000;

/** Whether it is an existing day, `YYYY-MM-DD`, within an org's calendar. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const year = Number(text.slice(0, 4));
  if (year < FIRST_YEAR || year > LAST_YEAR) return false;
  const month = Number(text.slice(5, 7));
  const day = Number(text.slice(8));
  if (month < 1 || month > 12 || day < 1) return false;
  // Day 0 of the next month is the last day of this one. The first test avoids that for most days: this runs for every date
  // of a bulk load.
  return day <= 28 || day <= new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** An instant as records store it: to the second, in UTC, `2026-11-22T10:00:00.000+0000`. */
export function stamp(instant: Date): string {
  return `${instant.toISOString().slice(0, 19)}.000+0000`;
}

const INSTANT = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(?:\.(\d+))?(Z|[+-]\d{2}:?\d{2})$/i;

/** The form that records store and most clients send: to the millisecond, in UTC. */
const UTC = /^\d{4}-\d{2}-\d{2}T(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d\.\d{3}(?:Z|\+0000)$/;

/** The instant of an ISO 8601 date-time with an offset, in the form that records store; undefined when it isn't one. */
export function stampOf(text: string): string | undefined {
  if (UTC.test(text)) return isDay(text.slice(0, 10)) ? `${text.slice(0, 19)}.000+0000` : undefined;
  const parts = INSTANT.exec(text);
  if (parts === null || !isDay(parts[1] ?? '')) return undefined;
  const offset = (parts[6] ?? 'Z').toUpperCase();
  // Node takes an offset without a colon too.
  const instant = new Date(
    `${parts[1] ?? ''}T${parts[2] ?? ''}:${parts[3] ?? ''}:${parts[4] ?? ''}${offset}`,
  );
  if (Number.isNaN(instant.getTime())) return undefined;
  const kept = stamp(instant);
  return isDay(kept.slice(0, 10)) ? kept : undefined;
}

/** The instant of a stored date-time. */
export function instantOf(kept: string): Date {
  return new Date(kept);
}

/** A time of day as records store it, `13:45:00.000Z`; undefined when it isn't one. */
export function timeOf(text: string): string | undefined {
  const parts = /^([01]\d|2[0-3]):([0-5]\d)(?::([0-5]\d)(?:\.(\d{1,3}))?)?Z?$/.exec(text);
  if (parts === null) return undefined;
  return `${parts[1] ?? '00'}:${parts[2] ?? '00'}:${parts[3] ?? '00'}.${(parts[4] ?? '').padEnd(3, '0')}Z`;
}
