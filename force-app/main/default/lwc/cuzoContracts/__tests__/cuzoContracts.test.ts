import CuzoContracts from 'c/cuzoContracts';
import { asked, emitResult, emitResults, look, mount, press, settled, text } from 'kit';
import { graphql } from 'lightning/graphql';

type Fields = Readonly<Record<string, unknown>>;

const ACCOUNT = '001000000000001AAA';
const node = (id: string, fields: Fields) => ({
  node: { Id: id, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])) },
});
const answer = (policies: readonly Fields[], endCursor: string | null = null, from = 0) => ({
  data: {
    uiapi: {
      query: {
        InsurancePolicy: {
          edges: policies.map((fields, at) => node(`0Yv${from + at}`, fields)),
          pageInfo: { hasNextPage: endCursor !== null, endCursor },
        },
      },
    },
  },
  errors: [],
});
const POLICY = {
  Name: '111000171363',
  PolicyName: 'Autoverzekering',
  IsActive: true,
  Brand__c: 'P&V',
  CuZo_Visibility__c: 'Shown',
  CuZo_Hidden_Reason__c: null,
};

async function contracts(policies: readonly Fields[], views: readonly (string | null | undefined)[] = []) {
  const element = await mount(CuzoContracts, { recordId: ACCOUNT, brandField: 'Brand__c' });
  const rows = views.map((view) => (view === undefined ? {} : { CuZo_View__c: view }));
  await emitResults(graphql, { CuzoContracts: answer(policies), CuzoContractViews: answer(rows) });
  await settled();
  return element;
}
const lines = (element: Element) => look(element, 'li.contract').map(text);

test.each<[string, Fields, string | null | undefined, string, string]>([
  [
    'shown, with documents',
    {},
    '{"v":1,"sections":[],"documents":[{},{}]}',
    'Zichtbaar Documenten: 2',
    'utility:preview',
  ],
  ['shown, without', {}, '{"v":1,"sections":[]}', 'Zichtbaar Geen documenten', 'utility:preview'],
  ['shown, its view closed to the agent', {}, undefined, 'Zichtbaar', 'utility:preview'],
  ['shown, its view broken', {}, '{', 'Kan niet worden gelezen', 'utility:warning'],
  ['shown, its view empty', {}, null, 'Kan niet worden gelezen', 'utility:warning'],
  ['shown, its view of a later version', {}, '{"v":2}', 'Kan niet worden gelezen', 'utility:warning'],
  [
    'hidden, and why',
    { CuZo_Visibility__c: 'Hidden', CuZo_Hidden_Reason__c: 'legacy-car' },
    null,
    'Niet zichtbaar: oud contract',
    'utility:hide',
  ],
  [
    'hidden, for a reason of later',
    { CuZo_Visibility__c: 'Hidden', CuZo_Hidden_Reason__c: 'solar-panels' },
    null,
    'Niet zichtbaar: solar-panels',
    'utility:hide',
  ],
  ['hidden without a reason', { CuZo_Visibility__c: 'Hidden' }, null, 'Niet zichtbaar', 'utility:hide'],
  ['nothing known', { CuZo_Visibility__c: null }, null, 'Nog niets bekend', 'utility:question'],
  ['closed to the agent', { CuZo_Visibility__c: undefined }, null, 'U hebt geen toegang', 'utility:lock'],
])('%s', async (name, fields, view, words, icon) => {
  const given = Object.entries<unknown>({ ...POLICY, ...fields }).filter(([, value]) => value !== undefined);
  const element = await contracts([Object.fromEntries(given)], [view]);
  expect([name, lines(element)[0]]).toEqual([
    name,
    expect.stringMatching(new RegExp(`^Autoverzekering · 111000171363 MyP&V ${words}`)),
  ]);
  expect(look(element, 'li c-cuzo-icon')).toMatchObject([{ name: icon }]);
  expect(look(element, 'li a')[0]!.getAttribute('href')).toBe('https://www.example.com');
});

