import type { Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { EventBody, Target } from '../check/checkedEvent.ts';
import type { Staging } from '../stage/staging.ts';

/** An event as it is staged; its view document stays in the database. */
export interface StagedEvent {
  readonly n: number;
  readonly zone: Zone;
  readonly source: string;
  readonly id: string;
  readonly subjectKey: string;
  readonly subject: string;
  readonly time: Instant;
  readonly instant: Instant;
  readonly body: EventBody;
}

const COLUMNS = 'n, zone, kind, source, id, subject, subject_key, time, instant, data';

type Row = Readonly<Record<string, unknown>>;

function stagedEvent(row: Row): StagedEvent {
  return {
    n: row.n as number,
    zone: row.zone as Zone,
    source: row.source as string,
    id: row.id as string,
    subject: row.subject as string,
    subjectKey: row.subject_key as string,
    time: row.time as Instant,
    instant: row.instant as Instant,
    body: { kind: row.kind, data: JSON.parse(row.data as string) as unknown } as EventBody,
  };
}

/** The next subjects after `after` that have events without outcome, at most `count`, in order. */
export function nextSubjects(
  staging: Staging,
  target: Target,
  after: string,
  count: number,
): readonly string[] {
  return staging
    .prepare(
      `SELECT DISTINCT subject_key FROM event
       WHERE target = ? AND outcome IS NULL AND subject_key > ? ORDER BY subject_key LIMIT ?`,
    )
    .all(target, after, count)
    .map((row) => row.subject_key as string);
}

/** The events without outcome of subjects that follow each other, by subject, each subject's in order of time. */
export function eventsOf(
  staging: Staging,
  target: Target,
  subjects: readonly string[],
): ReadonlyMap<string, readonly StagedEvent[]> {
  const bySubject = new Map<string, StagedEvent[]>();
  const rows = staging
    .prepare(
      `SELECT ${COLUMNS} FROM event
       WHERE target = ? AND outcome IS NULL AND subject_key BETWEEN ? AND ? ORDER BY subject_key, time, id, source`,
    )
    .iterate(target, subjects[0] ?? '', subjects.at(-1) ?? '');
  for (const row of rows) {
    const event = stagedEvent(row);
    const events = bySubject.get(event.subjectKey);
    if (events) events.push(event);
    else bySubject.set(event.subjectKey, [event]);
  }
  return bySubject;
}

/** The events that wait for the confirmation of a record's row, in order of time. */
export function plannedEvents(staging: Staging, record: string): readonly StagedEvent[] {
  return staging
    .prepare(
      `SELECT ${COLUMNS} FROM event WHERE record = ? AND outcome = 'planned' ORDER BY time, id, source`,
    )
    .all(record)
    .map(stagedEvent);
}
