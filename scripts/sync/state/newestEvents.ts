import { ZONES, type Zone } from '../../feed/contract.ts';
import { toMillis, type Instant } from '../../feed/instant.ts';
import type { StateStore } from './store.ts';

const HOUR_MS = 60 * 60 * 1000;

/** The newest event of a zone that this folder knows. A zone without events has no entry. */
export interface NewestEvent {
  readonly zone: Zone;
  /** ISO 8601 UTC. */
  readonly newestEvent: string;
  /** Whole hours since then. */
  readonly hours: number;
}

/** Keeps the newest event of a zone; an older one changes nothing. */
export function noteNewestEvent({ db }: StateStore, zone: Zone, newest: Instant): void {
  db.prepare(
    `INSERT INTO newest_event VALUES (?, ?)
     ON CONFLICT (zone) DO UPDATE SET newest = excluded.newest WHERE excluded.newest > newest`,
  ).run(zone, newest);
}

/** The newest event of each zone; `of` returns those of a feed that isn't settled yet. `now`: milliseconds since 1970. */
export function newestEvents(
  { db }: StateStore,
  now: number,
  of: (zone: Zone) => Instant | null = () => null,
): readonly NewestEvent[] {
  // A folder of an earlier version that is only read hasn't got the table.
  const isThere = db.prepare("SELECT 1 FROM sqlite_master WHERE name = 'newest_event'").get() !== undefined;
  const find = isThere ? db.prepare('SELECT newest FROM newest_event WHERE zone = ?') : undefined;
  return ZONES.flatMap((zone) => {
    const [before, today] = [(find?.get(zone)?.newest ?? null) as Instant | null, of(zone)];
    const newest = before === null || (today !== null && today > before) ? today : before;
    if (newest === null) return [];
    const millis = toMillis(newest);
    const hours = Math.max(0, Math.floor((now - millis) / HOUR_MS));
    return [{ zone, newestEvent: new Date(millis).toISOString(), hours }];
  });
}

/** The zones that have been quiet for longer than allowed. */
export const quietZones = (words: readonly NewestEvent[], maxQuietHours: number): readonly NewestEvent[] =>
  words.filter(({ hours }) => hours > maxQuietHours);

/** The same for people and logs. */
export const quietText = ({ zone, newestEvent, hours }: NewestEvent): string =>
  `${zone} has been quiet for ${hours} hours: its newest event is of ${newestEvent}`;
