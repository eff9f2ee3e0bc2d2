import { viewDocument } from '../../feed/canonicalView.ts';
import { feedEvent, type EventOf } from '../../feed/contract.ts';
import {
  contact,
  erased,
  hidden,
  MYVIVIUM,
  registration,
  shown,
  simpleView,
} from '../../tests/kit/events.ts';
import { configFile, type Config } from '../config/config.ts';
import type { EventCore } from './event.ts';
import { fieldsCompared, fieldsWritten, guardScopes, kindOf, kindsWhere, ruleOf } from './eventRules.ts';
import { viewHashOf } from './policyView.ts';
import { unknownCodes } from './unknownCodes.ts';

const config: Config = configFile.parse({ contact: { since: '2026-09-01T00:00:00Z' } });
const TEXT = ['string', 'picklist', 'textarea', 'combobox'];

const written = (target: 'Account' | 'InsurancePolicy', used = config): readonly string[] =>
  fieldsWritten(target, used).map(({ name, types, length, isWritten }) =>
    [name, types?.join('|') ?? 'any', length, isWritten === true ? 'written' : 'read'].join(' '),
  );

test('what is written of an account: the fields of both zones, the contact stamps and the mapped roles', () => {
  expect(written('Account')).toEqual([
    'CuZo_MyPV_Onboarded__c boolean  written',
    'CuZo_MyPV_Onboarding_Date__c date  written',
    'CuZo_MyPV_As_Of__c datetime  written',
    'CuZo_MyVivium_Onboarded__c boolean  written',
    'CuZo_MyVivium_Onboarding_Date__c date  written',
    'CuZo_MyVivium_As_Of__c datetime  written',
    'CuZo_Contact_Changed_On__c date  written',
    'CuZo_Contact_As_Of__c datetime  written',
    'CuZo_Contact_Zone__c picklist  written',
    'PersonEmail any  written',
    'PersonMobilePhone any  written',
    'Phone any  written',
    'PersonMailingStreet any  written',
    'PersonMailingPostalCode any  written',
    'PersonMailingCity any  written',
    'PersonMailingCountry any  written',
  ]);
});

test('of a policy: the view, its hash and what stands beside them; all but the view are compared', () => {
  const text = TEXT.join('|');
  expect(written('InsurancePolicy')).toEqual([
    `CuZo_Visibility__c ${text}  written`,
    `CuZo_Hidden_Reason__c ${text}  written`,
    `CuZo_Product__c ${text}  written`,
    'CuZo_View__c textarea 131072 written',
    `CuZo_View_Hash__c ${text} 64 written`,
    'CuZo_As_Of__c datetime  written',
    'CuZo_Zone__c picklist  written',
    'CuZo_Differences__c double  written',
    `CuZo_Difference_Fields__c ${text} 255 written`,
  ]);
  expect(fieldsCompared('InsurancePolicy', config).map(({ name }) => name)).toEqual([
    'CuZo_Visibility__c',
    'CuZo_Hidden_Reason__c',
    'CuZo_Product__c',
    'CuZo_View_Hash__c',
    'CuZo_As_Of__c',
    'CuZo_Zone__c',
    'CuZo_Differences__c',
    'CuZo_Difference_Fields__c',
  ]);
});

test('where another system brings contact data, the stamps alone; business roles and states where they are mapped', () => {
  const names = (used: Config): readonly string[] =>
    fieldsWritten('Account', used)
      .slice(6)
      .map(({ name }) => name);
  const stamps = ['CuZo_Contact_Changed_On__c', 'CuZo_Contact_As_Of__c', 'CuZo_Contact_Zone__c'];
  expect(names({ ...config, contact: { ...config.contact, write: 'stamp' } })).toEqual(stamps);
  const roles = {
    ...config.roles,
    person: { phone: 'Phone', country: 'PersonMailingCountryCode' },
    business: { phone: 'Phone', email: 'Email__c', country: 'BillingCountryCode' },
  };
  expect(names({ ...config, roles })).toEqual([
    ...stamps,
    'Phone',
    'PersonMailingCountryCode',
    'PersonMailingState',
    'PersonMailingStateCode',
    'Email__c',
    'BillingCountryCode',
    'BillingState',
    'BillingStateCode',
  ]);
});

test('the guards of the records, and which kinds of event erase or count per record', () => {
  expect(guardScopes('Account')).toEqual(['mypv', 'myvivium', 'contact']);
  expect(guardScopes('InsurancePolicy')).toEqual(['policy']);
  expect(kindsWhere(() => true)).toEqual(['registration', 'contact', 'policy-view', 'erased']);
  expect(kindsWhere(({ erases }) => erases)).toEqual(['erased']);
  expect(kindsWhere(({ newestPer }) => newestPer === 'record')).toEqual(['contact']);
  expect(kindsWhere(({ remembered }) => remembered === 'always')).toEqual(['erased']);
});

