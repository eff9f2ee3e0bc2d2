import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import type { Org } from '../org/org.ts';
import { updateRows } from '../org/update.ts';
import { TARGETS } from '../plan/plan.ts';
import { inTransaction, type Staging } from '../stage/staging.ts';
import type { StateStore } from '../state/store.ts';
import { openJournal, type Journal } from './journal.ts';
import { mustGoOn, pause } from '../signals.ts';
import { isRetryable, rowsInRound } from './retry.ts';
import { countRows, nextRows, type Row, type RowState } from './rowsToWrite.ts';
import { writeEventByEvent } from './writeEventByEvent.ts';

/** What writing needs at hand. */
export interface Writing {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly org: Org;
  readonly config: Config;
  readonly signal: AbortSignal;
  readonly onRows: (count: number) => void;
}

/**
 * Writes every planned row: accounts before policies, in order of account. Rows that were locked are tried again in
 * rounds of smaller requests; refused rows that carry several events are written event by event. Updates are by record
 * id, so that a row which was written but not yet confirmed when a run stopped is written the same way again.
 */
export async function writeAll(writing: Writing): Promise<void> {
  const journal = openJournal(writing.staging);
  for (const target of TARGETS) {
    await writeRows(writing, journal, target, 'planned', 0);
    const rounds = writing.config.waits.row.length;
    for (let round = 1; round <= rounds; round += 1) {
      if (countRows(writing.staging, target, 'locked') === 0) break;
      await pause(writing.config.waits.row[round - 1] ?? 0, writing.signal);
      await writeRows(writing, journal, target, 'locked', round);
    }
    await writeEventByEvent(writing, journal, target);
  }
}

/** One pass over the rows in a state; what is locked stays or becomes 'locked' until the last round. */
async function writeRows(
  writing: Writing,
  journal: Journal,
  target: Target,
  state: RowState,
  round: number,
): Promise<void> {
  const { staging, config } = writing;
  const rounds = config.waits.row.length;
  const size = rowsInRound(round, rounds, config.rowsPerRequest);
  let last: Row | undefined;
  for (;;) {
    mustGoOn(writing.signal);
    const rows = nextRows(staging, target, state, last, size, config);
    if (rows.length === 0) return;
    await writeRequest(writing, journal, target, rows, round >= rounds);
    last = rows.at(-1);
    writing.onRows(rows.length);
  }
}

async function writeRequest(
  { staging, org }: Writing,
  journal: Journal,
  target: Target,
  rows: readonly Row[],
  isLastTry: boolean,
): Promise<void> {
  const results = await updateRows(org, target, rows);
  inTransaction(staging, () => {
    for (const [index, row] of rows.entries()) {
      const { errorCode, message } = results[index] ?? { errorCode: 'NO_ANSWER', message: '' };
      if (errorCode === '') journal.confirm(target, row);
      else if (isRetryable(errorCode) && !isLastTry) journal.setState(target, row, 'locked');
      else refuse(journal, target, row, errorCode, message);
    }
  });
}

function refuse(journal: Journal, target: Target, row: Row, code: string, message: string): void {
  const events = journal.waitingEvents(row);
  if (events.length > 1 && !isRetryable(code)) {
    journal.setState(target, row, 'split');
    return;
  }
  for (const event of events) journal.failed(event, row.id, code, message);
  journal.setState(target, row, 'refused');
}
