import { contact, erased, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { at, config, EMPTY_ACCOUNT, EMPTY_POLICY, record, staged } from '../../tests/kit/replayed.ts';
import { configFile } from '../config/config.ts';
import type { Target } from '../events/event.ts';
import type { Fields, MatchedRecord } from '../events/record.ts';
import { planSubject, type Seen } from './planSubject.ts';

const seen: Seen = {
  at: () => () => undefined,
  key: (scope, subject) => Buffer.from(`${scope} ${subject}`),
  items: () => undefined,
};

const policy = (over: Partial<MatchedRecord> = {}, fields: Fields = {}): MatchedRecord =>
  record(fields, { id: 'P', accountId: 'A', isPersonAccount: false, ...over });

function planned(target: Target, records: readonly MatchedRecord[], sent: readonly Sent[]) {
  const events = sent.map(staged);
  const plan = planSubject(
    { target, subjectKey: events[0]?.subjectKey ?? '', records, events },
    config,
    seen,
  );
  const byEvent = new Map(plan.decisions.map((one) => [one.event.n, one]));
  return { ...plan, outcomes: events.map(({ n }) => byEvent.get(n)?.outcome), byEvent };
}

test('without a record events are unmatched, and only erasures leave a trace', () => {
  const { outcomes, byEvent } = planned(
    'Account',
    [],
    [registration('K1', null, at('21T10:00:00Z')), erased('K1', 'customer', at('21T11:00:00Z'))],
  );
  expect(outcomes).toEqual(['unmatched', 'unmatched']);
  expect([byEvent.get(0)?.guard, String(byEvent.get(1)?.guard)]).toEqual([null, 'mypv k1']);
  expect(byEvent.get(0)).not.toHaveProperty('fault');
});

test("a view that another zone's erasure follows is not written after all", () => {
  const { change, outcomes } = planned(
    'InsurancePolicy',
    [policy({}, { CuZo_View_Hash__c: 'old' })],
    [shown('P1', 'x', at('21T10:00:00Z')), erased('P1', 'policy', at('21T11:00:00Z', MYVIVIUM))],
  );
  expect(outcomes).toEqual(['planned', 'planned']);
  expect(change).toMatchObject({ viewEvent: null, patch: { CuZo_View__c: null, CuZo_View_Hash__c: null } });
});

test('a view that stands goes with its row', () => {
  const { change } = planned(
    'InsurancePolicy',
    [policy()],
    [erased('P1', 'policy', at('21T10:00:00Z')), shown('P1', 'x', at('21T11:00:00Z'))],
  );
  expect(change).toMatchObject({ viewEvent: 1, patch: { CuZo_Visibility__c: 'Shown' } });
});

test('so does one that the zone sends again', () => {
  const { change, outcomes } = planned(
    'InsurancePolicy',
    [policy({ brand: 'P&V' })],
    [shown('P1', 'x', at('21T10:00:00Z')), shown('P1', 'x', at('21T11:00:00Z'))],
  );
  expect(outcomes).toEqual(['planned', 'unchanged']);
  expect(change?.viewEvent).toBe(0);
});

test("a policy of another customer than the event says is ambiguous, without a customer it isn't asked", () => {
  const [mine, other] = [shown('P1', 'x', {}, { customer: 'k1' }), shown('P1', 'x', {}, { customer: 'K2' })];
  expect(planned('InsurancePolicy', [policy()], [mine]).outcomes).toEqual(['planned']);
  expect(planned('InsurancePolicy', [policy()], [other]).decisions[0]).toMatchObject({
    outcome: 'ambiguous',
    fault: { code: 'OTHER_CUSTOMER' },
  });
  expect(planned('InsurancePolicy', [policy({ customer: null })], [shown('P1', 'x')]).outcomes).toEqual([
    'planned',
  ]);
});

test('events that undo each other leave nothing to write', () => {
  const { change, outcomes } = planned(
    'Account',
    [policy({ id: 'A', isPersonAccount: true }, EMPTY_ACCOUNT)],
    [registration('K1', '2026-11-02', at('21T10:00:00Z')), erased('K1', 'customer', at('21T11:00:00Z'))],
  );
  expect(change).toBeUndefined();
  expect(outcomes).toEqual(['unchanged', 'unchanged']);
});

test('an address in a country that the org does not take fails before it is sent', () => {
  const codes = configFile.parse({
    contact: { since: '2026-09-01T00:00:00Z', country: 'code' },
    roles: { person: { country: 'PersonMailingCountryCode' } },
  });
  const address = { street: 'X', houseNumber: '1', postalCode: '1', city: 'Y', country: 'NL' };
  const events = [staged(contact('K1', '2026-11-21T10:00:00Z', { address }), 0)];
  const subject = {
    target: 'Account',
    subjectKey: 'k1',
    records: [policy({ isPersonAccount: true })],
    events,
  } as const;
  const outcomeWith = (...taken: readonly string[]) =>
    planSubject(subject, codes, seen, new Map([['PersonMailingCountryCode', new Set(taken)]])).decisions[0];
  expect(outcomeWith('BE')).toMatchObject({ outcome: 'failed', fault: { code: 'COUNTRY_NOT_IN_ORG' } });
  expect(outcomeWith('BE', 'NL')).toMatchObject({ outcome: 'planned' });
});

test('what fails keeps nothing else away', () => {
  const address = { street: 'X', houseNumber: '1', postalCode: '1', city: 'Y', country: 'NL' };
  const events = [
    staged(contact('K1', '2026-11-21T10:00:00Z', { address }), 0),
    staged(contact('K1', '2026-11-21T09:00:00Z', { phone: '1' }), 1),
  ];
  const codes = configFile.parse({
    contact: { since: '2026-09-01T00:00:00Z', country: 'code' },
    roles: { person: { phone: 'Phone', country: 'PersonMailingCountryCode' } },
  });
  const subject = { target: 'Account', subjectKey: 'k1', records: [record({})], events } as const;
  const taken = new Map([['PersonMailingCountryCode', new Set(['BE'])]]);
  const { decisions, change } = planSubject(subject, codes, seen, taken);
  expect(decisions.map(({ outcome }) => outcome)).toEqual(['failed', 'planned']);
  expect(change?.patch).toMatchObject({ Phone: '1', CuZo_Contact_As_Of__c: '2026-11-21T09:00:00Z' });
});

test('neither does a view of one zone that the other zone erases, where there was none before', () => {
  const sent = [shown('P1', 'x', at('21T10:00:00Z')), erased('P1', 'policy', at('21T11:00:00Z', MYVIVIUM))];
  const { change, outcomes } = planned('InsurancePolicy', [policy({}, EMPTY_POLICY)], sent);
  expect(change).toBeUndefined();
  expect(outcomes).toEqual(['unchanged', 'unchanged']);
});

test.each<[string, string | null, Partial<typeof config>, object | undefined]>([
  ['a brand of a zone', 'P&V', {}, undefined],
  ['a brand of no zone', 'Other', {}, { what: 'brand', value: 'Other' }],
  ['a brand like a property of an object', 'constructor', {}, { what: 'brand', value: 'constructor' }],
  ['no brand where brands are mapped', null, {}, { what: 'no brand', value: '' }],
  ['no brand where none is mapped', null, { brands: {} }, undefined],
  ['no brand where its field is not', null, { roles: { ...config.roles, policyBrand: null } }, undefined],
])('what is told of a policy with %s', (_what, brand, over, told) => {
  const used = { ...config, ...over };
  const unknownOf = (target: Target, records: readonly MatchedRecord[]) =>
    planSubject({ target, subjectKey: 'p1', records, events: [staged(shown('P1', 'x'), 0)] }, used, seen)
      .unknown;
  expect(unknownOf('InsurancePolicy', [policy({ brand })])).toEqual(told);
  expect(unknownOf('InsurancePolicy', [])).toBeUndefined();
  expect(unknownOf('Account', [policy({ brand })])).toBeUndefined();
});

test('what is wrong is said in our own words, with the record where one was found', () => {
  const faultOf = (records: readonly MatchedRecord[], customer: string) =>
    planned('InsurancePolicy', records, [shown('P1', 'x', {}, { customer })]).decisions[0];
  expect(faultOf([policy()], 'K2')).toMatchObject({
    record: 'P',
    fault: { message: 'the policy belongs to another customer than the event says' },
  });
  expect(faultOf([policy(), policy({ id: 'Q' })], 'K1')).toMatchObject({
    record: null,
    fault: { code: 'SEVERAL_RECORDS', message: 'several records have this key' },
  });
  expect(faultOf([policy({ customer: null })], 'K1')).toMatchObject({ outcome: 'ambiguous' });
});
