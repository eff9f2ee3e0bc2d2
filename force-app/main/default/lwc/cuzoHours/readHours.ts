/** Minutes of a day from its beginning: open from, and until without it. */
export type Span = readonly [number, number];

/** A day as opening hours tell them apart: Monday is 0, and a legal holiday is a day of its own. */
export const HOLIDAY = 7;

/** What is said of each kind of day; null where nothing is. An empty list is a day on which it stays closed. */
export type Hours = readonly (readonly Span[] | null)[];

const DAYS: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'];
const KINDS_OF_DAY = DAYS.length;
const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const RULE = /^(?:([A-Z][a-zA-Z]*(?:\s*[,-]\s*[A-Z][a-zA-Z]*)*)\s+)?(off|closed|[\d:,\s-]+)$/;
const SPAN = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;
const END_OF_DAY = 24 * 60;

/**
 * Reads opening hours in the part of OpenStreetMap's syntax that an office needs: `Mo-Th 08:30-17:00; Fr 08:30-16:00; PH off`.
 * Of several rules for a day the last counts (OpenStreetMap wiki, "Key:opening_hours/specification"). null for any other text,
 * which a reader understands better than a guess at it.
 */
export function readHours(text: string): Hours | null {
  const hours: (readonly Span[] | null)[] = Array<null>(KINDS_OF_DAY).fill(null);
  const rules = text.split(';').map((rule) => rule.trim());
  // A last semicolon ends the last rule.
  if (rules.at(-1) === '') rules.pop();
  for (const rule of rules) {
    const [, days, times] = RULE.exec(rule) ?? [];
    const on = days === undefined ? WEEK : daysOf(days);
    const spans = times === undefined ? null : spansOf(times.trim());
    if (on === null || spans === null) return null;
    for (const day of on) hours[day] = spans;
  }
  return rules.length === 0 ? null : hours;
}

/** `Mo-Th,Sa,PH`. A range may go over the end of the week. */
function daysOf(text: string): readonly number[] | null {
  const parts = text.split(',').map((part) => rangeOf(part.trim()));
  return parts.includes(null) ? null : parts.flatMap((part) => part ?? []);
}

function rangeOf(part: string): readonly number[] | null {
  const [first, last, ...more] = part.split('-').map((name) => DAYS.indexOf(name.trim()));
  if (first === undefined || first < 0 || more.length > 0) return null;
  if (last === undefined) return [first];
  if (last < 0 || first === HOLIDAY || last === HOLIDAY) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => (first + at) % 7);
}

function spansOf(times: string): readonly Span[] | null {
  if (times === 'off' || times === 'closed') return [];
  const spans = times.split(',').map((span) => spanOf(span.trim()));
  return spans.includes(null) ? null : joined(spans.flatMap((span) => (span === null ? [] : [span])));
}

/** Hours over midnight belong to two days: an office has none. */
function spanOf(text: string): Span | null {
  const [, ...parts] = SPAN.exec(text) ?? [];
  const [fromHour, fromMinute, toHour, toMinute] = parts.map(Number);
  if (fromHour === undefined || fromMinute === undefined || toHour === undefined || toMinute === undefined)
    return null;
  if (fromMinute > 59 || toMinute > 59) return null;
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return from < to && to <= END_OF_DAY ? [from, to] : null;
}

/** In order, and as one where they meet: an office that is open on doesn't close at noon. */
function joined(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
