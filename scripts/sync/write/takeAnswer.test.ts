import { NO_ANSWER, SAVED, type RowResult } from '../org/update.ts';
import type { Journal } from '../staging/journal.ts';
import { takeAnswer } from './takeAnswer.ts';

const ROW = { id: 'R', account: 'A' };

/** What is noted of a row's answer, in order. `waiting`: the events that wait for the row. */
function noted(
  answer: RowResult,
  waiting: readonly number[],
  given: { isLastTry?: boolean; isSecondLook?: boolean },
) {
  const notes: string[] = [];
  const journal: Journal = {
    setState: (target, { id }, state) => notes.push(`${target} ${id} ${state}`),
    confirm: (target, { id }) => notes.push(`${target} ${id} saved`),
    changed: (n) => notes.push(`${n} changed`),
    unchanged: (n) => notes.push(`${n} unchanged`),
    failed: (n, record, { errorCode }) => notes.push(`${n} failed: ${record} ${errorCode}`),
    refusedAlone: () => notes.push('refused alone'),
    waitingEvents: () => waiting,
  };
  takeAnswer(journal, 'Account', ROW, answer, { isLastTry: false, isSecondLook: false, ...given });
  return notes;
}

const refused = (errorCode: string, verdict: RowResult['verdict'] = 'row'): RowResult => ({
  errorCode,
  fields: [],
  verdict,
});
const NO = refused('FIELD_CUSTOM_VALIDATION_EXCEPTION');
const LOCKED = refused('UNABLE_TO_LOCK_ROW', 'passing');
const GONE = refused('ENTITY_IS_DELETED');
const PERHAPS_GONE = refused('INVALID_CROSS_REFERENCE_KEY');

test.each<[string, RowResult, readonly number[], object, readonly string[]]>([
  ['saved', SAVED, [1, 2], {}, ['Account R saved']],
  ['saved in the last try', SAVED, [1], { isLastTry: true }, ['Account R saved']],
  ['locked', LOCKED, [1, 2], {}, ['Account R again']],
  ['without an answer', NO_ANSWER, [1], {}, ['Account R again']],
  [
    'locked in the last try',
    LOCKED,
    [1, 2],
    { isLastTry: true },
    ['1 failed: R UNABLE_TO_LOCK_ROW', '2 failed: R UNABLE_TO_LOCK_ROW', 'Account R refused'],
  ],
  ['refused because of the whole org', refused('LIMIT_EXCEEDED', 'day'), [1, 2], {}, ['Account R again']],
  ['refused with several events', NO, [1, 2], {}, ['Account R split']],
  ['refused with several events in the last try', NO, [1, 2], { isLastTry: true }, ['Account R split']],
  [
    'refused with one event',
    NO,
    [1],
    {},
    ['1 failed: R FIELD_CUSTOM_VALIDATION_EXCEPTION', 'Account R refused'],
  ],
  ['refused without an event', NO, [], {}, ['refused alone', 'Account R refused']],
  ['of a record that is gone', GONE, [1], {}, ['Account R gone']],
  ['of one that is gone again', GONE, [1], { isSecondLook: true }, ['Account R gone']],
  ['of one that may be gone', PERHAPS_GONE, [1], { isLastTry: true }, ['Account R gone']],
  [
    'of one that was found again',
    PERHAPS_GONE,
    [1],
    { isSecondLook: true },
    ['1 failed: R INVALID_CROSS_REFERENCE_KEY', 'Account R refused'],
  ],
])('a row %s', (_how, answer, waiting, given, expected) => {
  expect(noted(answer, waiting, given)).toEqual(expected);
});
