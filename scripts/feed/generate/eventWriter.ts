import {
  SOURCES,
  ZONE_OF_SOURCE,
  type EventOf,
  type EventType,
  type FeedEvent,
  type Source,
  type Zone,
} from '../contract.ts';
import { momentBefore, SNAPSHOT_DAY, utc, winterTime } from './calendar.ts';
import type { Outcome } from '../outcome.ts';
import type { Tally } from './outcomes.ts';
import { viewText } from './viewText.ts';

const SOURCE_OF_ZONE = Object.fromEntries(
  SOURCES.map((source) => [ZONE_OF_SOURCE[source], source]),
) as Readonly<Record<Zone, Source>>;
/** When a zone makes its snapshot: start in seconds since midnight UTC, and duration. */
const SNAPSHOT_START: Readonly<Record<Zone, number>> = { mypv: 2 * 3600 + 600, myvivium: 2 * 3600 + 2400 };
const SNAPSHOT_SECONDS = 1200;

/** An event without the attributes that every event has. */
export interface EventDraft<T extends EventType = EventType> {
  readonly type: T;
  readonly subject: string;
  readonly data: EventOf<T>['data'];
  /** Milliseconds since 1970; the time of the zone's snapshot when it is left out. */
  readonly at?: number;
}

/** Where the lines of each zone are written. */
export type Lines = Readonly<Record<Zone, { readonly add: (line: string | Buffer) => void }>>;

export interface EventWriter {
  /** Writes an event and counts its expected outcome. Returns the line, so that it can be repeated. */
  readonly write: <T extends EventType>(zone: Zone, draft: EventDraft<T>, outcome: Outcome) => string;
  /** Writes a line as it is. */
  readonly repeat: (zone: Zone, line: string | Buffer, outcome: 'duplicate' | 'rejected') => void;
  /** A new id, unique in its zone. */
  readonly newId: (zone: Zone) => string;
}

/** Writes each zone's times in another notation: the offset must make no difference. */
export const writtenBy = (zone: Zone, millis: number): string =>
  zone === 'mypv' ? winterTime(millis) : utc(millis);

/** Opens the writer of both zones' lines. It counts the expected outcome of each event in `tally`. */
export function openEventWriter(lines: Lines, tally: Tally): EventWriter {
  const serial: Record<Zone, number> = { mypv: 0, myvivium: 0 };

  function newId(zone: Zone): string {
    serial[zone] += 1;
    return `${zone}-${SNAPSHOT_DAY.replaceAll('-', '')}-${String(serial[zone]).padStart(9, '0')}`;
  }
  const snapshotMoment = (zone: Zone): number =>
    momentBefore(0, SNAPSHOT_START[zone] + (serial[zone] % SNAPSHOT_SECONDS));

  const write: EventWriter['write'] = (zone, { type, subject, data, at }, outcome) => {
    const millis = at ?? snapshotMoment(zone);
    const event = {
      specversion: '1.0',
      id: newId(zone),
      source: SOURCE_OF_ZONE[zone],
      type,
      subject,
      time: writtenBy(zone, millis),
      data,
    } as FeedEvent;
    const line = lineOf(event);
    lines[zone].add(line);
    tally.count(outcome);
    tally.at(millis);
    return line;
  };
  const repeat: EventWriter['repeat'] = (zone, line, outcome) => {
    lines[zone].add(line);
    tally.count(outcome);
  };
  return { write, repeat, newId };
}

/** The line of an event. The view's text, most of the line, is shared with the org's row. */
function lineOf(event: FeedEvent): string {
  if (event.type !== 'be.pv.cuzo.policy-view.v1' || !event.data.shown) return JSON.stringify(event);
  const { view, ...data } = event.data;
  return `${JSON.stringify({ ...event, data }).slice(0, -2)},"view":${viewText(view)}}}`;
}
