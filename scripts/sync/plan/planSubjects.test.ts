import { erased, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { checked, config, EMPTY_ACCOUNT, EMPTY_POLICY, record as matched } from '../../tests/kit/replayed.ts';
import { checkAgain } from '../check/lineChecker.ts';
import { comparedBy } from '../events/comparison.ts';
import {
  subjectKey,
  type CheckedEvent,
  type KnownEvent,
  type StagedEvent,
  type Target,
} from '../events/event.ts';
import type { Fields, MatchedRecord, MatchedSubject } from '../events/record.ts';
import { eventStager } from '../staging/newEvents.ts';
import { waitingLoads } from '../staging/rows.ts';
import { eventsOf } from '../staging/stagedEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { unknownValues } from '../staging/unknown.ts';
import { comparedKeeper } from '../state/compared.ts';
import { settledKey } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';
import { plannedWork } from './plannedWork.ts';
import { subjectPlanner } from './planSubjects.ts';

const SETTLED_BY = Buffer.from('settled by');

let state: StateStore;
let staging: Staging;
beforeEach(() => {
  state = memoryState();
  staging = memoryStaging();
});
/** The event of a line that an earlier run has settled. */
function known(sent: Sent): KnownEvent {
  const bytes = Buffer.from(JSON.stringify(sent));
  return { ...checked(sent), line: Buffer.from('line'), settled: SETTLED_BY, second: 1, view: null, bytes };
}

const record = (fields: Fields, over: Partial<MatchedRecord> = {}): MatchedRecord =>
  matched(fields, { id: 'R', accountId: 'A', brand: 'P&V', ...over });

const REGISTERED: Fields = {
  CuZo_MyPV_Onboarded__c: true,
  CuZo_MyPV_Onboarding_Date__c: null,
  CuZo_MyPV_As_Of__c: '2026-11-21T10:00:00Z',
};

/** Stages events of one subject, plans them against a record, and returns what is staged of them. */
function planned(
  events: readonly (CheckedEvent | KnownEvent)[],
  found: MatchedRecord | undefined,
  over: Partial<MatchedSubject> = {},
) {
  const stage = eventStager(staging, checkAgain);
  for (const event of events) stage(event);
  const [first] = events;
  const target: Target = first?.target ?? 'Account';
  const key = subjectKey(first?.subject ?? '');
  const staged = (eventsOf(staging, target, [key]).get(key) ?? []).map((event): StagedEvent =>
    event.known
      ? { ...event, data: events[0] && 'bytes' in events[0] ? checkAgain(events[0].bytes).data : null }
      : event,
  );
  const plan = subjectPlanner({ staging, state, config, countries: new Map(), check: checkAgain });
  plan({
    settled: [],
    subjects: [
      {
        target,
        subjectKey: key,
        events: staged,
        records: found ? [found] : [],
        settledBy: () => SETTLED_BY,
        ...over,
      },
    ],
    count: 1,
  });
  return staging.prepare('SELECT outcome, settled, data FROM event ORDER BY n').all();
}

describe('a subject is kept as settled', () => {
  test.each<[string, readonly Sent[], Fields, boolean]>([
    ['when nothing changes', [registration('K1', null)], REGISTERED, true],
    ['not when something is written', [registration('K1', '2026-11-02')], REGISTERED, false],
    [
      'not when one of its events is late',
      [registration('K1', null), registration('K1', null, { time: '2026-11-20T10:00:00Z' })],
      REGISTERED,
      false,
    ],
    [
      'not when an erasure is among them, which is remembered whatever it changes',
      [erased('K1', 'customer')],
      EMPTY_ACCOUNT,
      false,
    ],
    [
      'nor when an erasure and something else are among them',
      [erased('K1', 'customer'), registration('K1', null, MYVIVIUM)],
      {
        ...EMPTY_ACCOUNT,
        CuZo_MyVivium_Onboarded__c: true,
        CuZo_MyVivium_Onboarding_Date__c: null,
        CuZo_MyVivium_As_Of__c: '2026-11-21T10:00:00Z',
      },
      false,
    ],
  ])('%s', (_when, sent, fields, isSettled) => {
    const rows = planned(
      sent.map((one) => checked(one)),
      record(fields),
    );
    expect(rows.every(({ settled }) => (settled !== null) === isSettled)).toBe(true);
  });

  test('not where it can not be said by what', () => {
    const [row] = planned([checked(registration('K1', null))], record(REGISTERED), {
      settledBy: () => undefined,
    });
    expect(row).toMatchObject({ outcome: 'unchanged', settled: null });
  });

  test('not when its brand is told as unknown, which is told every night', () => {
    const event = checked(shown('P1', 'x'));
    const { hash } = event.data as { readonly hash: string };
    const fields: Fields = {
      ...EMPTY_POLICY,
      CuZo_Visibility__c: 'Shown',
      CuZo_Product__c: 'car',
      CuZo_View_Hash__c: hash,
      CuZo_As_Of__c: '2026-11-21T10:00:00Z',
    };
    const [row] = planned([event], record(fields, { brand: null }));
    expect(row).toMatchObject({ outcome: 'unchanged', settled: null });
    expect(unknownValues(staging)).toEqual([{ what: 'no brand', value: '', count: 1 }]);
  });
});

test('the data of a known line is staged only when something is to be done with it', () => {
  const [same] = planned([known(registration('K1', null))], record(REGISTERED));
  expect(same).toMatchObject({ outcome: 'unchanged', data: null });
  const [other] = planned([known(registration('K2', '2026-11-02'))], record(REGISTERED)).slice(1);
  expect(other).toMatchObject({
    outcome: 'planned',
    data: '{"registered":true,"registeredOn":"2026-11-02"}',
  });
});

test('what the state folder keeps of a view that stands is compared with its policy', () => {
  const view = 'a'.repeat(64);
  const key = settledKey(state, 'InsurancePolicy', 'p1');
  const items = [{ code: 'contract-number', kind: 'text', value: '3' }];
  comparedKeeper(state, [...comparedBy(config).keys()]).keep(key, { view, items, customer: null });
  const fields: Fields = {
    ...EMPTY_POLICY,
    CuZo_View_Hash__c: view,
    CuZo_As_Of__c: '2026-11-22T10:00:00Z',
    CuZo_Zone__c: 'MYPV',
  };
  planned([checked(shown('P1', 'x'))], record(fields, { held: { Name: { value: '4' } } }));
  expect(staging.prepare('SELECT patch FROM change').get()?.patch).toBe(
    '{"CuZo_Differences__c":1,"CuZo_Difference_Fields__c":"contract-number"}',
  );
});

test('events of settled subjects are unchanged, with the guard that has to be remembered', () => {
  eventStager(staging)(checked(registration('K1', null)));
  const plan = subjectPlanner({ staging, state, config, countries: new Map(), check: checkAgain });
  plan({ settled: [{ n: 1, guard: Buffer.from('guard') }], subjects: [], count: 1 });
  expect(staging.prepare('SELECT outcome, CAST(guard AS TEXT) AS guard, record FROM event').get()).toEqual({
    outcome: 'unchanged',
    guard: 'guard',
    record: null,
  });
});

test('what would be written, in rows, fields and calls, by which way', () => {
  planned([checked(registration('K1', '2026-11-02'))], record({ ...REGISTERED, CuZo_MyPV_As_Of__c: null }));
  planned([checked(shown('P1', 'x'))], record({}, { id: 'P' }));
  const work = plannedWork(
    staging,
    waitingLoads(staging),
    { Account: 'Collections', InsurancePolicy: 'Bulk 2.0' },
    config,
  );
  expect(work).toEqual({
    apiCalls: 2 + 1 + 10,
    objects: {
      Account: {
        rows: 1,
        fields: { CuZo_MyPV_As_Of__c: 1, CuZo_MyPV_Onboarding_Date__c: 1 },
        way: 'Collections',
        apiCalls: 1,
      },
      InsurancePolicy: {
        rows: 1,
        fields: {
          CuZo_As_Of__c: 1,
          CuZo_Difference_Fields__c: 1,
          CuZo_Differences__c: 1,
          CuZo_Hidden_Reason__c: 1,
          CuZo_Product__c: 1,
          CuZo_View_Hash__c: 1,
          CuZo_View__c: 1,
          CuZo_Visibility__c: 1,
          CuZo_Zone__c: 1,
        },
        way: 'Bulk 2.0',
        apiCalls: 10,
      },
    },
  });
});
