import type { CheckedEvent } from '../check/checkedEvent.ts';
import type { Staging } from './staging.ts';

/** Keys match as the org matches them: without case. */
export const subjectKey = (subject: string): string => subject.toLowerCase();

/**
 * Of lines with the same source and id, one is kept: the greatest by instant and then by content, so that the order of
 * the lines never matters. The others are duplicates.
 */
const STAGE = `
  INSERT INTO event (source, id, zone, target, kind, subject, subject_key, time, instant, data, view, origin)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 'feed')
  ON CONFLICT (source, id) DO UPDATE SET
    zone = excluded.zone, target = excluded.target, kind = excluded.kind, subject = excluded.subject,
    subject_key = excluded.subject_key, time = excluded.time, instant = excluded.instant, data = excluded.data,
    view = excluded.view
  WHERE (excluded.instant, excluded.time, excluded.kind, excluded.target, excluded.subject, excluded.data)
      > (instant, time, kind, target, subject, data)`;

/** Gives a function that stages one event. Many of them belong in one transaction. */
export function eventStager(staging: Staging): (event: CheckedEvent) => void {
  const insert = staging.prepare(STAGE);
  return (event) => {
    const { source, id, zone, target, subject, time, instant, body, view } = event;
    const data = JSON.stringify(body.data);
    insert.run(source, id, zone, target, body.kind, subject, subjectKey(subject), time, instant, data, view);
  };
}
