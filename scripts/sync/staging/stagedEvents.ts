import type { Zone } from '../../feed/contract.ts';
import type { Instant } from '../../feed/instant.ts';
import type { Kind, StagedEvent, Target } from '../events/event.ts';
import { countRows } from '../state/sqlite.ts';
import { PLANNED } from './outcomes.ts';
import type { Staging } from './staging.ts';

const COLUMNS =
  'n, zone, target, kind, source, id, subject, subject_key, time, instant, data, line, settled, second';
const IN_ORDER = 'ORDER BY time, id, source';

type Row = Readonly<Record<string, unknown>>;

function stagedEvent(row: Row): StagedEvent {
  return {
    n: row.n as number,
    zone: row.zone as Zone,
    target: row.target as Target,
    kind: row.kind as Kind,
    source: row.source as string,
    id: row.id as string,
    subject: row.subject as string,
    subjectKey: row.subject_key as string,
    time: row.time as Instant,
    instant: row.instant as Instant,
    ...dataIn(row),
    ...(row.line === null ? {} : { line: row.line as Uint8Array }),
  };
}

/** The data of an event, or what its known line was settled with. */
function dataIn({ data, settled, second }: Row): Pick<StagedEvent, 'data' | 'known'> {
  if (data !== null) return { data: JSON.parse(data as string) as unknown };
  return { data: undefined, known: { settled: settled as Uint8Array | null, second: second as number } };
}

const OPEN = 'event WHERE target = ? AND outcome IS NULL';

/** How many subjects have events without outcome. */
export const countSubjects = (staging: Staging, target: Target): number =>
  countRows(staging, `FROM (SELECT DISTINCT subject_key FROM ${OPEN})`, target);

/** The next subjects after `after` that have events without outcome, at most `count`, in order. */
export function nextSubjects(
  staging: Staging,
  target: Target,
  after: string,
  count: number,
): readonly string[] {
  return staging
    .prepare(`SELECT DISTINCT subject_key FROM ${OPEN} AND subject_key > ? ORDER BY subject_key LIMIT ?`)
    .all(target, after, count)
    .map((row) => row.subject_key as string);
}

/** The events without outcome of consecutive subjects, by subject, each subject's in order of time. */
export function eventsOf(
  staging: Staging,
  target: Target,
  subjects: readonly string[],
): ReadonlyMap<string, readonly StagedEvent[]> {
  const bySubject = new Map<string, StagedEvent[]>();
  const rows = staging
    .prepare(
      `SELECT ${COLUMNS} FROM ${OPEN} AND subject_key BETWEEN ? AND ? ORDER BY subject_key, time, id, source`,
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

/** The events that wait for the row of a record to be confirmed, in order of time. */
export function plannedEvents(staging: Staging, record: string): readonly StagedEvent[] {
  return staging
    .prepare(`SELECT ${COLUMNS} FROM event WHERE record = ? AND outcome = '${PLANNED}' ${IN_ORDER}`)
    .all(record)
    .map(stagedEvent);
}

/** The view document of an event, null when it has none. */
export function viewOf(staging: Staging, { n }: StagedEvent): string | null {
  return (staging.prepare('SELECT document FROM view WHERE n = ?').get(n)?.document ?? null) as string | null;
}
