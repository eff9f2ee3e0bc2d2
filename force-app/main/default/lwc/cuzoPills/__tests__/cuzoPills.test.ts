import CuzoPills from 'c/cuzoPills';
import type CuzoPresentButton from 'c/cuzoPresentButton';
import { asked, emit, emitResult, fail, look, mount, text } from 'kit';
import { graphql } from 'lightning/graphql';

const ACCOUNT = '001000000000001AAA';

type Fields = Readonly<Record<string, unknown>>;

const node = (id: string, fields: Fields) => ({
  node: {
    Id: id,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
  },
});
/** A GraphQL result for an account and its policies; a field that is left out has no access. */
const answer = (
  account: Fields,
  policies: readonly Fields[] = [],
  endCursor: string | null = null,
  from = 0,
) => ({
  uiapi: {
    query: {
      Account: { edges: [node(ACCOUNT, account)] },
      InsurancePolicy: {
        edges: policies.map((fields, at) => node(`0Yv${from + at}`, fields)),
        pageInfo: { hasNextPage: endCursor !== null, endCursor },
      },
    },
  },
});

const nothing = {
  CuZo_MyPV_Onboarded__c: false,
  CuZo_MyPV_Onboarding_Date__c: null,
  CuZo_MyPV_As_Of__c: null,
  CuZo_MyVivium_Onboarded__c: false,
  CuZo_MyVivium_Onboarding_Date__c: null,
  CuZo_MyVivium_As_Of__c: null,
};
const onMypv = { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_Onboarding_Date__c: '2024-03-28' };
const vivium = { Name: '222', IsActive: true, Brand__c: 'Vivium' };
const pv = { Name: '111', IsActive: true, Brand__c: 'P&V' };

async function shown(fields: Fields, policies?: readonly Fields[], properties: object = {}) {
  const element = await mount(CuzoPills, { recordId: ACCOUNT, brandField: 'Brand__c', ...properties });
  await emit(graphql, answer({ ...nothing, ...fields }, policies));
  return element;
}
const pills = async (...given: Parameters<typeof shown>) => look(await shown(...given), 'li.pill');

/** What a pill says, without the name of the button that explains it. */
const said = (pill: Element | undefined): string => text(pill).replace(/ Uitleg bij .*$/, '');

