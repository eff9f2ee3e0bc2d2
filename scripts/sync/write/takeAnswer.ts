import type { Target } from '../events/event.ts';
import type { RowResult } from '../org/update.ts';
import type { Journal, RowKey } from '../staging/journal.ts';
import { ROW } from '../staging/rows.ts';
import { isGone } from './gone.ts';

/**
 * Stores the org's result of a row: saved, to be tried again, to be matched again, to be tried event by event, or failed.
 */
export function takeAnswer(
  journal: Journal,
  target: Target,
  row: RowKey,
  answer: RowResult,
  { isLastTry, isSecondLook }: { readonly isLastTry: boolean; readonly isSecondLook: boolean },
): void {
  if (answer.errorCode === '') {
    journal.confirm(target, row);
    return;
  }
  if (isGone(answer, isSecondLook)) {
    journal.setState(target, row, ROW.gone);
    return;
  }
  // An error that concerns the whole org isn't the row's fault: the row waits for a retry.
  const retryable = answer.verdict !== 'row';
  if (retryable && !isLastTry) {
    journal.setState(target, row, ROW.again);
    return;
  }
  const events = journal.waitingEvents(row);
  if (events.length > 1 && !retryable) {
    journal.setState(target, row, ROW.split);
    return;
  }
  if (events.length === 0) journal.refusedAlone();
  for (const event of events) journal.failed(event, row.id, answer);
  journal.setState(target, row, ROW.refused);
}
