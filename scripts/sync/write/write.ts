import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import type { Org } from '../org/org.ts';
import { NO_ANSWER, updateRows } from '../org/update.ts';
import { remainingLimits } from '../org/limits.ts';
import { TARGETS } from '../plan/plan.ts';
import type { Way } from '../plan/ways.ts';
import type { Log } from '../report/log.ts';
import { inTransaction, type Staging } from '../stage/staging.ts';
import type { StateStore } from '../state/store.ts';
import { finishParts, writeParts } from './bulk/writeParts.ts';
import { openJournal, type Journal } from './journal.ts';
import { mustGoOn, pause } from '../signals.ts';
import { batchOfRound } from './retry.ts';
import { countRows, nextRows, type Row, type RowState } from './rowsToWrite.ts';
import { settleRow } from './settleRow.ts';
import { writeEventByEvent } from './writeEventByEvent.ts';

/** What writing needs at hand. */
export interface Writing {
  readonly staging: Staging;
  readonly state: StateStore;
  readonly org: Org;
  readonly config: Config;
  readonly log: Log;
  /** Folder of the run, for the files of rows. */
  readonly folder: string;
  readonly ways: Readonly<Record<Target, Way>>;
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
    await finishParts(writing, journal, target);
    if (writing.ways[target] === 'Bulk 2.0') await writeParts(writing, journal, target, 'planned');
    for (const state of ['planned', 'single'] as const) await writeRows(writing, journal, target, state, 0);
    await writeLocked(writing, journal, target);
    await writeEventByEvent(writing, journal, target);
  }
}

/** Rounds of what was locked: by Bulk while it is much, the last one by Collections, one account at a time. */
async function writeLocked(writing: Writing, journal: Journal, target: Target): Promise<void> {
  const { staging, config, signal } = writing;
  const rounds = config.waits.row.length;
  for (let round = 1; round <= rounds; round += 1) {
    const locked = countRows(staging, target, 'locked');
    if (locked === 0) return;
    await pause(config.waits.row[round - 1] ?? 0, signal);
    if (round === rounds) await mustAllowLastRound(writing, target);
    const byBulk = writing.ways[target] === 'Bulk 2.0' && locked > config.bulkAbove && round < rounds;
    if (byBulk) await writeParts(writing, journal, target, 'locked');
    else await writeRows(writing, journal, target, 'locked', round);
  }
}

/** Requests that are few enough not to ask the org first. */
const FEW = 100;

/** API_SHORT when one request an account is more than the org allows the run today. */
async function mustAllowLastRound({ staging, org, config }: Writing, target: Target): Promise<void> {
  const row = staging
    .prepare("SELECT count(DISTINCT account) AS count FROM change WHERE object = ? AND state = 'locked'")
    .get(target);
  const requests = row?.count as number;
  if (requests <= FEW) return;
  const { calls } = await remainingLimits(org);
  if (requests <= calls * config.apiShare) return;
  const share = `${config.apiShare * 100} % of the ${calls} calls`;
  throw new SyncError('API_SHORT', `${requests} accounts are locked still, allowed are ${share} of today`);
}

/** One pass over the rows in a state by Collections; what is locked stays or becomes 'locked' until the last round. */
async function writeRows(
  writing: Writing,
  journal: Journal,
  target: Target,
  state: RowState,
  round: number,
): Promise<void> {
  const { staging, config } = writing;
  const rounds = config.waits.row.length;
  const batch = batchOfRound(round, rounds, config.rowsPerRequest);
  let last: Row | undefined;
  for (;;) {
    mustGoOn(writing.signal);
    const rows = nextRows(staging, target, state, last, batch, config);
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
    for (const [index, row] of rows.entries())
      settleRow(journal, target, row, results[index] ?? NO_ANSWER, isLastTry);
  });
}
