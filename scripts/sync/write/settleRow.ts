import type { Target } from '../check/checkedEvent.ts';
import type { Journal, RowKey } from './journal.ts';
import { isRetryable } from './retry.ts';

/** What the org said of one row: `errorCode` '' when it was saved. */
export interface Answer {
  readonly errorCode: string;
  readonly message: string;
}

/** Writes down what the org said of a row: saved, to be tried again, to be tried event by event, or failed. */
export function settleRow(
  journal: Journal,
  target: Target,
  row: RowKey,
  answer: Answer,
  isLastTry: boolean,
): void {
  const { errorCode, message } = answer;
  if (errorCode === '') {
    journal.confirm(target, row);
    return;
  }
  const retryable = isRetryable(answer);
  if (retryable && !isLastTry) {
    journal.setState(target, row, 'locked');
    return;
  }
  const events = journal.waitingEvents(row);
  if (events.length > 1 && !retryable) {
    journal.setState(target, row, 'split');
    return;
  }
  for (const event of events) journal.failed(event, row.id, errorCode, message);
  journal.setState(target, row, 'refused');
}
