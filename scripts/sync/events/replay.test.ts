import {
  contact,
  erased,
  hidden,
  MYVIVIUM,
  notRegistered,
  registration,
  shown,
  type Sent,
} from '../../tests/kit/events.ts';
import { at, config, EMPTY_ACCOUNT, EMPTY_POLICY, replayed, SHOWN } from '../../tests/kit/replayed.ts';
import type { Fields } from './record.ts';

const REGISTERED: Fields = {
  CuZo_MyPV_Onboarded__c: true,
  CuZo_MyPV_Onboarding_Date__c: '2026-11-01',
  CuZo_MyPV_As_Of__c: '2026-11-20T10:00:00Z',
};
test("a zone's first word is written even when it changes nothing, and touches its own fields only", () => {
  const fields = { CuZo_MyPV_Onboarded__c: false, CuZo_MyPV_Onboarding_Date__c: null };
  const { steps } = replayed({ events: [notRegistered('K1', at('21T10:00:00Z'))], fields });
  expect(steps[0]?.verdict).toEqual({
    outcome: 'changed',
    patch: { CuZo_MyPV_As_Of__c: '2026-11-21T10:00:00Z' },
    writesView: false,
  });
});

test.each([
  ['the org holds a newer word', {}, '20T09:59:59Z', 'late'],
  ['the same second is not late', {}, '20T10:00:00.9Z', 'changed'],
  ['the state folder has seen a newer one', { mypv: '2026-11-21T10:00:00Z' }, '21T09:00:00Z', 'late'],
  [
    'what was seen of another zone says nothing',
    { myvivium: '2026-11-22T10:00:00Z' },
    '21T09:00:00Z',
    'changed',
  ],
])('late: %s', (_what, seen, time, outcome) => {
  const events = [registration('K1', '2026-11-02', at(time))];
  const { outcomes, steps } = replayed({ events, fields: REGISTERED, seen });
  expect(outcomes).toEqual([outcome]);
  expect(steps[0]?.leavesTrace).toBe(outcome === 'changed');
});

test('the same word at a later time changes nothing and is remembered', () => {
  const [step] = replayed({
    events: [registration('K1', '2026-11-01', at('22T10:00:00Z'))],
    fields: REGISTERED,
  }).steps;
  expect(step).toMatchObject({ verdict: { outcome: 'unchanged', isNewer: true }, leavesTrace: true });
  const [same] = replayed({
    events: [registration('K1', '2026-11-01', at('20T10:00:00Z'))],
    fields: REGISTERED,
  }).steps;
  expect(same).toMatchObject({ verdict: { outcome: 'unchanged', isNewer: false }, leavesTrace: false });
});

const changedAt = (time: string, time2: string, more: Sent = {}): Sent =>
  contact('K1', `2026-11-${time}`, { phone: '02 1' }, at(time2, more));

test('contact data: before go-live late, the same change again unchanged, a later one written with its day in Brussels', () => {
  const fields = {
    CuZo_Contact_As_Of__c: '2026-11-20T23:30:00Z',
    CuZo_Contact_Changed_On__c: '2026-11-21',
    Phone: 'x',
  };
  expect(
    replayed({ events: [contact('K1', '2026-08-31T23:59:59Z', {}, at('21T10:00:00Z'))] }).outcomes,
  ).toEqual(['late']);
  expect(replayed({ events: [changedAt('20T23:30:00.5Z', '22T10:00:00Z')], fields }).steps).toMatchObject([
    { verdict: { outcome: 'unchanged' }, leavesTrace: false },
  ]);
  expect(replayed({ events: [changedAt('20T23:29:59Z', '22T10:00:00Z')], fields }).outcomes).toEqual([
    'late',
  ]);
  expect(replayed({ events: [changedAt('21T23:30:00Z', '22T10:00:00Z')], fields }).after).toEqual({
    Phone: '02 1',
    CuZo_Contact_Changed_On__c: '2026-11-22',
    CuZo_Contact_As_Of__c: '2026-11-21T23:30:00Z',
    CuZo_Contact_Zone__c: 'MYPV',
  });
});

test('contact data: the zone of the newest change is written with its day, and as the only thing of a change on the same day', () => {
  const events = [
    changedAt('21T09:00:00Z', '22T10:00:00Z'),
    changedAt('21T10:00:00Z', '22T10:00:00Z', MYVIVIUM),
  ];
  const { steps, after } = replayed({ events });
  expect(after).toMatchObject({ CuZo_Contact_Changed_On__c: '2026-11-21', CuZo_Contact_Zone__c: 'MYVIVIUM' });
  expect(steps[1]?.verdict).toMatchObject({
    patch: { CuZo_Contact_Zone__c: 'MYVIVIUM', CuZo_Contact_As_Of__c: '2026-11-21T10:00:00Z' },
  });
  const stamped = replayed({ events, config: { ...config, contact: { ...config.contact, write: 'stamp' } } });
  expect(stamped.after).toMatchObject({ CuZo_Contact_Zone__c: 'MYVIVIUM' });
  expect(stamped.after).not.toHaveProperty('Phone');
});

test('contact data that was written before the zone was kept stays without one when the zone repeats it', () => {
  const fields = {
    CuZo_Contact_As_Of__c: '2026-11-20T10:00:00Z',
    CuZo_Contact_Changed_On__c: '2026-11-20',
    CuZo_Contact_Zone__c: null,
  };
  const events = [changedAt('20T10:00:00Z', '22T10:00:00Z')];
  expect(replayed({ events, fields })).toMatchObject({ outcomes: ['unchanged'], after: fields });
});