describe('where Connect 360 holds something else', () => {
  const view = JSON.stringify({
    v: 1,
    sections: [
      {
        code: 'details',
        items: [
          { code: 'annual-premium', kind: 'money', value: { amount: '504.92', currency: 'EUR' } },
          { code: 'renewal-date', kind: 'date', value: '2027-02-14' },
          { code: 'frequency', kind: 'text', value: 'Jaarlijks' },
        ],
      },
    ],
  });
  const same = {
    Name: { value: '111000171363' },
    PremiumAmount: { value: 504.92 },
    PremiumFrequency: { value: 'Annual', displayValue: 'Jaarlijks' },
    RenewalDate: { value: '2027-02-14T00:00:00.000Z' },
  };

  async function compared(held: object, comparedFields?: string): Promise<string> {
    const element = await mount(CuzoContracts, { recordId: ACCOUNT, brandField: 'Brand__c', comparedFields });
    const rows = { uiapi: { query: { InsurancePolicy: { edges: [{ node: { Id: '0Yv0', ...held } }] } } } };
    await emitResults(graphql, {
      CuzoContracts: answer([POLICY]),
      CuzoContractViews: answer([{ CuZo_View__c: view }]),
      CuzoContractHeld: { data: rows },
    });
    return text(look(element, '.differences')[0]);
  }

  test.each<[string, object, string]>([
    ['the same', same, ''],
    ['another premium', { ...same, PremiumAmount: { value: 510 } }, 'Verschillen met Connect 360: 1'],
    [
      'another premium and another day',
      { ...same, PremiumAmount: { value: 510 }, RenewalDate: { value: '2027-03-14T00:00:00.000Z' } },
      'Verschillen met Connect 360: 2',
    ],
    ['nothing', { Name: { value: null } }, ''],
    ['closed to the agent', {}, ''],
  ])('%s: %j', async (_, held, words) => {
    expect(await compared(held)).toBe(words);
  });

  test("a field of the page's own is compared by its label too", async () => {
    expect(await compared(same, 'frequency=PremiumFrequency')).toBe('');
    const monthly = { ...same, PremiumFrequency: { value: 'Monthly', displayValue: 'Maandelijks' } };
    expect(await compared(monthly, 'frequency=PremiumFrequency')).toBe('Verschillen met Connect 360: 1');
    expect(asked(graphql, 'CuzoContractHeld')).toBeUndefined();
  });

  test('fields that an admin mistyped cost the comparison alone', async () => {
    const element = await mount(CuzoContracts, { recordId: ACCOUNT, comparedFields: 'x=Nope__c; y' });
    await emitResults(graphql, {
      CuzoContracts: answer([POLICY]),
      CuzoContractViews: answer([{ CuZo_View__c: view }]),
      CuzoContractHeld: { data: undefined, errors: [{ message: 'Unknown field Nope__c' }] },
    });
    expect(lines(element)).toEqual(['Autoverzekering · 111000171363 Zichtbaar Geen documenten']);
    expect(text(element)).toContain('De instelling Fields to compare van dit component is ongeldig');
    expect(text(element)).not.toContain('Nope__c');
  });
});

test('counts the active ones alone, by number where they have no name, without zone where no brand is known', async () => {
  const nameless = { ...POLICY, Name: '222', PolicyName: null, Brand__c: 'Elders' };
  const element = await contracts([nameless, { ...POLICY, IsActive: false }]);
  expect(text(look(element, '.count')[0])).toBe('Actieve contracten: 1');
  expect(lines(element)).toEqual(['222 Zichtbaar']);
});

test('counts more than a page holds, shows them by twenty and asks for the views of those alone', async () => {
  const element = await mount(CuzoContracts, { recordId: ACCOUNT, brandField: 'Brand__c' });
  await emitResult(graphql, answer(Array<Fields>(200).fill(POLICY), 'c1'), 'CuzoContracts');
  expect(text(element)).toContain('Bezig met laden');
  expect(asked(graphql, 'CuzoContracts')?.variables).toEqual({ recordId: ACCOUNT, after: 'c1' });
  await emitResult(graphql, answer(Array<Fields>(25).fill(POLICY), null, 200), 'CuzoContracts');
  await settled();
  expect(text(look(element, '.count')[0])).toBe('Actieve contracten: 225');
  expect(lines(element)).toHaveLength(20);
  expect(asked(graphql, 'CuzoContractViews')?.query?.query?.match(/0Yv\d+/g)).toHaveLength(20);
  await press(look(element, 'button.more')[0]);
  expect(lines(element)).toHaveLength(40);
  expect(text(look(element, 'button.more')[0])).toBe('Toon de volgende 20');
});

test('says that there are none, that it loads, and what went wrong', async () => {
  expect(text(await contracts([]))).toContain('De klant heeft geen actieve contracten.');
  const element = await mount(CuzoContracts, { recordId: ACCOUNT });
  expect(text(element)).toContain('Bezig met laden');
  await emitResult(graphql, { data: undefined, errors: [{ message: 'Unknown object' }] }, 'CuzoContracts');
  expect(text(element)).toContain('Unknown object');
});

test('says quietly that the agent may not see which policies are active', async () => {
  expect(text(await contracts([{ Name: '1' }]))).toContain('U hebt geen toegang');
});
