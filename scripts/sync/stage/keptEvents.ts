import type { StateStore } from '../state/store.ts';
import { viewSetter } from './stageEvents.ts';
import { inTransaction, type Staging } from './staging.ts';

/** The columns of an event that the state folder keeps as one JSON array, the view document apart. */
const KEPT_COLUMNS = ['zone', 'target', 'kind', 'subject', 'time', 'instant', 'data'] as const;

interface KeptRow {
  readonly source: string;
  readonly id: string;
  readonly subject_key: string;
  readonly view: string | null;
  /** KEPT_COLUMNS as a JSON array. */
  readonly event: string;
}

const AS_JSON = `json_array(${KEPT_COLUMNS.join(', ')})`;

const RESTORE = `
  INSERT INTO event (source, id, subject_key, ${KEPT_COLUMNS.join(', ')}, origin)
  VALUES (?, ?, ?, ${KEPT_COLUMNS.map(() => '?').join(', ')}, 'kept')
  ON CONFLICT (source, id) DO UPDATE SET origin = 'both' RETURNING n, origin`;

/**
 * Stages the events that found no record in earlier runs, those kept since `oldest` (ISO 8601) or later. One that the
 * feed holds itself is the feed's.
 */
export function stageKeptEvents(staging: Staging, state: StateStore, oldest: string): void {
  const restore = staging.prepare(RESTORE);
  const setView = viewSetter(staging);
  const kept = state.db.prepare(
    'SELECT source, id, subject_key, view, event FROM unmatched WHERE since >= ?',
  );
  inTransaction(staging, () => {
    for (const row of kept.iterate(oldest)) {
      const { source, id, subject_key, view, event } = row as unknown as KeptRow;
      const staged = restore.get(source, id, subject_key, ...(JSON.parse(event) as string[]));
      if (staged?.origin === 'kept') setView(staged.n as number, view);
    }
  });
}

/** Keeps the unmatched events for later runs and drops those that are not any more, or since before `oldest`. */
export function keepUnmatched(staging: Staging, state: StateStore, now: string, oldest: string): void {
  const { db } = state;
  db.prepare('DELETE FROM unmatched WHERE since < ?').run(oldest);
  const drop = db.prepare('DELETE FROM unmatched WHERE source = ? AND id = ?');
  const settled = "SELECT source, id FROM event WHERE origin <> 'feed' AND outcome <> 'unmatched'";
  for (const row of staging.prepare(settled).iterate()) drop.run(row.source as string, row.id as string);
  const keep = db.prepare(
    `INSERT INTO unmatched (source, id, subject_key, event, view, since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, id) DO UPDATE
     SET subject_key = excluded.subject_key, event = excluded.event, view = excluded.view`,
  );
  const unmatched = `SELECT source, id, subject_key, ${AS_JSON} AS event, document AS view
    FROM event LEFT JOIN view USING (n) WHERE outcome = 'unmatched'`;
  for (const row of staging.prepare(unmatched).iterate()) {
    const { source, id, subject_key, event, view } = row as unknown as KeptRow;
    keep.run(source, id, subject_key, event, view, now);
  }
}
