import ACCOUNT_POLICY from '@salesforce/schema/InsurancePolicy';
import { activePolicies, hasContract } from 'c/cuzoPolicies';
import { namedField } from 'c/cuzoProperties';
import { ZONES } from 'c/cuzoZones';

const [mypv, myvivium] = ZONES;
const brandField = namedField(ACCOUNT_POLICY, 'Brand__c');

const answer = (...policies: readonly Readonly<Record<string, unknown>>[]) => ({
  uiapi: {
    query: {
      InsurancePolicy: {
        edges: policies.map((fields, at) => ({
          node: {
            Id: `0Yv${at}`,
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
          },
        })),
      },
    },
  },
});
const active = { Name: '1', IsActive: true, Brand__c: 'P&V' };

test('gives the active ones, with their number and brand', () => {
  const policies = activePolicies(answer(active, { ...active, Name: '2', IsActive: false }), brandField);
  expect(policies).toEqual([{ id: '0Yv0', number: '1', brand: 'P&V' }]);
});

test.each<[string, readonly Readonly<Record<string, unknown>>[], boolean | null, boolean | null]>([
  ['one of P&V', [active], true, false],
  ['one of each', [active, { ...active, Brand__c: 'Vivium' }], true, true],
  ['none', [], false, false],
  ['one that has ended', [{ ...active, IsActive: false }], false, false],
  ['one without brand', [active, { ...active, Brand__c: null }], true, null],
  ['no access to the brand', [{ Name: '1', IsActive: true }], null, null],
  ['no access to what is active', [{ Name: '1', Brand__c: 'P&V' }], null, null],
  ['more than one page', Array(200).fill({ ...active, IsActive: false }), null, null],
])('%s', (_, policies, ofMypv, ofMyvivium) => {
  const known = activePolicies(answer(...policies), brandField);
  expect([hasContract(known, mypv!), hasContract(known, myvivium!)]).toEqual([ofMypv, ofMyvivium]);
});
