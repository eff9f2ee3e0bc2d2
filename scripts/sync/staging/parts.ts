import type { SQLOutputValue } from 'node:sqlite';
import type { Target } from '../events/event.ts';
import { countRows } from '../state/sqlite.ts';
import { PLANNED } from './outcomes.ts';
import { ROW, type PartFrom } from './rows.ts';
import type { Staging } from './staging.ts';

/**
 * made: its file of rows is written. open: it has a job that accepts an upload. uploaded: the rows are uploaded; only the
 * org knows whether the job is closed. settled: every row has a result.
 */
export type PartState = 'made' | 'open' | 'uploaded' | 'settled';

/** A place in the order of rows; both '' is before the first row. */
export interface Place {
  readonly account: string;
  readonly record: string;
}

export const START: Place = { account: '', record: '' };

/** The rows between two places that travel as one Bulk job. */
export interface Part {
  readonly n: number;
  readonly target: Target;
  readonly rows: number;
  readonly after: Place;
  readonly last: Place;
  readonly job: string | null;
  readonly state: PartState;
}

/** The parts of an object that aren't settled, in the order in which they were made. */
export function unsettledParts(staging: Staging, target: Target): readonly Part[] {
  return staging
    .prepare("SELECT * FROM part WHERE target = ? AND state <> 'settled' ORDER BY n")
    .all(target)
    .map(partOf);
}

/** The run's Bulk jobs that may still write something. */
export function openJobs(staging: Staging): readonly string[] {
  return staging
    .prepare("SELECT job FROM part WHERE state <> 'settled' AND job IS NOT NULL")
    .all()
    .map(({ job }) => job as string);
}

function partOf(row: Readonly<Record<string, SQLOutputValue>>): Part {
  return {
    n: row.n as number,
    target: row.target as Target,
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

/** Stores a part whose file is written, and marks its rows as sent. Call it within a transaction. */
export function addPart(staging: Staging, part: Part, from: PartFrom): void {
  const { n, target, rows, after, last } = part;
  staging
    .prepare("INSERT INTO part VALUES (?, ?, ?, ?, ?, ?, ?, NULL, 'made')")
    .run(n, target, rows, after.account, after.record, last.account, last.record);
  staging
    .prepare(`UPDATE change SET state = '${ROW.sent}', part = ? WHERE ${WITHIN} AND state = ?`)
    .run(n, ...within(part), from);
}

export function notePart(staging: Staging, { n }: Part, state: PartState, job: string | null): void {
  staging.prepare('UPDATE part SET state = ?, job = ? WHERE n = ?').run(state, job, n);
}

/** SQL condition for the rows of a part; takes the values of `within`. */
const WITHIN = 'target = ? AND (account, record) > (?, ?) AND (account, record) <= (?, ?)';

const within = ({ target, after, last }: Part): readonly string[] => [
  target,
  after.account,
  after.record,
  last.account,
  last.record,
];

/** SQL condition for the rows of a part that have no result yet; takes the values of `within` and the part's number. */
const SENT = `${WITHIN} AND state = '${ROW.sent}' AND part = ?`;

/** Sets the state of the rows of a part that have no result yet. */
export function moveSent(staging: Staging, part: Part, state: PartFrom): void {
  staging.prepare(`UPDATE change SET state = ? WHERE ${SENT}`).run(state, ...within(part), part.n);
}

/** Rows of a part that have no result yet. */
export const countSent = (staging: Staging, part: Part): number =>
  countRows(staging, `FROM change WHERE ${SENT}`, ...within(part), part.n);

/** Confirms all rows of a part that have no result yet: the org has saved them, so their events have changed something. */
export function confirmSent(staging: Staging, part: Part): void {
  const bound = [...within(part), part.n];
  staging
    .prepare(
      `UPDATE event SET outcome = 'changed'
       WHERE outcome = '${PLANNED}' AND record IN (SELECT record FROM change WHERE ${SENT})`,
    )
    .run(...bound);
  staging.prepare(`UPDATE change SET state = '${ROW.confirmed}' WHERE ${SENT}`).run(...bound);
}

/** Returns a function that finds the account of a row of the part that has no result yet. */
export function sentAccountFinder(staging: Staging, part: Part): (record: string) => string | undefined {
  // Made only now, because rows are looked up by record only when some have failed.
  staging.exec('CREATE INDEX IF NOT EXISTS change_by_record ON change (target, record)');
  const find = staging.prepare(
    `SELECT account FROM change WHERE target = ? AND record = ? AND state = '${ROW.sent}' AND part = ?`,
  );
  return (record) => find.get(part.target, record, part.n)?.account as string | undefined;
}
