import { subjectKey, type CheckedEvent } from '../events/event.ts';
import { inTransaction } from '../state/sqlite.ts';
import type { KeptEvent } from '../state/keptEvents.ts';
import { OF_ERASED_CUSTOMER } from './erasedCustomers.ts';
import type { Staging } from './staging.ts';

/**
 * Of lines with the same source and id one is kept: the greatest by instant, then by content, so that the order of the lines
 * never matters. The others are duplicates.
 */
const STAGE = `
  INSERT INTO event (source, id, zone, target, kind, subject, subject_key, time, instant, data, origin)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'feed')
  ON CONFLICT (source, id) DO UPDATE SET
    zone = excluded.zone, target = excluded.target, kind = excluded.kind, subject = excluded.subject,
    subject_key = excluded.subject_key, time = excluded.time, instant = excluded.instant, data = excluded.data
  WHERE (excluded.instant, excluded.time, excluded.kind, excluded.target, excluded.subject, excluded.data)
      > (instant, time, kind, target, subject, data)`;

/** Returns a function that stages one event. Call it many times within one transaction. */
export function eventStager(staging: Staging): (event: CheckedEvent) => void {
  const insert = staging.prepare(STAGE);
  const find = staging.prepare('SELECT n FROM event WHERE source = ? AND id = ?');
  const setView = viewSetter(staging);
  let last = Number(staging.prepare('SELECT coalesce(max(n), 0) AS n FROM event').get()?.n);
  return (event) => {
    const { source, id, zone, target, kind, subject, time, instant, data, view } = event;
    const { changes, lastInsertRowid } = insert.run(
      ...[source, id, zone, target, kind, subject, subjectKey(subject), time, instant, JSON.stringify(data)],
    );
    if (changes === 0) return;
    const isNew = Number(lastInsertRowid) > last;
    if (isNew) last = Number(lastInsertRowid);
    if (isNew && view === null) return;
    setView(isNew ? last : Number(find.get(source, id)?.n), view);
  };
}

/** Returns a function that sets or removes the view document of an event. */
function viewSetter(staging: Staging): (n: number, document: string | null) => void {
  const set = staging.prepare('INSERT OR REPLACE INTO view (n, document) VALUES (?, ?)');
  const remove = staging.prepare('DELETE FROM view WHERE n = ?');
  return (n, document) => {
    if (document === null) remove.run(n);
    else set.run(n, document);
  };
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
