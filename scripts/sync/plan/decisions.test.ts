import { contact, erased, hidden, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { at, config, EMPTY_POLICY, record, SHOWN, staged } from '../../tests/kit/replayed.ts';
import type { ComparedItems } from '../events/comparison.ts';
import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import { planSubject, type Seen } from './planSubject.ts';

/** The contract number of a view. */
const number = (value: string): ComparedItems => [{ code: 'contract-number', kind: 'text', value }];

interface Case {
  readonly record: MatchedRecord;
  readonly sent: readonly Sent[];
  /** Of the view that stands, as an earlier run has kept them. */
  readonly kept?: ComparedItems;
  /** Of the view of each event. */
  readonly items?: ComparedItems;
}

/** Plans; `asked`: the views of which kept items were looked for. */
function planned(target: Target, { record: found, sent, kept, items }: Case) {
  const asked: string[] = [];
  const seen: Seen = {
    at: () => () => undefined,
    key: (scope, subject) => Buffer.from(`${scope} ${subject}`),
    items: (subject, view) => {
      asked.push(`${subject} ${view}`);
      return kept;
    },
  };
  const events = sent.map(staged);
  const subject = { target, subjectKey: events[0]?.subjectKey ?? '', records: [found], events };
  const { decisions, change } = planSubject(subject, config, seen, new Map(), () => items);
  const ofEvent = (n: number) => decisions.find(({ event }) => event.n === n);
  return { asked, change, of: events.map(({ n }) => ofEvent(n)) };
}

const REGISTERED: Fields = {
  CuZo_MyPV_Onboarded__c: true,
  CuZo_MyPV_Onboarding_Date__c: null,
  CuZo_MyPV_As_Of__c: '2026-11-21T10:00:00Z',
};
const account = (over: Partial<MatchedRecord> = {}): MatchedRecord => record(REGISTERED, over);
const policy = (fields: Fields, over: Partial<MatchedRecord> = {}): MatchedRecord =>
  record({ ...EMPTY_POLICY, ...fields }, { id: 'P', isPersonAccount: false, brand: 'P&V', ...over });
const HIDDEN: Fields = {
  CuZo_Visibility__c: 'Hidden',
  CuZo_Hidden_Reason__c: 'ended',
  CuZo_Product__c: 'car',
  CuZo_As_Of__c: '2026-11-20T10:00:00Z',
};

test.each<[string, MatchedRecord, Sent, string, string | null]>([
  ['changes something', account(), registration('K1', '2026-11-02'), 'planned', 'mypv k1'],
  [
    'is newer and changes nothing',
    account(),
    registration('K1', null, at('22T10:00:00Z')),
    'unchanged',
    'mypv k1',
  ],
  ['is no newer and changes nothing', account(), registration('K1', null), 'unchanged', null],
  ['is late', account(), registration('K1', '2026-11-02', at('20T10:00:00Z')), 'late', null],
  ['fails', account({ isPersonAccount: false }), contact('K1', '2026-11-21T10:00:00Z', {}), 'failed', null],
  ['erases', account(), erased('K1', 'customer', MYVIVIUM), 'planned', 'myvivium k1'],
])('what is remembered of an event that %s', (_what, found, sent, outcome, guard) => {
  const [decision] = planned('Account', { record: found, sent: [sent] }).of;
  expect(decision).toMatchObject({ outcome, record: '1' });
  expect(decision?.guard?.toString() ?? null).toBe(guard);
});

test("of the other zone's events about a policy an erasure alone is remembered", () => {
  const sent = [hidden('P1', 'ended', MYVIVIUM), erased('P1', 'policy', MYVIVIUM)];
  const { of } = planned('InsurancePolicy', { record: policy(HIDDEN), sent });
  expect(of.map((one) => [one?.outcome, one?.guard?.toString(), one?.record])).toEqual([
    ['foreign', undefined, 'P'],
    ['foreign', 'policy p1', 'P'],
  ]);
  expect(of[0]).not.toHaveProperty('fault');
});

test.each<[string, Fields, boolean]>([
  ['what the zone says is written', { ...HIDDEN, CuZo_Hidden_Reason__c: 'niche' }, false],
  ['only what the job keeps of its own accord is written', HIDDEN, true],
])('the as-of of the org stays: %s', (_what, fields, asOfStays) => {
  const sent = [hidden('P1', 'ended', at('21T10:00:00Z'))];
  const { of, change } = planned('InsurancePolicy', { record: policy(fields), sent });
  expect(of[0]).toMatchObject({ outcome: 'planned', asOfStays });
  expect(change?.patch).toMatchObject({ CuZo_Zone__c: 'MYPV' });
  expect('CuZo_As_Of__c' in (change?.patch ?? {})).toBe(!asOfStays);
});

describe('the compared items that are kept of a view', () => {
  const view = shown('P1', 'x', at('21T10:00:00Z'));
  const hash = (staged(view, 0).data as { readonly hash: string }).hash;
  const held = { ...SHOWN, CuZo_View_Hash__c: hash, CuZo_Zone__c: 'MYPV', CuZo_Differences__c: 0 };

  test.each<[string, Fields, Sent, string, boolean]>([
    ['one that is written', {}, view, 'planned', true],
    ['one that stands already', held, view, 'unchanged', true],
    ['not one that is late', held, { ...view, time: '2026-11-19T10:00:00Z' }, 'late', false],
    ['none of a policy that is hidden', held, hidden('P1', 'ended'), 'planned', false],
    ['none of one that is erased', held, erased('P1', 'policy'), 'planned', false],
  ])('%s', (_what, fields, sent, outcome, areKept) => {
    const items = number('3');
    const [decision] = planned('InsurancePolicy', { record: policy(fields), sent: [sent], items }).of;
    expect(decision?.outcome).toBe(outcome);
    expect(decision?.compared).toEqual(areKept ? { view: hash, items, customer: 'K1' } : undefined);
  });

  test('none where they are not known', () => {
    const [decision] = planned('InsurancePolicy', { record: policy({}), sent: [view] }).of;
    expect(decision?.compared).toBeUndefined();
  });
});

describe('where all that the zone says is late, what the job keeps of its own accord is written all the same', () => {
  const late = shown('P1', 'x', at('19T10:00:00Z'));
  const held = { held: { Name: { value: '4' } } };
  const ZONE = { CuZo_Zone__c: 'MYPV' };
  const DIFFERS = { CuZo_Differences__c: 1, CuZo_Difference_Fields__c: 'contract-number' };

  test.each<[string, Fields, ComparedItems | undefined, Fields | undefined]>([
    ['the zone', HIDDEN, undefined, ZONE],
    ['nothing that is there already', { ...HIDDEN, ...ZONE }, undefined, undefined],
    ['the differences of the view that stands', { ...SHOWN, ...ZONE }, number('3'), DIFFERS],
    [
      'no differences of a view of which they are not known',
      { ...SHOWN, ...ZONE, ...DIFFERS },
      undefined,
      undefined,
    ],
    [
      'no differences where no view stands',
      { ...HIDDEN, ...ZONE, ...DIFFERS },
      number('3'),
      { CuZo_Differences__c: null, CuZo_Difference_Fields__c: null },
    ],
  ])('%s', (_what, fields, kept, patch) => {
    const found = policy(fields, held);
    const { of, change, asked } = planned('InsurancePolicy', {
      record: found,
      sent: [late],
      ...(kept ? { kept } : {}),
    });
    expect(of.map((one) => one?.outcome)).toEqual(['late']);
    expect(change).toEqual(patch && { target: 'InsurancePolicy', record: found, patch, viewEvent: null });
    expect(asked).toEqual(fields.CuZo_View_Hash__c === 'h' ? ['p1 h'] : []);
  });

  test('nothing of an account', () => {
    const sent = [registration('K1', '2026-11-02', at('20T10:00:00Z'))];
    expect(planned('Account', { record: account(), sent }).change).toBeUndefined();
  });

  test('nothing where no event applies', () => {
    const { of, change } = planned('InsurancePolicy', {
      record: policy(HIDDEN),
      sent: [shown('P1', 'x', MYVIVIUM)],
    });
    expect(of.map((one) => one?.outcome)).toEqual(['foreign']);
    expect(change).toBeUndefined();
  });

  test.each<[string, readonly Sent[]]>([
    ['alone', []],
    ['beside one that is late', [erased('P1', 'policy', at('19T10:00:00Z'))]],
  ])('a view that is written is compared itself, %s', (_what, before) => {
    const { change } = planned('InsurancePolicy', {
      record: policy({ ...SHOWN, ...ZONE }, held),
      sent: [...before, shown('P1', 'y', at('21T10:00:00Z'))],
      kept: number('3'),
      items: number('4'),
    });
    expect(change?.patch).toMatchObject({ CuZo_Differences__c: 0, CuZo_As_Of__c: '2026-11-21T10:00:00Z' });
    expect(change?.patch).not.toHaveProperty('CuZo_Difference_Fields__c');
  });
});
