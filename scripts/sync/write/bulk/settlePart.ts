import { jobInfo, resultPath, type JobInfo, type ResultKind } from '../../org/bulkJob.ts';
import { SyncError } from '../../errors.ts';
import { readCsv, type CsvRow } from '../../org/csv.ts';
import { inTransaction } from '../../stage/staging.ts';
import type { Journal } from '../journal.ts';
import { settleRow, type Answer } from '../settleRow.ts';
import type { Writing } from '../write.ts';
import { confirmSent, countSent, moveSent, notePart, type Part } from './part.ts';
import { errorOf } from './rowError.ts';

/** How often results are read again when their numbers don't add up. */
const READINGS = 3;

const SAVED: Answer = { errorCode: '', message: '' };
/** What a job left is sent again. */
const UNPROCESSED: Answer = { errorCode: 'NO_ANSWER', message: 'the org left the row unprocessed' };

/**
 * Gives every row of a job that is over its answer. Rows sent = saved + failed + unprocessed is checked; when it doesn't
 * add up, each row needs a result of its own, and one without is sent again. JOB_FAILED when the org took nothing of it.
 */
export async function settlePart(
  writing: Writing,
  journal: Journal,
  part: Part,
  info: JobInfo,
): Promise<void> {
  const { staging, log } = writing;
  const { state, numberRecordsProcessed: processed, numberRecordsFailed: failed, errorMessage } = info;
  const { object, job, rows } = part;
  log.info({ object, job, state, rows, processed, failed }, 'Bulk job over');
  if (state === 'Failed' && processed === 0) {
    inTransaction(staging, () => {
      moveSent(staging, part, 'planned');
      notePart(staging, part, 'settled', job);
    });
    throw new SyncError('JOB_FAILED', `${job ?? ''}: ${errorMessage ?? 'no reason given'}`);
  }
  if (state !== 'JobComplete')
    log.warn(
      { object, job, state, rows, processed, errorMessage },
      'a Bulk job ended early, its rest goes again',
    );
  const addsUp = await readFaults(writing, journal, part, info);
  if (!addsUp) {
    log.error({ object, job, rows, processed, failed }, 'the numbers of a Bulk job do not add up');
    await readInto(writing, journal, part, 'successfulResults', () => SAVED);
  }
  inTransaction(staging, () => {
    if (addsUp) confirmSent(staging, part);
    else moveSent(staging, part, 'locked');
    notePart(staging, part, 'settled', job);
  });
}

/** Reads failed and unprocessed rows until they are as many as the job says. */
async function readFaults(writing: Writing, journal: Journal, part: Part, first: JobInfo): Promise<boolean> {
  let info = first;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const failed = await readInto(writing, journal, part, 'failedResults', ({ sf__Error }) =>
      errorOf(sf__Error ?? ''),
    );
    const left = await readInto(writing, journal, part, 'unprocessedrecords', () => UNPROCESSED);
    const answered = part.rows - countSent(writing.staging, part);
    const isWhole = failed === info.numberRecordsFailed && info.numberRecordsProcessed + left === part.rows;
    if (isWhole && answered === failed + left) return true;
    info = await jobInfo(writing.org, part.job ?? '');
  }
  return false;
}

/** Reads one kind of results and settles their rows; gives how many there were. */
async function readInto(
  { org, staging }: Writing,
  journal: Journal,
  part: Part,
  kind: ResultKind,
  answerOf: (row: CsvRow) => Answer,
): Promise<number> {
  let account: ((record: string) => string | undefined) | undefined;
  function settle(rows: readonly CsvRow[]): void {
    account ??= accountFinder(writingIndex(staging), part);
    const find = account;
    inTransaction(staging, () => {
      for (const row of rows) {
        const id = row.Id ?? row.sf__Id ?? '';
        const found = find(id);
        if (found !== undefined)
          settleRow(journal, part.object, { id, account: found }, answerOf(row), false);
      }
    });
  }
  return org.receive(resultPath(org, part.job ?? '', kind), (body) => readCsv(body, settle));
}

/** Rows are found by record only when some have failed. */
function writingIndex(staging: Writing['staging']): Writing['staging'] {
  staging.exec('CREATE INDEX IF NOT EXISTS change_by_record ON change (object, record)');
  return staging;
}

/** Finds the account of a row of the part that has no answer yet. */
function accountFinder(staging: Writing['staging'], part: Part): (record: string) => string | undefined {
  const find = staging.prepare(
    "SELECT account FROM change WHERE object = ? AND record = ? AND state = 'sent' AND part = ?",
  );
  return (record) => find.get(part.object, record, part.n)?.account as string | undefined;
}