const event = (sent: object) => feedEvent.parse(sent);
function kept(sent: object) {
  const given = event(sent);
  return ruleOf(kindOf(given.type)).keep(given);
}
const VIEW = viewDocument(simpleView('x') as unknown as Parameters<typeof viewDocument>[0]);

test.each<[string, object, object]>([
  [
    'a registration',
    registration('K1', '2026-01-02'),
    { target: 'Account', data: { registered: true, registeredOn: '2026-01-02' } },
  ],
  [
    'contact data',
    contact('K1', '2026-11-01T10:00:00Z', { phone: '1' }),
    { target: 'Account', data: { changedAt: '2026-11-01T10:00:00Z', phone: '1' } },
  ],
  [
    'a view, with its document apart',
    shown('P1', 'x'),
    { target: 'InsurancePolicy', data: { product: 'car', reason: null, hash: VIEW.hash }, view: VIEW.text },
  ],
  [
    'a view that names the customer',
    shown('P1', 'x', {}, { customer: 'K1' }),
    {
      target: 'InsurancePolicy',
      data: { product: 'car', customer: 'K1', reason: null, hash: VIEW.hash },
      view: VIEW.text,
    },
  ],
  [
    'a hidden policy',
    hidden('P1', 'ended'),
    { target: 'InsurancePolicy', data: { product: 'car', reason: 'ended', hash: null } },
  ],
  ['an erased customer', erased('K1', 'customer'), { target: 'Account', data: null }],
  ['an erased policy', erased('P1', 'policy'), { target: 'InsurancePolicy', data: null }],
])('what is staged of %s', (_what, sent, staged) => {
  expect(kept(sent)).toEqual(staged);
});

test('contact data is as new as its change, everything else as its time', () => {
  function decided(sent: object) {
    const given = event(sent);
    return ruleOf(kindOf(given.type)).decidedBy?.(given);
  }
  expect(decided(contact('K1', '2026-11-01T10:00:00Z', {}))).toEqual({
    instant: '2026-11-01T10:00:00Z',
    path: '/data/changedAt',
  });
  for (const sent of [registration('K1', null), shown('P1', 'x'), erased('K1', 'customer', MYVIVIUM)])
    expect(decided(sent)).toBeUndefined();
});

test('the hash of a view, null of a hidden policy, undefined of anything else', () => {
  const core = (kind: EventCore['kind'], sent: object) => viewHashOf({ kind, data: kept(sent).data });
  expect(core('policy-view', shown('P1', 'x'))).toBe(VIEW.hash);
  expect(core('policy-view', hidden('P1', 'ended'))).toBeNull();
  expect(viewHashOf({ kind: 'erased', data: null })).toBeUndefined();
});

test.each<[string, object, readonly string[]]>([
  ['known codes', shown('P1', 'x'), []],
  ['a known reason', hidden('P1', 'ended'), []],
  ['a product of its own', shown('P1', 'x', {}, { product: 'boat' }), ['product boat']],
  ['a reason of its own', hidden('P1', 'too-old'), ['reason too-old']],
  [
    'documents of their own, each kind once',
    shown(
      'P1',
      'x',
      {},
      {
        view: {
          title: 'x',
          sections: [],
          documents: ['policy', 'letter', 'letter', 'map'].map((type) => ({ type, issuedOn: '2026-01-02' })),
        },
      },
    ),
    ['document letter', 'document map'],
  ],
])('codes that the contract does not list: %s', (_what, sent, met) => {
  const codes = unknownCodes(event(sent) as EventOf<'be.pv.cuzo.policy-view.v1'>);
  expect(codes.map(({ what, value }) => `${what} ${value}`)).toEqual(met);
});

test.each([
  ['registration', ['Account'], 'zone', false, 'unless written'],
  ['contact', ['Account'], 'record', false, 'unless written'],
  ['policy-view', ['InsurancePolicy'], 'zone', false, 'unless written'],
  ['erased', ['Account', 'InsurancePolicy'], 'zone', true, 'always'],
] as const)('the rule of %s', (kind, targets, newestPer, erases, remembered) => {
  expect(ruleOf(kind)).toMatchObject({ targets, newestPer, erases, remembered });
});

test.each([
  ['registration', 'Account', ['myvivium'], 'CuZo_MyVivium_As_Of__c'],
  ['contact', 'Account', ['contact'], 'CuZo_Contact_As_Of__c'],
  ['policy-view', 'InsurancePolicy', ['policy'], 'CuZo_As_Of__c'],
  ['erased', 'Account', ['myvivium', 'contact'], 'CuZo_MyVivium_As_Of__c'],
  ['erased', 'InsurancePolicy', ['policy'], 'CuZo_As_Of__c'],
] as const)('what keeps an older %s away from an %s', (kind, target, guards, asOf) => {
  expect(ruleOf(kind).guards(target, 'myvivium')).toEqual(guards);
  expect(ruleOf(kind).asOf(target, 'myvivium')).toBe(asOf);
});
