import CuzoInvite from 'c/cuzoInvite';
import { emit, emitResult, fail, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';

const ACCOUNT = '001000000000001AAA';

type Fields = Readonly<Record<string, unknown>>;

const node = (id: string, fields: Fields) => ({
  node: { Id: id, ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])) },
});
const answer = (account: Fields, portals: readonly Fields[]) => ({
  uiapi: {
    query: {
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

/** The address in the code, in the words and in the link: they are always the same. */
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
    expect(addresses(element)).toEqual([]);
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
    expect(addresses(element)).toEqual([]);
    const [button] = look(element, 'button.unfold');
    expect(button!.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(button!.getAttribute('aria-expanded')).toBe('true');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
    await choose(element, 'MYVIVIUM');
    expect(look(element, 'button.unfold')).toEqual([]);
    expect(addresses(element)).toEqual(Array(3).fill('https://my.vivium.be/nl'));
  });

  test('is not there when the page says so, and asks for nothing', async () => {
    const element = await invite({ showInvite: false });
    expect(look(element, '*')).toEqual([]);
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
    expect(addresses(element)).toEqual([]);
    expect(text(element)).toContain('Het adres van MyP&V leidt niet naar een klantenzone.');
  });

  test('no address gives no code and says who can help', async () => {
    const element = await invite({}, MYVIVIUM);
    expect(addresses(element)).toEqual([]);
    expect(text(element)).toContain('Voor MyP&V is geen landingspagina ingesteld.');
  });

  test('says quietly that there is no access to the addresses', async () => {
    const element = await invite({}, {});
    expect(addresses(element)).toEqual([]);
    expect(text(element)).toContain('U hebt geen toegang tot deze gegevens');
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
