import CuzoInvite from 'c/cuzoInvite';
import { emit, fail, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';

const ACCOUNT = '001000000000001AAA';

const portal = (fields: { readonly Code__c?: string }) => ({
  node: {
    Id: `a00${fields.Code__c ?? ''}`,
    ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
  },
});
const answer = (...portals: readonly unknown[]) => ({
  uiapi: { query: { CuZo_Portal__c: { edges: portals } } },
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

async function invite(properties: Parameters<typeof mount<CuzoInvite>>[1] = {}, ...portals: object[]) {
  const element = await mount(CuzoInvite, { recordId: ACCOUNT, ...properties });
  const given = portals.length > 0 ? portals : [MYPV, MYVIVIUM];
  await emit(graphql, answer(...given.map((fields) => portal({ ...fields }))));
  return element;
}

/** The address in the code, in the words and in the link: they are always the same. */
function addresses(element: Element): string[] {
  const codes = look(element, 'c-cuzo-qr-code').map((code) => (code as unknown as { text: string }).text);
  const links = look(element, 'a');
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
    const element = await invite({ languageField: 'Language_Of_Customer__c' });
    await emit(getRecord, {
      apiName: 'Account',
      id: ACCOUNT,
      fields: { Language_Of_Customer__c: { value: 'Frans', displayValue: null } },
    });
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/fr'));
    await choose(element, 'nl');
    expect(addresses(element)).toEqual(Array(3).fill('https://my.pv.be/'));
  });

  test("keeps the agent's language when that field can't be read", async () => {
    const element = await invite({ languageField: 'Language_Of_Customer__c' });
    await fail(getRecord, 'No access');
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

  test('says what went wrong', async () => {
    const element = await mount(CuzoInvite, { recordId: ACCOUNT });
    await fail(graphql, 'Unknown object');
    expect(text(element)).toMatch(/De gegevens konden niet worden geladen .*Unknown object/);
  });
});
