import { isBelgianHoliday } from './belgianHolidays';
import { HOLIDAY, readHours, type Hours, type Span } from './readHours';

export { isBelgianHoliday } from './belgianHolidays';
export { readHours, type Hours } from './readHours';

/** Whether an office is open. Days (`YYYY-MM-DD`) and times (`HH:MM`) are Belgian, wherever the agent is. */
export type OpenState =
  | { readonly kind: 'open'; readonly until: string }
  | { readonly kind: 'closed'; readonly today: string; readonly opens: Opening | null }
  /** A legal holiday that the hours don't mention: whether it is open isn't known. */
  | { readonly kind: 'holiday' };

export interface Opening {
  readonly day: string;
  readonly time: string;
}

const CLOCK = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Brussels',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});
const DAY = 86_400_000;
/** Two weeks contain the next opening of any office with hours, even with several holidays in a row. */
const LOOKED_AHEAD = 14;

/** The state at a time (milliseconds) by the hours in `text`; null when the text is free text. */
export function openState(text: string, now: number): OpenState | null {
  const hours = readHours(text);
  if (hours === null) return null;
  const { day: today, minute } = wallClock(now);
  const spans = spansOn(hours, today);
  if (spans === null) return { kind: 'holiday' };
  const open = spans.find(([from, to]) => from <= minute && minute < to);
  if (open !== undefined) return { kind: 'open', until: timeText(open[1]) };
  return { kind: 'closed', today, opens: nextOpening(hours, today, minute) };
}

function nextOpening(hours: Hours, today: string, minute: number): Opening | null {
  for (let ahead = 0; ahead <= LOOKED_AHEAD; ahead++) {
    const day = new Date(Date.parse(today) + ahead * DAY).toISOString().slice(0, 10);
    const spans = spansOn(hours, day) ?? [];
    const next = spans.find(([from]) => ahead > 0 || from > minute);
    if (next !== undefined) return { day, time: timeText(next[0]) };
  }
  return null;
}

/** null on a holiday that the hours don't mention, unless the office is closed on that weekday anyway. */
function spansOn(hours: Hours, day: string): readonly Span[] | null {
  const weekday = hours[(new Date(day).getUTCDay() + 6) % 7] ?? [];
  if (!isBelgianHoliday(day)) return weekday;
  return hours[HOLIDAY] ?? (weekday.length === 0 ? [] : null);
}

function wallClock(moment: number): { readonly day: string; readonly minute: number } {
  const parts = Object.fromEntries(CLOCK.formatToParts(moment).map(({ type, value }) => [type, value]));
  const day = `${parts.year ?? ''}-${parts.month ?? ''}-${parts.day ?? ''}`;
  return { day, minute: Number(parts.hour) * 60 + Number(parts.minute) };
}

const timeText = (minutes: number): string =>
  [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0')).join(':');
