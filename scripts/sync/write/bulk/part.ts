import type { SQLOutputValue } from 'node:sqlite';
import type { Target } from '../../check/checkedEvent.ts';
import type { Staging } from '../../stage/staging.ts';

/**
 * made: its file of rows is written. open: it has a job that takes an upload. uploaded: the rows are there; whether the
 * job is closed the org knows. settled: every row has an answer.
 */
export type PartState = 'made' | 'open' | 'uploaded' | 'settled';

/** A place in the order of rows: before all of them when both are ''. */
export interface Place {
  readonly account: string;
  readonly record: string;
}

/** The rows after one place up to another that travel as one Bulk job. */
export interface Part {
  readonly n: number;
  readonly object: Target;
  readonly rows: number;
  readonly after: Place;
  readonly last: Place;
  readonly job: string | null;
  readonly state: PartState;
}

/** The parts of an object that aren't settled, in the order in which they were made. */
export function unsettledParts(staging: Staging, object: Target): readonly Part[] {
  return staging
    .prepare("SELECT * FROM part WHERE object = ? AND state <> 'settled' ORDER BY n")
    .all(object)
    .map(partOf);
}

/** The Bulk jobs of the run that may still write something. */
export function openJobs(staging: Staging): readonly string[] {
  return staging
    .prepare("SELECT job FROM part WHERE state <> 'settled' AND job IS NOT NULL")
    .all()
    .map(({ job }) => job as string);
}

function partOf(row: Readonly<Record<string, SQLOutputValue>>): Part {
  return {
    n: row.n as number,
    object: row.object as Target,
    rows: row.rows as number,
    after: { account: row.after_account as string, record: row.after_record as string },
    last: { account: row.last_account as string, record: row.last_record as string },
    job: row.job as string | null,
    state: row.state as PartState,
  };
}

/** Number of the next part of the run. */
export function nextNumber(staging: Staging): number {
  return (staging.prepare('SELECT coalesce(max(n), 0) + 1 AS n FROM part').get()?.n ?? 1) as number;
}

/** Notes a part whose file is written, and that its rows are on their way. Belongs in one transaction. */
export function addPart(staging: Staging, part: Part, from: 'planned' | 'locked'): void {
  const { n, object, rows, after, last } = part;
  staging
    .prepare("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 'made')")
    .run(n, object, rows, after.account, after.record, last.account, last.record);
  staging
    .prepare(`UPDATE change SET state = 'sent', part = ? WHERE ${WITHIN} AND state = ?`)
    .run(n, ...within(part), from);
}

export function notePart(staging: Staging, { n }: Part, state: PartState, job: string | null): void {
  staging.prepare('UPDATE part SET state = ?, job = ? WHERE n = ?').run(state, job, n);
}

/** Of the rows of a part: `WHERE ${WITHIN}` with the values of `within`. */
const WITHIN = 'object = ? AND (account, record) > (?, ?) AND (account, record) <= (?, ?)';

const within = ({ object, after, last }: Part): readonly string[] => [
  object,
  after.account,
  after.record,
  last.account,
  last.record,
];

/** Rows of a part that have no answer yet become what `state` says. */
export function moveSent(staging: Staging, part: Part, state: 'planned' | 'locked'): void {
  staging
    .prepare(`UPDATE change SET state = ? WHERE ${WITHIN} AND state = 'sent' AND part = ?`)
    .run(state, ...within(part), part.n);
}

/** Rows of a part that have no answer yet. */
export function countSent(staging: Staging, part: Part): number {
  const row = staging
    .prepare(`SELECT count(*) AS count FROM change WHERE ${WITHIN} AND state = 'sent' AND part = ?`)
    .get(...within(part), part.n);
  return row?.count as number;
}

/** The org has saved every row of a part that has no other answer: their events have changed something. */
export function confirmSent(staging: Staging, part: Part): void {
  const sent = `${WITHIN} AND state = 'sent' AND part = ?`;
  const bound = [...within(part), part.n];
  staging
    .prepare(
      `UPDATE event SET outcome = 'changed'
       WHERE outcome = 'planned' AND record IN (SELECT record FROM change WHERE ${sent})`,
    )
    .run(...bound);
  staging.prepare(`UPDATE change SET state = 'confirmed' WHERE ${sent}`).run(...bound);
}
