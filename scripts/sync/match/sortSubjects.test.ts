import { contact, hidden, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { at, checked, record } from '../../tests/kit/replayed.ts';
import { fresh, known } from '../../tests/kit/knownEvents.ts';
import { checkAgain } from '../check/lineChecker.ts';
import { subjectKey, type CheckedEvent, type KnownEvent, type Target } from '../events/event.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { guardKey } from '../state/asOfs.ts';
import type { StateStore } from '../state/store.ts';
import type { FoundRecord } from './finder.ts';
import { subjectSorter, type Sorting } from './sortSubjects.ts';

const NOW = Date.parse('2026-11-22T03:00:00Z');

let state: StateStore;
let staging: Staging;
beforeEach(() => {
  state = memoryState();
  staging = memoryStaging();
});
const RECORD: FoundRecord = { text: 'record', read: () => record({}), changedAt: () => null };

interface Given {
  readonly events: readonly (CheckedEvent | KnownEvent)[];
  readonly found?: readonly FoundRecord[];
  readonly over?: Partial<Sorting>;
}

/** Stages events of one target and tells their subjects apart, each of which has the records `found`. */
function sorted({ events, found = [RECORD], over = {} }: Given) {
  staging.exec('DELETE FROM event; DELETE FROM line');
  const stage = eventStager(staging, checkAgain);
  for (const event of events) stage(event);
  const target: Target = events[0]?.target ?? 'Account';
  const sort = subjectSorter(target, {
    staging,
    state,
    rules: 'rules',
    check: checkAgain,
    now: NOW,
    ...over,
  });
  const keys = [...new Set(events.map(({ subject }) => subjectKey(subject)))].toSorted();
  return sort(keys, () => found);
}

/** The hash by which events of one subject that change nothing are settled. */
function hashOf(sent: readonly Sent[], over: Omit<Given, 'events'> = {}): Uint8Array | undefined {
  return sorted({ events: sent.map(fresh), ...over }).others[0]?.settledBy?.();
}

const WORD = registration('K1', null, at('21T10:00:00Z'));
const PHONE = contact('K1', '2026-11-03T10:00:00Z', { phone: '1' });
const UNREAD: FoundRecord = {
  ...RECORD,
  read: () => {
    throw new Error('it was read');
  },
};

test('what came to nothing is settled the next night: nothing is read of it, nothing has to be remembered', () => {
  const hash = hashOf([WORD, PHONE]);
  expect(hash).toBeDefined();
  const events = [WORD, PHONE].map((sent) => known(sent, hash ?? null));
  expect(sorted({ events, found: [UNREAD] })).toEqual({
    settled: [
      { n: 1, guard: null },
      { n: 2, guard: null },
    ],
    others: [],
  });
});

test.each<[string, string, boolean]>([
  ['at a later second', '21T10:00:01Z', true],
  ['later within the second', '21T10:00:00.9Z', false],
])('what has to be remembered of what comes %s', (_when, time, isNewer) => {
  const hash = hashOf([WORD]) ?? null;
  const { time: later, instant } = checked({ ...WORD, ...at(time) });
  const { settled } = sorted({ events: [{ ...known(WORD, hash), time: later, instant }] });
  expect(settled).toEqual([{ n: 1, guard: isNewer ? guardKey(state, 'mypv', 'k1') : null }]);
});

const OTHER: FoundRecord = { ...RECORD, text: 'RECORD' };

/** Lets the state folder have seen a word of the customer's at a time. */
function remember(time: string): void {
  const { instant } = checked({ ...WORD, ...at(time) });
  const key = guardKey(state, 'mypv', 'k1');
  state.db.prepare('INSERT OR REPLACE INTO as_of (guard, instant) VALUES (?, ?)').run(key, instant);
}

test.each<[string, (hash: Uint8Array | null) => Given]>([
  ['one of its lines is new', (hash) => ({ events: [known(WORD, hash), fresh(PHONE)] })],
  ['one of its lines changed something', (hash) => ({ events: [known(WORD, hash), known(PHONE, null)] })],
  ['one of its lines is not there', (hash) => ({ events: [known(WORD, hash)] })],
  [
    'a line is older than it was',
    (hash) => ({ events: [{ ...known(WORD, hash), second: 9e10 }, known(PHONE, hash)] }),
  ],
  [
    'its record looks otherwise',
    (hash) => ({ events: [known(WORD, hash), known(PHONE, hash)], found: [OTHER] }),
  ],
  ['its record is gone', (hash) => ({ events: [known(WORD, hash), known(PHONE, hash)], found: [] })],
  [
    'another record has its key too',
    (hash) => ({ events: [known(WORD, hash), known(PHONE, hash)], found: [RECORD, RECORD] }),
  ],
  [
    'the rules are others',
    (hash) => ({ events: [known(WORD, hash), known(PHONE, hash)], over: { rules: 'other' } }),
  ],
  [
    'the state folder has seen something newer',
    (hash) => {
      remember('21T10:00:01Z');
      return { events: [known(WORD, hash), known(PHONE, hash)] };
    },
  ],
])('a subject is to be planned when %s', (_when, given) => {
  const hash = hashOf([WORD, PHONE]);
  const { settled, others } = sorted(given(hash ?? null));
  expect(settled).toStrictEqual([]);
  expect(others.map(({ target, subjectKey: key, events }) => [target, key, events.length])).toEqual([
    ['Account', 'k1', given(null).events.length],
  ]);
});

test('what the state folder has seen of the same second keeps nothing away', () => {
  const hash = hashOf([WORD]) ?? null;
  remember('21T10:00:00.9Z');
  expect(sorted({ events: [known(WORD, hash)] }).settled).toHaveLength(1);
});

test('several subjects are told apart, each with its own events and records', () => {
  const hash = hashOf([WORD]) ?? null;
  const other = registration('K2', null);
  const { settled, others } = sorted({ events: [known(WORD, hash), fresh(other), fresh(PHONE)] });
  expect(settled).toStrictEqual([]);
  expect(others.map(({ subjectKey: key, events, records }) => [key, events.length, records])).toEqual([
    ['k1', 2, [record({})]],
    ['k2', 1, [record({})]],
  ]);
  const both = sorted({ events: [known(WORD, hash), fresh(other)] });
  expect([both.settled.length, both.others.map(({ subjectKey: key }) => key)]).toEqual([1, ['k2']]);
});

test.each<[string, Sent, boolean]>([
  ['a registration', WORD, true],
  ['contact data', PHONE, true],
  ['a view', shown('P1', 'x', {}, { customer: 'K1' }), false],
  ['a hidden policy', hidden('P1', 'ended'), false],
])(
  'the data of a known line is read again to be planned; of views the hash is known: %s',
  (_what, sent, isChecked) => {
    const { data } = checked(sent);
    const view = (data as { readonly hash?: string | null }).hash ?? null;
    let checks = 0;
    const check: Sorting['check'] = (bytes) => {
      checks += 1;
      return checkAgain(bytes);
    };
    const { others } = sorted({ events: [known(sent, null, view)], over: { check } });
    expect(others[0]?.events[0]?.data).toEqual(data);
    expect(checks).toBe(Number(isChecked));
  },
);

const changedAt = (time: number | null): FoundRecord => ({
  ...RECORD,
  changedAt: () => (time === null ? null : new Date(time).toISOString()),
});
const CALM = 5 * 60 * 1000;

test.each<[string, Sent, readonly FoundRecord[], boolean]>([
  ['an account, whenever it was changed', WORD, [changedAt(NOW)], true],
  [
    'a policy that was changed more than five minutes ago',
    hidden('P1', 'ended'),
    [changedAt(NOW - CALM - 1)],
    true,
  ],
  ['not one that was changed five minutes ago', hidden('P1', 'ended'), [changedAt(NOW - CALM)], false],
  ['not one of which that is not known', hidden('P1', 'ended'), [changedAt(null)], false],
  ['not where there is no record', WORD, [], false],
  ['not where there are several', WORD, [RECORD, RECORD], false],
])('it can be said by what a subject is settled: %s', (_what, sent, found, canBe) => {
  expect(hashOf([sent], { found }) !== undefined).toBe(canBe);
});

test('not where a line can not be known again', () => {
  expect(sorted({ events: [fresh(WORD), checked(PHONE)] }).others[0]?.settledBy?.()).toBeUndefined();
});
