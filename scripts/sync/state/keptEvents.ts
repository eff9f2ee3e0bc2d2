import type { StateStore } from './store.ts';

/** An event that matched no record, kept for later runs. */
export interface KeptEvent {
  readonly source: string;
  readonly id: string;
  readonly subjectKey: string;
  /** Canonical view document. */
  readonly view: string | null;
  /** The other columns of the event in the staging database, as a JSON array. */
  readonly event: string;
}

const KEPT = 'SELECT source, id, subject_key, view, event FROM unmatched WHERE since >= ?';

/** The events kept since `oldest` (ISO 8601 UTC) or later. */
export function keptEvents(state: StateStore, oldest: string): Generator<KeptEvent> {
  return asKept(state.db.prepare(KEPT).iterate(oldest));
}

/**
 * Of those the ones about some subjects, and policies of some customers: a small run needs no others, which wait for the
 * night.
 */
export function keptEventsOf(
  state: StateStore,
  oldest: string,
  subjectKeys: readonly string[],
): Generator<KeptEvent> {
  const ofSome = `IN (SELECT value FROM json_each(?2))`;
  const customer = `subject_key(json_extract(event ->> '$[6]', '$.customer'))`;
  const some = `${KEPT.replace('?', '?1')} AND (subject_key ${ofSome} OR ${customer} ${ofSome})`;
  return asKept(state.db.prepare(some).iterate(oldest, JSON.stringify(subjectKeys)));
}

function* asKept(rows: Iterable<Readonly<Record<string, unknown>>>): Generator<KeptEvent> {
  for (const row of rows)
    yield {
      source: row.source as string,
      id: row.id as string,
      subjectKey: row.subject_key as string,
      view: row.view as string | null,
      event: row.event as string,
    };
}

/** Drops events that were kept before `oldest` (ISO 8601 UTC), and those named. */
export function dropKept(
  state: StateStore,
  oldest: string,
  named: Iterable<Pick<KeptEvent, 'source' | 'id'>>,
): void {
  state.db.prepare('DELETE FROM unmatched WHERE since < ?').run(oldest);
  const drop = state.db.prepare('DELETE FROM unmatched WHERE source = ? AND id = ?');
  for (const { source, id } of named) drop.run(source, id);
}

/** Keeps events, with `now` (ISO 8601 UTC) as their date; an event that is kept already keeps its date. */
export function keepEvents(state: StateStore, now: string, events: Iterable<KeptEvent>): void {
  const keep = state.db.prepare(
    `INSERT INTO unmatched (source, id, subject_key, event, view, since) VALUES (?, ?, ?, ?, ?, ?)
     ON CONFLICT (source, id) DO UPDATE
     SET subject_key = excluded.subject_key, event = excluded.event, view = excluded.view`,
  );
  for (const { source, id, subjectKey, event, view } of events)
    keep.run(source, id, subjectKey, event, view, now);
}

/**
 * Conditions on the JSON array of a kept event: element 1 is its target, element 6 its data, which for a policy view may
 * name the customer.
 */
const OF_SUBJECT = `subject_key = ? AND event ->> '$[1]' = ?`;
const OF_CUSTOMER = `subject_key(json_extract(event ->> '$[6]', '$.customer')) = ?`;

/** Deletes the kept events of a subject; for a customer also those of policies that name it. Returns their number. */
export function dropKeptOf(state: StateStore, target: string, subjectKey: string): number {
  const drop = (where: string, ...values: readonly string[]): number =>
    Number(state.db.prepare(`DELETE FROM unmatched WHERE ${where}`).run(...values).changes);
  const own = drop(OF_SUBJECT, subjectKey, target);
  return target === 'Account' ? own + drop(OF_CUSTOMER, subjectKey) : own;
}