test('contact data of a business account fails without roles for it', () => {
  const events = [changedAt('21T10:00:00Z', '21T11:00:00Z')];
  expect(replayed({ events, isPersonAccount: false }).steps[0]).toMatchObject({
    verdict: { outcome: 'failed', code: 'NOT_A_PERSON_ACCOUNT' },
    leavesTrace: false,
  });
});

test('an erasure clears its zone and the contact stamps, but not those of contact data that is newer', () => {
  const stamps = {
    CuZo_Contact_As_Of__c: '2026-11-21T10:00:00Z',
    CuZo_Contact_Changed_On__c: '2026-11-21',
    CuZo_Contact_Zone__c: 'MYVIVIUM',
  };
  const fields = { ...REGISTERED, ...stamps, CuZo_MyVivium_Onboarded__c: true };
  const cleared = {
    CuZo_MyPV_Onboarded__c: false,
    CuZo_MyPV_Onboarding_Date__c: null,
    CuZo_MyPV_As_Of__c: null,
  };
  const after = (time: string): Fields =>
    replayed({ events: [erased('K1', 'customer', at(time))], fields }).after;
  expect(after('21T10:00:00Z')).toEqual({ ...EMPTY_ACCOUNT, CuZo_MyVivium_Onboarded__c: true });
  expect(after('21T09:59:59Z')).toEqual({ ...cleared, ...stamps, CuZo_MyVivium_Onboarded__c: true });
});

test('an erasure keeps older contact data of the same run away, and lets newer in', () => {
  const erasure = erased('K1', 'customer', at('21T10:00:00Z'));
  const events = (time: string): readonly Sent[] => [erasure, changedAt(time, '21T11:00:00Z')];
  expect(replayed({ events: events('21T09:59:00Z') }).outcomes[1]).toBe('late');
  expect(replayed({ events: events('21T10:01:00Z') }).outcomes[1]).toBe('changed');
  const refused = replayed({ events: events('21T09:59:00Z'), fields: REGISTERED, refused: [0] });
  expect(refused.outcomes).toEqual(['changed', 'changed']);
});

test('an erasure that is late keeps nothing away', () => {
  const events = [
    erased('K1', 'customer', at('20T09:59:59Z')),
    changedAt('20T09:00:00Z', '21T11:00:00Z', MYVIVIUM),
  ];
  expect(replayed({ events, fields: REGISTERED }).outcomes).toEqual(['late', 'changed']);
});

test('an erasure is remembered even when there was nothing to erase', () => {
  const [step] = replayed({
    events: [erased('K1', 'customer', at('21T10:00:00Z'))],
    fields: EMPTY_ACCOUNT,
  }).steps;
  expect(step).toMatchObject({ verdict: { outcome: 'unchanged' }, leavesTrace: true });
  const policy = { events: [erased('P1', 'policy', at('21T10:00:00Z'))], fields: EMPTY_POLICY };
  expect(replayed(policy).steps).toEqual([
    { event: expect.anything(), verdict: { outcome: 'unchanged', isNewer: true }, leavesTrace: true },
  ]);
});

test('a policy: shown writes the view, hidden clears it, an erasure clears everything', () => {
  const show = replayed({ events: [shown('P1', 'x', at('21T10:00:00Z'))], fields: SHOWN });
  expect(show.steps[0]?.verdict).toMatchObject({ outcome: 'changed', writesView: true });
  const hide = replayed({ events: [hidden('P1', 'ended', at('21T10:00:00Z'))], fields: SHOWN });
  expect(hide.steps[0]?.verdict).toMatchObject({ writesView: false });
  expect(hide.after).toMatchObject({
    CuZo_Visibility__c: 'Hidden',
    CuZo_Hidden_Reason__c: 'ended',
    CuZo_View__c: null,
    CuZo_View_Hash__c: null,
  });
  const { after } = replayed({ events: [erased('P1', 'policy', at('21T10:00:00Z'))], fields: SHOWN });
  expect(Object.values(after).every((value) => value === null)).toBe(true);
  expect(after).toHaveProperty('CuZo_View__c');
});

test('hidden again for another reason leaves the view alone: it is gone already', () => {
  const fields = {
    ...SHOWN,
    CuZo_Visibility__c: 'Hidden',
    CuZo_View_Hash__c: null,
    CuZo_Hidden_Reason__c: 'niche',
  };
  const { after } = replayed({ events: [hidden('P1', 'ended', at('21T10:00:00Z'))], fields });
  expect(after).not.toHaveProperty('CuZo_View__c');
});

test('an event that the org refused leaves the record as it was for the next one', () => {
  const events = [
    registration('K1', '2026-11-02', at('21T10:00:00Z')),
    registration('K1', '2026-11-01', at('21T11:00:00Z', MYVIVIUM)),
    registration('K1', '2026-11-02', at('21T12:00:00Z')),
  ];
  const { outcomes, after } = replayed({ events, fields: REGISTERED, refused: [0] });
  expect(outcomes).toEqual(['changed', 'changed', 'changed']);
  expect(after).toMatchObject({ CuZo_MyPV_As_Of__c: '2026-11-21T12:00:00Z' });
  expect(replayed({ events, fields: REGISTERED }).outcomes).toEqual(['changed', 'changed', 'unchanged']);
});