describe('c-cuzo-pills', () => {
  test('has a pill for each zone, in their order, by the names agents know', async () => {
    expect((await pills({}, [pv, vivium])).map(said)).toEqual([
      'CuZo MyPV Onboarded Nog niets bekend',
      'CuZo MyVivium Onboarded Nog niets bekend',
    ]);
  });

  test.each<[string, Readonly<Record<string, unknown>>, string, string]>([
    [
      'registered on a day',
      { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_Onboarding_Date__c: '2024-03-28' },
      'Geregistreerd sinds 28 mrt 2024',
      'utility:success',
    ],
    [
      'registered, day unknown',
      { CuZo_MyPV_Onboarded__c: true, CuZo_MyPV_As_Of__c: '2026-11-20T02:00:00.000Z' },
      'Geregistreerd, datum onbekend',
      'utility:success',
    ],
    [
      'not registered',
      { CuZo_MyPV_As_Of__c: '2026-11-20T02:00:00.000Z' },
      'Niet geregistreerd',
      'utility:clear',
    ],
    ['nothing known', {}, 'Nog niets bekend', 'utility:question'],
  ])('%s: words and an icon of its own', async (_, fields, words, icon) => {
    const [mypv, myvivium] = await pills(fields, [pv, vivium]);
    expect(said(mypv).replace(/\.(?= \d{4}$)/, '')).toBe(`CuZo MyPV Onboarded ${words}`);
    expect(look(mypv!, 'lightning-icon')).toMatchObject([{ iconName: icon }]);
    expect(said(myvivium)).toBe('CuZo MyVivium Onboarded Nog niets bekend');
  });

  test('leaves out a zone whose fields the agent may not read', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await emit(graphql, answer({ CuZo_MyVivium_Onboarded__c: true }));
    expect(look(element, 'li.pill').map(said)).toEqual([
      'CuZo MyVivium Onboarded Geregistreerd, datum onbekend',
    ]);
  });

  test('says quietly that there is no access to any', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await emit(graphql, answer({}));
    expect(text(element)).toMatch(/^U hebt geen toegang tot deze gegevens/);
    expect(look(element, 'li.pill')).toStrictEqual([]);
  });

  test('says that it loads', async () => {
    expect(text(await mount(CuzoPills, { recordId: ACCOUNT }))).toBe('Bezig met laden');
  });

  test('says what went wrong', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await fail(graphql, 'The requested resource does not exist');
    expect(text(element)).toMatch(/^De gegevens konden niet worden geladen .* The requested resource/);
  });

  test('explains on focus and hover what the flag means, in each zone', async () => {
    const helps = look(await shown({}), 'lightning-helptext') as unknown as {
      alternativeText: string;
      content: string;
    }[];
    expect(helps.map(({ alternativeText }) => alternativeText)).toEqual([
      'Uitleg bij CuZo MyPV Onboarded',
      'Uitleg bij CuZo MyVivium Onboarded',
    ]);
    expect(helps.map(({ content }) => content)).toEqual([
      'Geregistreerde klanten ontvangen hun documenten digitaal in MyP&V.',
      'Geregistreerde klanten ontvangen hun documenten digitaal in MyVivium.',
    ]);
  });

  test('is quiet about a zone in which the customer has no active contract', async () => {
    const [mypv, myvivium] = await pills(onMypv, [pv, { ...vivium, IsActive: false }]);
    expect(mypv!.classList).toContain('registered');
    expect(myvivium!.classList).toContain('quiet');
    expect(said(myvivium)).toBe('CuZo MyVivium Onboarded Nog niets bekend · Geen actief contract');
  });

  test.each<[string, readonly Fields[], object]>([
    ['no field is named', [pv], { brandField: undefined }],
    ['the field can not be read', [{ Name: '111', IsActive: true }], {}],
    ['a policy has no brand', [pv, { ...vivium, Brand__c: null }], {}],
  ])('calls no zone one without contract when %s', async (_, policies, properties) => {
    const drawn = await pills({}, policies, properties);
    expect(drawn.map((pill) => pill.classList.contains('quiet'))).toEqual([false, false]);
  });

  const line =
    'Deze klant heeft een Vivium-contract. MyVivium is een aparte klantenzone met een eigen account.';
  test('tells of the other zone when a customer with a Vivium policy is only on MyP&V', async () => {
    expect(text(await shown(onMypv, [pv, vivium]))).toContain(line);
  });

  test.each<[string, Fields, readonly Fields[]]>([
    ['who is on both', { ...onMypv, CuZo_MyVivium_Onboarded__c: true }, [pv, vivium]],
    ['who is on neither', {}, [pv, vivium]],
    ['without a Vivium policy', onMypv, [pv]],
    ['whose Vivium policy has ended', onMypv, [pv, { ...vivium, IsActive: false }]],
    ['with a policy whose brand is not known', onMypv, [pv, { ...vivium, Brand__c: null }]],
    ['whose brands the agent may not see', onMypv, [{ Name: '222', IsActive: true }]],
  ])('says nothing of it for a customer %s', async (_, fields, policies) => {
    expect(text(await shown(fields, policies))).not.toContain(line);
  });

  test('shows one zone, and the freshness of that one, when the page names it', async () => {
    const element = await shown({}, [pv], { zone: 'MYPV' });
    expect(look(element, 'li.pill').map(said)).toEqual(['CuZo MyPV Onboarded Nog niets bekend']);
    expect(look(element, 'c-cuzo-freshness')).toMatchObject([{ zones: ['MYPV'] }]);
  });

  test('says which setting of the page is wrong, and does without it', async () => {
    const element = await shown(onMypv, [pv], { brandField: 'Brand of policy' });
    expect(text(element)).toContain(
      'De instelling Brand field van dit component is ongeldig: Brand of policy.',
    );
    expect(look(element, 'li.pill')).toHaveLength(2);
  });

  describe('shows the code to the customer from its row', () => {
    const portals = [
      { Code__c: 'MYPV', Landing_URL_nl__c: 'https://my.pv.be/', Landing_URL_fr__c: 'https://my.pv.be/fr' },
      { Code__c: 'MYVIVIUM', Landing_URL_nl__c: 'https://my.vivium.be/nl' },
    ];
    async function presented(account: Fields, policies: readonly Fields[], properties: object = {}) {
      const element = await mount(CuzoPills, {
        recordId: ACCOUNT,
        brandField: 'Brand__c',
        languageField: 'Taal__c',
        deceasedField: 'Dood__c',
        ...properties,
      });
      const given = answer({ ...nothing, ...account }, policies);
      const edges = portals.map((fields, at) => node(`a00${at}`, fields));
      await emit(graphql, { uiapi: { query: { ...given.uiapi.query, CuZo_Portal__c: { edges } } } });
      const [button] = look(element, 'c-cuzo-present-button') as unknown as [CuzoPresentButton?];
      return button?.presented;
    }

    test.each<[string, Fields, readonly Fields[], string | undefined]>([
      ['of the brand of the contract', {}, [vivium], 'https://my.vivium.be/nl'],
      ["in the customer's language", { Taal__c: 'Frans' }, [pv], 'https://my.pv.be/fr'],
      ['of the zone without account', onMypv, [pv, vivium], 'https://my.vivium.be/nl'],
      ['not for who is registered', onMypv, [pv], undefined],
      ['not without a contract', {}, [], undefined],
      ['not to a zone of which nothing is known', onMypv, [{ ...pv, Brand__c: null }], undefined],
      ['not for who has died', { Dood__c: '2026-06-03' }, [pv], undefined],
    ])('%s', async (_, account, policies, address) => {
      expect((await presented(account, policies))?.address).toBe(address);
    });

    test('not when the page says so', async () => {
      expect(await presented({}, [pv], { showInvite: false })).toBeUndefined();
    });
  });

  test('an empty list of errors beside the data is no error', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT, brandField: 'Brand__c' });
    await emitResult(graphql, { data: answer(nothing), errors: [] });
    expect(look(element, 'li.pill')).toHaveLength(2);
    expect(text(element)).not.toContain('konden niet worden geladen');
  });

  test('finds a contract that stands on a later page of the policies', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT, brandField: 'Brand__c' });
    await emit(graphql, answer({ ...nothing, ...onMypv }, Array(200).fill(pv), 'cursor-1'));
    expect(look(element, 'li.quiet')).toStrictEqual([]);
    expect(text(element)).not.toContain('aparte klantenzone');
    expect(asked(graphql, 'CuzoPills')?.variables).toEqual({ recordId: ACCOUNT, after: 'cursor-1' });
    await emit(graphql, answer({ ...nothing, ...onMypv }, [{ ...vivium, Name: '999' }], null, 200));
    expect(text(element)).toContain('aparte klantenzone');
  });

  test('no access is a quiet line, not an error', async () => {
    const element = await mount(CuzoPills, { recordId: ACCOUNT });
    await fail(
      graphql,
      "Validation error of type FieldUndefined: Field 'InsurancePolicy' in type 'RecordQuery' is undefined",
    );
    expect(text(element)).toMatch(/^U hebt geen toegang tot deze gegevens/);
  });
});
