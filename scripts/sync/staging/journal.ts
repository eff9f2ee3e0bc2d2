import type { Target } from '../events/event.ts';
import type { KeptError } from '../org/keptError.ts';
import { PLANNED } from './outcomes.ts';
import { ROW, type Row, type RowState } from './rows.ts';
import type { Staging } from './staging.ts';
import { tally } from './tally.ts';

const REFUSED_ALONE = 'rows refused without an event';

/** How many rows the org has refused for which no event waited: nothing but what the job works out itself. */
export const refusedAlone = (staging: Staging): number => Number(tally(staging, REFUSED_ALONE) ?? 0);

/** The key of a row. */
export type RowKey = Pick<Row, 'id' | 'account'>;

/** Records the result of rows and events, so that a stopped run can continue where it was. */
export interface Journal {
  readonly setState: (target: Target, row: RowKey, state: RowState) => void;
  /** The org has saved the row: every event that waited for it has changed something. */
  readonly confirm: (target: Target, row: RowKey) => void;
  readonly changed: (n: number) => void;
  readonly unchanged: (n: number) => void;
  readonly failed: (n: number, record: string, error: KeptError) => void;
  /** The org has refused a row for which no event waits. */
  readonly refusedAlone: () => void;
  readonly waitingEvents: (row: RowKey) => readonly number[];
}

export function openJournal(staging: Staging): Journal {
  const state = staging.prepare(
    'UPDATE change SET state = ? WHERE target = ? AND account = ? AND record = ?',
  );
  const allChanged = staging.prepare(
    `UPDATE event SET outcome = 'changed' WHERE record = ? AND outcome = '${PLANNED}'`,
  );
  const outcome = staging.prepare('UPDATE event SET outcome = ? WHERE n = ?');
  const fault = staging.prepare(
    "INSERT OR REPLACE INTO fault (n, code, message, record, fields) VALUES (?, ?, '', ?, ?)",
  );
  const alone = staging.prepare(
    `INSERT INTO tally VALUES (?, '1') ON CONFLICT (name) DO UPDATE SET value = value + 1`,
  );
  const waiting = staging.prepare(`SELECT n FROM event WHERE record = ? AND outcome = '${PLANNED}'`);
  const setState: Journal['setState'] = (target, row, to) => state.run(to, target, row.account, row.id);
  return {
    setState,
    confirm: (target, row) => {
      setState(target, row, ROW.confirmed);
      allChanged.run(row.id);
    },
    changed: (n) => outcome.run('changed', n),
    unchanged: (n) => outcome.run('unchanged', n),
    failed: (n, record, { errorCode, fields }) => {
      outcome.run('failed', n);
      fault.run(n, errorCode, record, JSON.stringify(fields));
    },
    refusedAlone: () => alone.run(REFUSED_ALONE),
    waitingEvents: (row) => waiting.all(row.id).map((event) => event.n as number),
  };
}
