import { SyncError } from '../errors.ts';
import { TARGETS, type Target } from '../events/event.ts';
import { remainingLimits } from '../org/limits.ts';
import { NO_ANSWER, updateRows } from '../org/update.ts';
import { mustGoOn, pause } from '../signals.ts';
import type { WriteApis } from '../staging/chosen.ts';
import { openJournal } from '../staging/journal.ts';
import { accountsInState, nextRows, ROW, rowsInState, type Row, type RowState } from '../staging/rows.ts';
import { inTransaction } from '../state/sqlite.ts';
import { openLanes } from './atOnce.ts';
import { abortParts, finishParts, writeParts } from './bulk/writeParts.ts';
import { batchOfRound } from './retry.ts';
import { takeAnswer } from './takeAnswer.ts';
import { writeEventByEvent } from './writeEventByEvent.ts';
import type { Writing } from './writing.ts';

/**
 * Writes every planned row: accounts before policies, in order of account. Locked rows are retried in rounds of smaller
 * requests; refused rows that carry several events are written event by event. Updates are by record id, so that a row which
 * was written but not yet confirmed when a run stopped is written the same way again. Events whose record has disappeared
 * since are matched again by `matchAgain` and then written.
 */
export async function writeRows(
  given: Omit<WritingRows, 'journal' | 'isSecondLook'>,
  matchAgain: MatchAgain,
): Promise<void> {
  const journal = openJournal(given.staging);
  for (const target of TARGETS)
    for (let look = 1; look === 1 || (await matchAgain(target, look)); look += 1)
      await writeOnce({ ...given, journal, isSecondLook: look > 1 }, target);
}

/** What writing needs once it is chosen by which API the rows of an object go. */
interface WritingRows extends Writing {
  readonly apis: WriteApis;
}

/**
 * Resets the events whose record has disappeared and plans them again, before the second pass of writing and, for those
 * whose record disappears again, the third. Returns whether there were any.
 */
export type MatchAgain = (target: Target, look: number) => Promise<boolean>;

/** Aborts the Bulk jobs of a stopped run, so that their unprocessed rows can be planned again. */
export async function giveUpJobs(given: Omit<Writing, 'journal' | 'isSecondLook' | 'onRows'>): Promise<void> {
  const rest = { journal: openJournal(given.staging), isSecondLook: false, onRows: () => undefined };
  for (const target of TARGETS) await abortParts({ ...given, ...rest }, target);
}

/** Bulk jobs don't pay off for the few rows that were matched again. */
async function writeOnce(writing: WritingRows, target: Target): Promise<void> {
  const { staging, config, apis, isSecondLook } = writing;
  await finishParts(writing, target);
  const isMuch = !isSecondLook || rowsInState(staging, target, ROW.planned) > config.bulkAbove;
  if (apis[target] === 'Bulk 2.0' && isMuch) await writeParts(writing, target, ROW.planned);
  await passOver(writing, target, ROW.planned, 0);
  await writeSingles(writing, target, 0);
  await writeAgain(writing, target);
  await writeEventByEvent(writing, target);
}

/** Retries in rounds: by Bulk while there are many rows, the last round by Collections, one account at a time. */
async function writeAgain(writing: WritingRows, target: Target): Promise<void> {
  const { staging, config, signal } = writing;
  const rounds = config.waits.row.length;
  for (let round = 1; round <= rounds; round += 1) {
    const left = rowsInState(staging, target, ROW.again);
    if (left === 0) return;
    await pause(config.waits.row[round - 1] ?? 0, signal);
    const byBulk = writing.apis[target] === 'Bulk 2.0' && left > config.bulkAbove && round < rounds;
    if (byBulk) {
      await writeParts(writing, target, ROW.again);
      await writeSingles(writing, target, round);
      continue;
    }
    const { count, oneAccount } = batchOfRound(round, rounds, config.rowsPerRequest);
    if (oneAccount === true)
      await mustAllow(writing, accountsInState(staging, target, ROW.again), 'accounts are locked still');
    else await mustAllow(writing, Math.ceil(left / count), 'requests are needed for rows that were locked');
    await passOver(writing, target, ROW.again, round);
  }
}

/** So few requests are sent without asking the org for its limits first. */
const UNCHECKED_REQUESTS = 100;

/** Throws API_SHORT when so many requests are more than the run may still use today. `why` says of what there are so many. */
async function mustAllow({ org, config }: Writing, requests: number, why: string): Promise<void> {
  if (requests <= UNCHECKED_REQUESTS) return;
  const { calls } = await remainingLimits(org);
  if (requests <= calls * config.apiShare) return;
  const share = `${config.apiShare * 100} % of the ${calls} calls`;
  throw new SyncError('API_SHORT', `${requests} ${why}, allowed are ${share} of today`);
}

/** Writes what Bulk can't: values that CSV has no word for, and rows that a duplicate rule alerts about. */
async function writeSingles(writing: Writing, target: Target, round: number): Promise<void> {
  const { staging, config } = writing;
  const rows = rowsInState(staging, target, ROW.single);
  await mustAllow(
    writing,
    Math.ceil(rows / config.rowsPerRequest),
    'requests are needed for rows that Bulk left',
  );
  await passOver(writing, target, ROW.single, round);
}

/**
 * One pass over the rows in a given state by Collections. Rows to be retried stay that way until the last round. The first pass has
 * several requests under way at a time, never two that write rows of the same account; retries go one by one, so that they don't
 * stand in each other's way.
 */
async function passOver(writing: Writing, target: Target, state: RowState, round: number): Promise<void> {
  const { staging, config } = writing;
  const rounds = config.waits.row.length;
  const most = round === 0 ? config.requestsAtOnce : 1;
  const batch = { ...batchOfRound(round, rounds, config.rowsPerRequest), wholeAccounts: most > 1 };
  const lanes = openLanes(most);
  let last: Row | undefined;
  async function write(rows: readonly Row[]): Promise<void> {
    await writeRequest(writing, target, rows, round >= rounds);
    writing.onRows(rows.length);
  }
  try {
    for (;;) {
      mustGoOn(writing.signal);
      const rows = nextRows(staging, target, state, last, batch);
      const [first] = rows;
      if (first === undefined) return;
      if (first.account === last?.account) await lanes.idle();
      await lanes.start(() => write(rows));
      last = rows.at(-1);
    }
  } finally {
    await lanes.idle();
  }
}

async function writeRequest(
  { staging, journal, org, config, isSecondLook }: Writing,
  target: Target,
  rows: readonly Row[],
  isLastTry: boolean,
): Promise<void> {
  const results = await updateRows(org, target, rows, config);
  inTransaction(staging, () => {
    for (const [index, row] of rows.entries())
      takeAnswer(journal, target, row, results[index] ?? NO_ANSWER, { isLastTry, isSecondLook });
  });
}
