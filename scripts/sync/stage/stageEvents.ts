import type { CheckedEvent } from '../check/checkedEvent.ts';
import type { Staging } from './staging.ts';

/** Keys match as the org matches them: without case. */
export const subjectKey = (subject: string): string => subject.toLowerCase();

/**
 * Of lines with the same source and id, one is kept: the greatest by instant and then by content, so that the order of
 * the lines never matters. The others are duplicates.
 */
const STAGE = `
  INSERT INTO event (source, id, zone, target, kind, subject, subject_key, time, instant, data, origin)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'feed')
  ON CONFLICT (source, id) DO UPDATE SET
    zone = excluded.zone, target = excluded.target, kind = excluded.kind, subject = excluded.subject,
    subject_key = excluded.subject_key, time = excluded.time, instant = excluded.instant, data = excluded.data
  WHERE (excluded.instant, excluded.time, excluded.kind, excluded.target, excluded.subject, excluded.data)
      > (instant, time, kind, target, subject, data)`;

/** Gives a function that stages one event. Many of them belong in one transaction. */
export function eventStager(staging: Staging): (event: CheckedEvent) => void {
  const insert = staging.prepare(STAGE);
  const find = staging.prepare('SELECT n FROM event WHERE source = ? AND id = ?');
  const setView = viewSetter(staging);
  let last = Number(staging.prepare('SELECT coalesce(max(n), 0) AS n FROM event').get()?.n);
  return (event) => {
    const { source, id, zone, target, subject, time, instant, body, view } = event;
    const data = JSON.stringify(body.data);
    const { changes, lastInsertRowid } = insert.run(
      ...[source, id, zone, target, body.kind, subject, subjectKey(subject), time, instant, data],
    );
    if (changes === 0) return;
    const isNew = Number(lastInsertRowid) > last;
    if (isNew) last = Number(lastInsertRowid);
    if (isNew && view === null) return;
    setView(isNew ? last : Number(find.get(source, id)?.n), view);
  };
}

/** Gives a function that sets the view document of an event, or takes it away. */
export function viewSetter(staging: Staging): (n: number, document: string | null) => void {
  const set = staging.prepare('INSERT OR REPLACE INTO view (n, document) VALUES (?, ?)');
  const remove = staging.prepare('DELETE FROM view WHERE n = ?');
  return (n, document) => {
    if (document === null) remove.run(n);
    else set.run(n, document);
  };
}
