import ACCOUNT_POLICY from '@salesforce/schema/InsurancePolicy';
import { activePolicies, hasContract, NO_PAGES, pageVariables, policiesOf, withPage } from 'c/cuzoPolicies';
import { namedField } from 'c/cuzoProperties';
import { ZONES } from 'c/cuzoZones';

type Fields = Readonly<Record<string, unknown>>;

const [mypv, myvivium] = ZONES;
const brandField = namedField(ACCOUNT_POLICY, 'Brand__c');
const ACCOUNT = '001A';

/** One page of an answer; `endCursor` where a page follows. */
const page = (policies: readonly Fields[], endCursor: string | null = null, from = 0) => ({
  uiapi: {
    query: {
      InsurancePolicy: {
        edges: policies.map((fields, at) => ({
          node: {
            Id: `0Yv${from + at}`,
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
          },
        })),
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});
const only = (...policies: readonly Fields[]) => withPage(NO_PAGES, ACCOUNT, page(policies));
const active = { Name: '1', PolicyName: 'Autoverzekering', IsActive: true, Brand__c: 'P&V' };

test('gives the active ones, with their number, name and brand', () => {
  const policies = activePolicies(only(active, { ...active, Name: '2', IsActive: false }), brandField);
  expect(policies).toMatchObject([
    { id: '0Yv0', number: '1', name: 'Autoverzekering', brand: 'P&V', row: { Id: '0Yv0' } },
  ]);
});

test.each<[string, readonly Fields[], boolean | null, boolean | null]>([
  ['one of P&V', [active], true, false],
  ['one of each', [active, { ...active, Brand__c: 'Vivium' }], true, true],
  ['none', [], false, false],
  ['one that has ended', [{ ...active, IsActive: false }], false, false],
  ['one without brand', [active, { ...active, Brand__c: null }], true, null],
  ['one of an empty brand', [active, { ...active, Brand__c: ' ' }], true, null],
  ['no access to the brand', [{ Name: '1', IsActive: true }], null, null],
  ['no access to what is active', [{ Name: '1', Brand__c: 'P&V' }], null, null],
])('%s', (_, policies, ofMypv, ofMyvivium) => {
  const known = activePolicies(only(...policies), brandField);
  expect([hasContract(known, mypv!), hasContract(known, myvivium!)]).toEqual([ofMypv, ofMyvivium]);
});

test('an answer that says nothing new changes nothing, so that it leads to no further question', () => {
  const answer = () => page([active, { ...active, Name: '2' }]);
  const known = withPage(NO_PAGES, ACCOUNT, answer());
  expect(withPage(known, ACCOUNT, answer())).toBe(known);
  expect(withPage(known, ACCOUNT, page([{ ...active, IsActive: false }]))).not.toBe(known);
  expect(withPage(known, '001B', answer())).not.toBe(known);
});

describe('page by page', () => {
  const ended = { ...active, IsActive: false };
  const first = withPage(NO_PAGES, ACCOUNT, page(Array<Fields>(200).fill(ended), 'c1'));

  test('asks for the first page, then for the next, and counts once all are there', () => {
    expect(policiesOf(null)).toContain('after: $after');
    expect(pageVariables(NO_PAGES, ACCOUNT)).toEqual({ recordId: ACCOUNT, after: null });
    expect(activePolicies(first, brandField)).toBeNull();
    expect(pageVariables(first, ACCOUNT)).toEqual({ recordId: ACCOUNT, after: 'c1' });
    const second = withPage(first, ACCOUNT, page([ended, active], 'c2', 200));
    expect(activePolicies(second, brandField)).toBeNull();
    expect(pageVariables(second, ACCOUNT)).toEqual({ recordId: ACCOUNT, after: 'c2' });
    const third = withPage(second, ACCOUNT, page([active], null, 202));
    expect(activePolicies(third, brandField)?.map(({ id }) => id)).toEqual(['0Yv201', '0Yv202']);
    expect(pageVariables(third, ACCOUNT)).toEqual({ recordId: ACCOUNT, after: 'c2' });
  });

  test('exactly 200 are all of them', () => {
    const all = withPage(NO_PAGES, ACCOUNT, page(Array<Fields>(200).fill(active)));
    expect(activePolicies(all, brandField)).toHaveLength(200);
  });

  test('a page that comes again replaces what it said, and neither doubles nor completes the list', () => {
    const last = withPage(first, ACCOUNT, page([active], null, 200));
    const again = withPage(last, ACCOUNT, page([{ ...active, Name: '9' }], null, 200));
    expect(activePolicies(again, brandField)).toMatchObject([{ id: '0Yv200', number: '9' }]);
    const firstAgain = withPage(first, ACCOUNT, page(Array<Fields>(200).fill(ended), 'c1'));
    expect(firstAgain.rows).toHaveLength(200);
    expect(activePolicies(firstAgain, brandField)).toBeNull();
  });

  test('nothing yet changes nothing, and another account starts anew', () => {
    expect(withPage(first, ACCOUNT, undefined)).toBe(first);
    expect(pageVariables(first, '001B')).toEqual({ recordId: '001B', after: null });
    const other = withPage(first, '001B', page([active], null, 500));
    expect(activePolicies(other, brandField)?.map(({ id }) => id)).toEqual(['0Yv500']);
  });
});
