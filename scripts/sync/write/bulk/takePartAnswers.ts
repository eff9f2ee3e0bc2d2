import { jobInfo, resultPath, type JobInfo, type ResultKind } from '../../org/bulkJob.ts';
import { SyncError } from '../../errors.ts';
import { readCsv, type CsvRow } from '../../org/csv.ts';
import { OrgRefusal } from '../../org/orgRefusal.ts';
import { keptError, keptReason } from '../../org/keptError.ts';
import { DUPLICATE, NO_ANSWER, SAVED, type RowResult } from '../../org/update.ts';
import {
  confirmSent,
  countSent,
  moveSent,
  notePart,
  sentAccountFinder,
  type Part,
} from '../../staging/parts.ts';
import { ROW } from '../../staging/rows.ts';
import { inTransaction } from '../../state/sqlite.ts';
import { takeAnswer } from '../takeAnswer.ts';
import type { Writing } from '../writing.ts';
import { errorOf } from './rowError.ts';

/** How often results are read when their numbers don't add up. */
const READINGS = 3;

/**
 * Gives every row of an ended job its result. Checks that rows sent = saved + failed + unprocessed. When that doesn't add
 * up, each row needs a result of its own and a row without one is sent again. Throws JOB_FAILED, or OrgRefusal for the day,
 * when the org failed the whole job for a reason that doesn't pass.
 */
export async function takePartAnswers(writing: Writing, part: Part, info: JobInfo): Promise<void> {
  const { staging, log, org } = writing;
  const { state, numberRecordsProcessed: processed, numberRecordsFailed: failed } = info;
  const reason = keptReason(info.errorMessage, org.onOrgMessage);
  const { target: object, job, rows } = part;
  log.info({ object, job, state, rows, processed, failed }, 'Bulk job over');
  if (state === 'Failed' && processed === 0) {
    inTransaction(staging, () => {
      moveSent(staging, part, reason.verdict === 'passing' ? ROW.again : ROW.planned);
      notePart(staging, part, 'settled', job);
    });
    if (reason.verdict === 'passing') return;
    if (reason.verdict === 'day') throw new OrgRefusal(reason.code, 'day', `the Bulk job ${job ?? ''}`);
    throw new SyncError('JOB_FAILED', `${job ?? ''}: ${reason.code}`);
  }
  if (state !== 'JobComplete')
    log.warn(
      { object, job, state, rows, processed, reason: reason.code },
      'a Bulk job ended early, its rest goes again',
    );
  const addsUp = await readFaults(writing, part, info);
  if (!addsUp) {
    log.error({ object, job, rows, processed, failed }, 'the numbers of a Bulk job do not add up');
    await readInto(writing, part, 'successfulResults', () => SAVED);
  }
  inTransaction(staging, () => {
    if (addsUp) confirmSent(staging, part);
    else moveSent(staging, part, ROW.again);
    notePart(staging, part, 'settled', job);
  });
}

/** Reads failed and unprocessed rows until there are as many as the job says. */
async function readFaults(writing: Writing, part: Part, first: JobInfo): Promise<boolean> {
  let info = first;
  for (let reading = 0; reading < READINGS; reading += 1) {
    const failed = await readInto(writing, part, 'failedResults', (row) =>
      keptError(errorOf(row.sf__Error ?? ''), Object.keys(row), writing.org.onOrgMessage),
    );
    const left = await readInto(writing, part, 'unprocessedrecords', () => NO_ANSWER);
    const answered = part.rows - countSent(writing.staging, part);
    const isWhole = failed === info.numberRecordsFailed && info.numberRecordsProcessed + left === part.rows;
    if (isWhole && answered === failed + left) return true;
    info = await jobInfo(writing.org, part.job ?? '');
  }
  return false;
}

/** Reads one kind of results, stores them for their rows, and returns how many there were. */
async function readInto(
  { org, staging, journal, config, isSecondLook }: Writing,
  part: Part,
  kind: ResultKind,
  answerOf: (row: CsvRow) => RowResult,
): Promise<number> {
  let account: ((record: string) => string | undefined) | undefined;
  function take(rows: readonly CsvRow[]): void {
    account ??= sentAccountFinder(staging, part);
    const find = account;
    inTransaction(staging, () => {
      for (const row of rows) {
        const id = row.Id ?? row.sf__Id ?? '';
        const found = find(id);
        if (found === undefined) continue;
        const key = { id, account: found };
        const answer = answerOf(row);
        // Only a request by Collections can say that the row is to be saved all the same.
        if (answer.errorCode === DUPLICATE && config.duplicateRules === 'save')
          journal.setState(part.target, key, ROW.single);
        else takeAnswer(journal, part.target, key, answer, { isLastTry: false, isSecondLook });
      }
    });
  }
  return org.receive(resultPath(org, part.job ?? '', kind), (body) => readCsv(body, take));
}
