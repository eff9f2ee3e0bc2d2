import CuzoInvite from 'c/cuzoInvite';
import { asked, emit, emitResult, fail, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';
import { CurrentPageReference } from 'lightning/navigation';

const ACCOUNT = '001000000000001AAA';

type Fields = Readonly<Record<string, unknown>>;

const node = (id: string, fields: Fields) => ({
  node: { Id: id, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])) },
});
const answer = (
  account: Fields,
  portals: readonly Fields[],
  policies: readonly Fields[] = [],
  next = '',
) => ({
  uiapi: {
    query: {
      InsurancePolicy: {
        edges: policies.map((fields, at) => node(`0Yv${at}${next}`, fields)),
        pageInfo: { hasNextPage: next !== '', endCursor: next },
      },
      Account: { edges: [node(ACCOUNT, account)] },
      CuZo_Portal__c: { edges: portals.map((fields, at) => node(`a00${at}`, fields)) },
    },
  },
});

const MYPV = {
  Code__c: 'MYPV',
  Landing_URL_nl__c: 'https://my.pv.be/',
  Landing_URL_fr__c: 'https://my.pv.be/fr',
  Landing_URL_de__c: null,
  Landing_URL_en__c: null,
};
const MYVIVIUM = {
  Code__c: 'MYVIVIUM',
  Landing_URL_nl__c: 'https://my.vivium.be/nl',
  Landing_URL_fr__c: 'https://my.vivium.be/fr',
  Landing_URL_de__c: null,
  Landing_URL_en__c: null,
};

const nobody = { CuZo_MyPV_Onboarded__c: false, CuZo_MyVivium_Onboarded__c: false };

type Properties = Parameters<typeof mount<CuzoInvite>>[1];

async function inviteOf(
  account: Fields,
  properties: Properties = {},
  portals: readonly Fields[] = [MYPV, MYVIVIUM],
) {
  const element = await mount(CuzoInvite, { recordId: ACCOUNT, ...properties });
  await emit(graphql, answer({ ...nobody, ...account }, portals));
  return element;
}
const invite = (properties: Properties = {}, ...portals: readonly Fields[]) =>
  inviteOf({}, properties, portals.length > 0 ? portals : undefined);

/** The addresses in the code, in the text and in the link, which must be equal. */
function addresses(element: Element): string[] {
  const codes = look(element, 'c-cuzo-qr-code').map((code) => (code as unknown as { text: string }).text);
  const links = look(element, 'a[target]');
  return [...codes, ...links.map((link) => link.getAttribute('href')!), ...links.map(text)];
}

const choose = (element: Element, value: string) => press(look(element, `input[value="${value}"]`)[0]);
const card = (element: Element) => look(element, 'lightning-card')[0] as unknown as { title: string };

