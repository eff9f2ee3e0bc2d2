import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const DAY = 86_400_000;

/** UTC time by which the zones' nightly data has arrived: 04:00 or 05:00 in Brussels. */
const NIGHT_IS_OVER = 3 * 3_600_000;

/** Changes that are older than this stay: they are in the samples because they are old. */
const MOVED_BEFORE_DAYS = 14;

/** Date-times of an event as the samples write them: key, day and the rest. */
const MOMENT = /("(?:time|changedAt)": ?")(\d{4}-\d{2}-\d{2})(T[^"]*")/g;

/**
 * Copies a sample feed into a new folder and shifts its events by whole days so that most are from last night; otherwise
 * pages would warn of old data. Nothing else changes; bad lines stay bad.
 */
export function freshSamples(feed: string, into: string, now: Date): void {
  mkdirSync(into, { recursive: true });
  const names = readdirSync(feed).filter((name) => name.endsWith('.ndjson'));
  const texts = names.map((name) => [name, readFileSync(join(feed, name), 'utf8')] as const);
  const newest = commonDay(texts.map(([, text]) => text).join(''));
  const lastNight = Math.floor((now.getTime() - NIGHT_IS_OVER) / DAY);
  const days = Math.max(0, lastNight - dayNumber(newest));
  const files = texts.map(([name, text]) => {
    const moved = text.replace(MOMENT, (whole, key: string, day: string, rest: string) => {
      // A bad line may contain an invalid day, which stays.
      const isRecent = dayNumber(newest) - dayNumber(day) <= MOVED_BEFORE_DAYS;
      return isRecent ? `${key}${dayText(dayNumber(day) + days)}${rest}` : whole;
    });
    writeFileSync(join(into, name), moved);
    const sha256 = createHash('sha256').update(moved).digest('hex');
    return { name, sha256, lines: moved.split('\n').filter((line) => line.trim() !== '').length };
  });
  writeFileSync(join(into, 'manifest.json'), JSON.stringify({ files }));
}

/** The most frequent day of the events. */
function commonDay(text: string): string {
  const counts = new Map<string, number>();
  for (const [, , day = ''] of text.matchAll(MOMENT)) counts.set(day, (counts.get(day) ?? 0) + 1);
  return [...counts].sort(([, a], [, b]) => b - a)[0]?.[0] ?? '';
}

/** Days since 1 January 1970; NaN for an invalid day. */
function dayNumber(day: string): number {
  return Date.parse(`${day}T00:00:00Z`) / DAY;
}

function dayText(day: number): string {
  return new Date(day * DAY).toISOString().slice(0, 10);
}
