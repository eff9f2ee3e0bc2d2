import { subjectKey, type CheckedEvent, type KnownEvent } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { KeptEvent } from '../state/keptEvents.ts';
import { OF_ERASED_CUSTOMER } from './erasedCustomers.ts';
import { dataReader, viewSetter, type CheckAgain } from './knownLines.ts';
import type { Staging } from './staging.ts';

const COLUMNS =
  'source, id, zone, target, kind, subject, subject_key, time, instant, data, line, settled, second, origin';
const ADD = `INSERT INTO event (${COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'feed') ON CONFLICT (source, id)`;

/**
 * Of lines with the same source and id one is kept: the greatest by instant, then by content, so that the order of the lines
 * never matters. The others are duplicates.
 */
const REPLACE = `${ADD} DO UPDATE SET
    zone = excluded.zone, target = excluded.target, kind = excluded.kind, subject = excluded.subject,
    subject_key = excluded.subject_key, time = excluded.time, instant = excluded.instant, data = excluded.data,
    line = excluded.line, settled = NULL, second = NULL
  WHERE (excluded.instant, excluded.time, excluded.kind, excluded.target, excluded.subject, excluded.data)
      > (instant, time, kind, target, subject, data)`;

const NO_KNOWN_LINES: CheckAgain = () => {
  throw new Error('a known line, and nothing to check it with');
};

/** Returns a function that stages one event. Call it many times within one transaction. */
export function eventStager(
  staging: Staging,
  check: CheckAgain = NO_KNOWN_LINES,
): (event: CheckedEvent | KnownEvent) => void {
  const add = staging.prepare(`${ADD} DO NOTHING`);
  const replace = staging.prepare(REPLACE);
  const find = staging.prepare('SELECT n, data IS NULL AS known FROM event WHERE source = ? AND id = ?');
  const setView = viewSetter(staging);
  const keepLine = staging.prepare('INSERT INTO line (n, bytes, view) VALUES (?, ?, ?)');
  const readData = dataReader(staging, check);

  function addRepeated(event: CheckedEvent): void {
    const there = find.get(event.source, event.id) as unknown as { n: number; known: number };
    if (there.known === 1) readData(there.n);
    if (replace.run(...valuesOf(event)).changes > 0) setView(there.n, event.view);
  }

  return (event) => {
    const { changes, lastInsertRowid } = add.run(...valuesOf(event));
    if (changes === 0) addRepeated('bytes' in event ? check(event.bytes) : event);
    else if ('bytes' in event) keepLine.run(lastInsertRowid, event.bytes, event.view);
    else if (event.view !== null) setView(Number(lastInsertRowid), event.view);
  };
}

/** The subjects of all staged events, each once. */
export const stagedSubjects = (staging: Staging): readonly string[] =>
  staging
    .prepare('SELECT DISTINCT subject_key FROM event')
    .all()
    .map((row) => row.subject_key as string);

type Value = string | number | Uint8Array | null;

function valuesOf(event: CheckedEvent | KnownEvent): readonly Value[] {
  const { source, id, zone, target, kind, subject, time, instant, line = null } = event;
  const before = [source, id, zone, target, kind, subject, subjectKey(subject), time, instant];
  return 'bytes' in event
    ? [...before, null, line, event.settled, event.second]
    : [...before, JSON.stringify(event.data), line, null, null];
}

/** Columns of an event that the state folder keeps as one JSON array. The view document is kept separately. */
const KEPT_COLUMNS = ['zone', 'target', 'kind', 'subject', 'time', 'instant', 'data'] as const;

/** Stages events that were kept from earlier runs. When the feed holds the same event, it counts as the feed's. */
export function stageKept(staging: Staging, events: Iterable<KeptEvent>): void {
  const restore = staging.prepare(
    `INSERT INTO event (source, id, subject_key, ${KEPT_COLUMNS.join(', ')}, origin)
     VALUES (?, ?, ?, ${KEPT_COLUMNS.map(() => '?').join(', ')}, 'kept')
     ON CONFLICT (source, id) DO UPDATE SET origin = 'both' RETURNING n, origin`,
  );
  const setView = viewSetter(staging);
  inTransaction(staging, () => {
    for (const { source, id, subjectKey: key, view, event } of events) {
      const staged = restore.get(source, id, key, ...(JSON.parse(event) as string[]));
      if (staged?.origin === 'kept') setView(staged.n as number, view);
    }
  });
}

/**
 * The events without a record, as the state folder keeps them. Events of policies whose customer was erased since are left
 * out.
 */
export function* unmatchedEvents(staging: Staging): Generator<KeptEvent> {
  const rows = staging
    .prepare(
      `SELECT source, id, subject_key, json_array(${KEPT_COLUMNS.join(', ')}) AS event, document AS view
       FROM event LEFT JOIN view USING (n) WHERE outcome = 'unmatched' AND NOT (${OF_ERASED_CUSTOMER})`,
    )
    .iterate();
  for (const row of rows)
    yield {
      source: row.source as string,
      id: row.id as string,
      subjectKey: row.subject_key as string,
      event: row.event as string,
      view: row.view as string | null,
    };
}

/** Source and id of kept events that no longer have to be kept. */
export function* matchedKept(staging: Staging): Generator<Pick<KeptEvent, 'source' | 'id'>> {
  const rows = staging
    .prepare(
      `SELECT source, id FROM event
       WHERE origin <> 'feed' AND (outcome <> 'unmatched' OR (${OF_ERASED_CUSTOMER}))`,
    )
    .iterate();
  for (const row of rows) yield { source: row.source as string, id: row.id as string };
}