describe('c-cuzo-invite', () => {
  test("has one code, of MyP&V, in the agent's language, with its address as a link", async () => {
    const element = await invite();
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
    expect(card(element).title).toBe('Uitnodiging voor MyP&V');
    expect(look(element, 'svg')[0]!.getAttribute('aria-label')).toBe(
      'QR-code die naar https://my.pv.be/ leidt',
    );
    expect(text(element)).toContain('Laat de klant deze code scannen, of geef hem het adres.');
  });

  test('changes to the other zone and language', async () => {
    const element = await invite();
    await choose(element, 'MYVIVIUM');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.vivium.be/nl'));
    expect(card(element).title).toBe('Uitnodiging voor MyVivium');
    await choose(element, 'fr');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.vivium.be/fr'));
  });

  test('falls back to another language where the zone has no page in this one', async () => {
    const element = await invite();
    await choose(element, 'de');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
  });

  test("starts in the customer's language, from the field that the page names", async () => {
    const element = await inviteOf({ Language__c: 'Frans' }, { languageField: 'Language__c' });
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/fr'));
    await choose(element, 'nl');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
  });

  test("keeps the agent's language when that field can't be read", async () => {
    const element = await invite({ languageField: 'Language__c' });
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
  });

  test.each<[string, unknown]>([
    ['a date', '2026-06-03'],
    ['a ticked box', true],
  ])('does not invite a customer who has died: %s', async (_, value) => {
    const element = await inviteOf({ Died__c: value }, { deceasedField: 'Died__c' });
    expect(text(element)).toBe('De klant is overleden: er is geen uitnodiging.');
    expect(addresses(element)).toStrictEqual([]);
  });

  test.each<[string, Fields]>([
    ['no date', { Died__c: null }],
    ['an empty box', { Died__c: false }],
    ['no access to the field', {}],
  ])('invites a customer of whom the field says nothing: %s', async (_, fields) => {
    expect(addresses(await inviteOf(fields, { deceasedField: 'Died__c' }))).toHaveLength(3);
  });

  test.each<[string, Fields, RegExp]>([
    ['on a day', { CuZo_MyPV_Onboarding_Date__c: '2024-03-28' }, /Geregistreerd sinds 28 mrt\.? 2024/],
    ['on an unknown day', { CuZo_MyPV_Onboarding_Date__c: null }, /Geregistreerd, datum onbekend/],
  ])('folds away behind the date for a customer registered %s', async (_, fields, words) => {
    const element = await inviteOf({ CuZo_MyPV_Onboarded__c: true, ...fields });
    expect(text(element)).toMatch(words);
    expect(addresses(element)).toStrictEqual([]);
    const [button] = look(element, 'button.unfold');
    expect(button!.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(button!.getAttribute('aria-expanded')).toBe('true');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
    await choose(element, 'MYVIVIUM');
    expect(look(element, 'button.unfold')).toStrictEqual([]);
    expect(addresses(element)).toEqual(Array(3).fill('https://my.vivium.be/nl'));
  });

  test('is not there when the page says so, and asks for nothing', async () => {
    const element = await invite({ showInvite: false });
    expect(look(element, '*')).toStrictEqual([]);
  });

  test('says which setting of the page is wrong, and does without it', async () => {
    const element = await invite({ languageField: 'Taal van de klant' });
    expect(text(element)).toContain('De instelling Language field van dit component is ongeldig');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
  });

  test('offers no other zone when the page has one', async () => {
    const element = await invite({ zone: 'MYVIVIUM' });
    expect(addresses(element)).toEqual(Array(3).fill('https://my.vivium.be/nl'));
    expect(look(element, 'input').map((input) => (input as HTMLInputElement).value)).toEqual([
      'nl',
      'fr',
      'de',
      'en',
    ]);
  });

  test.each([
    ['an address of another host', 'https://example.com/'],
    ['an address of the other zone', 'https://my.vivium.be/nl'],
    ['an address without https', 'http://my.pv.be/'],
  ])('%s gives no code and says why', async (_, address) => {
    const element = await invite({}, { ...MYPV, Landing_URL_nl__c: address }, MYVIVIUM);
    expect(addresses(element)).toStrictEqual([]);
    expect(text(element)).toContain('Het adres van MyP&V leidt niet naar een klantenzone.');
  });

  test('no address gives no code and says who can help', async () => {
    const element = await invite({}, MYVIVIUM);
    expect(addresses(element)).toStrictEqual([]);
    expect(text(element)).toContain('Voor MyP&V is geen landingspagina ingesteld.');
  });

  test('says quietly that there is no access to the addresses', async () => {
    const element = await invite({}, {});
    expect(addresses(element)).toStrictEqual([]);
    expect(text(element)).toContain('U hebt geen toegang tot deze gegevens');
  });

  describe('opens on the zone that needs it', () => {
    const pv = { Name: '1', IsActive: true, Brand__c: 'P&V' };
    const vivium = { ...pv, Brand__c: 'Vivium' };
    const ended = { ...vivium, IsActive: false };
    const unknown = { ...pv, Brand__c: null };
    const [onMypv, onVivium] = [{ CuZo_MyPV_Onboarded__c: true }, { CuZo_MyVivium_Onboarded__c: true }];
    const both = { ...onMypv, ...onVivium };

    async function opened(account: Fields, policies: readonly Fields[]) {
      const element = await mount(CuzoInvite, { recordId: ACCOUNT, brandField: 'Brand__c' });
      await emit(graphql, answer({ ...nobody, ...account }, [MYPV, MYVIVIUM], policies));
      const isFolded = look(element, 'button.unfold').length > 0;
      return [card(element).title.replace('Uitnodiging voor ', ''), isFolded ? 'folded' : 'open'];
    }

    test.each<[string, Fields, readonly Fields[], string, string]>([
      ['Vivium alone', {}, [vivium], 'MyVivium', 'open'],
      ['P&V alone', {}, [pv], 'MyP&V', 'open'],
      ['both brands', {}, [pv, vivium], 'MyP&V', 'open'],
      ['both brands, on MyP&V', onMypv, [pv, vivium], 'MyVivium', 'open'],
      ['both brands, on both', both, [pv, vivium], 'MyP&V', 'folded'],
      ['Vivium, on MyVivium', onVivium, [vivium], 'MyVivium', 'folded'],
      ['Vivium, on MyP&V from before', onMypv, [vivium], 'MyVivium', 'open'],
      ['no contract', {}, [], 'MyP&V', 'folded'],
      ['one that has ended', {}, [ended], 'MyP&V', 'folded'],
      ['an unknown brand', {}, [unknown], 'MyP&V', 'open'],
      ['an unknown brand, on MyP&V', onMypv, [unknown], 'MyP&V', 'folded'],
      ['P&V and an unknown brand, on MyP&V', onMypv, [pv, unknown], 'MyP&V', 'folded'],
      ['no access to what is active', {}, [{ Brand__c: 'Vivium' }], 'MyP&V', 'open'],
    ])('a customer with %s', async (_, account, policies, zone, state) => {
      expect(await opened(account, policies)).toEqual([zone, state]);
    });

    test('says why a zone is folded', async () => {
      const element = await mount(CuzoInvite, { recordId: ACCOUNT, brandField: 'Brand__c' });
      await emit(graphql, answer(nobody, [MYPV, MYVIVIUM], []));
      expect(text(look(element, '.folded p')[0])).toBe('Geen actief contract');
      await press(look(element, 'button.unfold')[0]);
      expect(addresses(element)).toHaveLength(3);
    });

    test('waits for all policies, so that no zone changes under the hand', async () => {
      const element = await mount(CuzoInvite, { recordId: ACCOUNT, brandField: 'Brand__c' });
      await emit(graphql, answer(nobody, [MYPV, MYVIVIUM], [ended], 'c1'));
      expect(text(element)).toContain('Bezig met laden');
      expect(asked(graphql, 'CuzoInvite')?.variables).toEqual({ recordId: ACCOUNT, after: 'c1' });
      await emit(graphql, answer(nobody, [MYPV, MYVIVIUM], [vivium]));
      expect(card(element).title).toBe('Uitnodiging voor MyVivium');
    });

    test.each([
      ['MYVIVIUM', 'MyVivium'],
      ['MYPV', 'MyP&V'],
      ['ELSEWHERE', 'MyP&V'],
    ])('a link to the page that names %s opens %s; the agent can still choose', async (named, zone) => {
      const element = await invite();
      await emit(CurrentPageReference, { type: 'standard__recordPage', state: { c__zone: named } });
      expect(card(element).title).toBe(`Uitnodiging voor ${zone}`);
      await choose(element, 'MYPV');
      expect(card(element).title).toBe('Uitnodiging voor MyP&V');
    });
  });

  test("mails to the customer's address when the page names the field", async () => {
    const element = await inviteOf({ Email__c: 'an@example.com' }, { emailField: 'Email__c' });
    expect(look(element, 'a.mail')[0]!.getAttribute('href')).toMatch(/^mailto:an@example\.com\?/);
    const without = await inviteOf({}, { emailField: 'Email__c' });
    expect(look(without, 'a.mail')[0]!.getAttribute('href')).toMatch(/^mailto:\?/);
  });

  test('tells a German customer of MyVivium in which languages the site is', async () => {
    const element = await inviteOf({ Taal__c: 'Duits' }, { languageField: 'Taal__c', zone: 'MYVIVIUM' });
    expect(text(element)).toContain('Talen van de website: Nederlands, Frans.');
    await choose(element, 'fr');
    expect(text(element)).not.toContain('Talen van de website');
  });

  test('says that it loads', async () => {
    expect(text(await mount(CuzoInvite, { recordId: ACCOUNT }))).toContain('Bezig met laden');
  });

  test('an empty list of errors beside the data is no error', async () => {
    const element = await mount(CuzoInvite, { recordId: ACCOUNT });
    await emitResult(graphql, { data: answer(nobody, [MYPV, MYVIVIUM]), errors: [] });
    expect(addresses(element)).toHaveLength(3);
  });

  test('says what went wrong', async () => {
    const element = await mount(CuzoInvite, { recordId: ACCOUNT });
    await fail(graphql, 'Unknown object');
    expect(text(element)).toMatch(/De gegevens konden niet worden geladen .*Unknown object/);
  });
});
