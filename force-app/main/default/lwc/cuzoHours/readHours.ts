/** Opening and closing time, in minutes since midnight; the closing time itself is excluded. */
export type Span = readonly [number, number];

/** Index of legal holidays; 0 to 6 are Monday to Sunday. */
export const HOLIDAY = 7;

/** Opening times by kind of day; null when the text says nothing about it, an empty list when it is closed. */
export type Hours = readonly (readonly Span[] | null)[];

const DAYS: readonly string[] = ['Mo', 'Tu', 'We', 'Th', 'Fr', 'Sa', 'Su', 'PH'];
const KINDS_OF_DAY = DAYS.length;
const WEEK: readonly number[] = [0, 1, 2, 3, 4, 5, 6];
const RULE = /^(?:([a-zA-Z,\s-]+)\s)?(off|closed|[\d:,\s-]+)$/;
const SPAN = /^(\d{1,2}):(\d{2})\s*-\s*(\d{1,2}):(\d{2})$/;
const END_OF_DAY = 24 * 60;

/**
 * Parses opening hours in the part of OpenStreetMap's syntax that an office needs: `Mo-Th 08:30-17:00; Fr 08:30-16:00; PH
 * off`. When several rules name a day, the last one counts (OpenStreetMap wiki, "Key:opening_hours/specification"). null for
 * any other text: showing it as it is beats a wrong guess.
 */
export function readHours(text: string): Hours | null {
  const hours: (readonly Span[] | null)[] = Array<null>(KINDS_OF_DAY).fill(null);
  const rules = text.split(';').map((rule) => rule.trim());
  // The text may end with a semicolon.
  if (rules.at(-1) === '') rules.pop();
  for (const rule of rules) {
    const [, days, times] = RULE.exec(rule) ?? [];
    const on = days === undefined ? WEEK : daysOf(days);
    const spans = times === undefined ? null : spansOf(times);
    if (on === null || spans === null) return null;
    for (const day of on) hours[day] = spans;
  }
  return rules.length === 0 ? null : hours;
}

/** `Mo-Th,Sa,PH`. A range may wrap around the end of the week. */
function daysOf(text: string): readonly number[] | null {
  const ranges = text.split(',').map((part) => rangeOf(part));
  return ranges.every((range) => range !== null) ? ranges.flat() : null;
}

function rangeOf(part: string): readonly number[] | null {
  const [first = 0, last, ...more] = part.split('-').map((name) => DAYS.indexOf(name.trim()));
  if (first < 0 || more.length > 0) return null;
  if (last === undefined) return [first];
  if (last < 0 || first === HOLIDAY || last === HOLIDAY) return null;
  const length = ((last - first + 7) % 7) + 1;
  return Array.from({ length }, (_, at) => (first + at) % 7);
}

function spansOf(times: string): readonly Span[] | null {
  if (times === 'off' || times === 'closed') return [];
  const spans = times.split(',').map((span) => spanOf(span.trim()));
  return spans.every((span) => span !== null) ? joined(spans) : null;
}

/** Hours past midnight aren't supported: no office has them. */
function spanOf(text: string): Span | null {
  const match = SPAN.exec(text);
  if (match === null) return null;
  const [fromHour = 0, fromMinute = 0, toHour = 0, toMinute = 0] = match.slice(1).map(Number);
  if (fromMinute > 59 || toMinute > 59) return null;
  const [from, to] = [fromHour * 60 + fromMinute, toHour * 60 + toMinute];
  return from < to && to <= END_OF_DAY ? [from, to] : null;
}

/** Sorted, with adjacent spans merged: an office that stays open doesn't close at noon. */
function joined(spans: readonly Span[]): readonly Span[] {
  const merged: Span[] = [];
  for (const [from, to] of [...spans].sort(([one], [other]) => one - other)) {
    const last = merged.at(-1);
    if (last !== undefined && from <= last[1]) merged[merged.length - 1] = [last[0], Math.max(last[1], to)];
    else merged.push([from, to]);
  }
  return merged;
}
