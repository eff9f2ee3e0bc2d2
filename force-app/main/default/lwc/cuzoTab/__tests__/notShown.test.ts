import CuzoTab from 'c/cuzoTab';
import { emit, look, mount, settled, text } from 'kit';
import { graphql } from 'lightning/graphql';
import { getRecord } from 'lightning/uiRecordApi';
import type { TabChoices } from '../policySituation';
import { BIKE, customer, hidden, nothingKnown, shown } from './policies';

async function tab(record: unknown, properties: Partial<TabChoices> = {}): Promise<Element> {
  const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA', ...properties });
  await emit(getRecord, record);
  await settled();
  return element;
}

const notices = (element: Element): string[] => look(element, 'c-cuzo-notice').map(text);
const links = (element: Element): string[] => look(element, 'a').map(text);
const newest = (mypv: string) => ({
  uiapi: { query: { MYPV: { edges: [{ node: { Id: 'a01', Newest_MyPV_Event__c: { value: mypv } } }] } } },
});
const BRAND = { brandField: 'Brand__c' };
const INVITE = 'Open de klantfiche om de klant uit te nodigen';

describe('c-cuzo-tab, a policy that is hidden', () => {
  test.each([
    ['that it knows', 'bicycle', 'Fietscontracten staan nog niet in de klantenzone.'],
    ['that it does not know', 'too-heavy', 'De klantenzone geeft als reden: too-heavy.'],
    [
      'that reads like a property of an object',
      'constructor',
      'De klantenzone geeft als reden: constructor.',
    ],
    ['that is not given', null, 'De klantenzone geeft geen reden.'],
  ])('gives the reason %s', async (_, reason, words) => {
    const element = await tab(hidden(reason));
    expect(notices(element)).toEqual([`De klant ziet deze polis niet in zijn klantenzone. ${words}`]);
    expect(look(element, 'c-cuzo-view')).toStrictEqual([]);
  });

  test('says what customer and agent can do', async () => {
    const element = await tab(hidden('niche'));
    expect(look(look(element, 'c-cuzo-zone-facts')[0]!, 'li').map(text)).toEqual([
      expect.stringContaining('‘Ik kan mijn contract niet vinden’'),
      expect.stringContaining('tabblad Details'),
    ]);
  });

  test("names the zone of the policy's brand and the customer's account there", async () => {
    const element = await tab(
      hidden('niche', { Brand__c: 'Vivium' }, customer('2024-10-08', '2025-01-20')),
      BRAND,
    );
    expect(notices(element)).toEqual([
      'De klant ziet deze polis niet in MyVivium. Nicheproducten zoals BA Jacht staan niet in de klantenzone.',
      'De klant is sinds 20 jan 2025 in MyVivium geregistreerd.',
    ]);
    expect(look(element, 'c-cuzo-zone-facts')).toMatchObject([{ zones: ['MYVIVIUM'] }]);
    expect(links(element)).toStrictEqual([]);
  });

  test('tells a customer of one zone that the other needs a separate account', async () => {
    const element = await tab(hidden('niche', { Brand__c: 'Vivium' }, customer('2024-10-08', null)), BRAND);
    expect(notices(element)[1]).toBe(
      'De klant is niet geregistreerd in MyVivium en ziet deze polis daar dus niet. MyVivium staat los van MyP&V: de klant heeft voor elke klantenzone een eigen account nodig.',
    );
    expect(links(element)).toEqual([INVITE]);
  });

  test('says of a customer who has died that there is nothing to invite them to', async () => {
    const died = { ...customer(null, null), Date_of_Death__c: '2026-01-02' };
    const choices = { ...BRAND, deceasedField: 'Date_of_Death__c' };
    const element = await tab(hidden('niche', { Brand__c: 'P&V' }, died), choices);
    expect(notices(element)[1]).toBe('De klant is overleden en gebruikt de klantenzone niet meer.');
    expect(look(element, 'c-cuzo-zone-facts')).toMatchObject([{ customer: { isDeceased: true } }]);
    expect(links(element)).toStrictEqual([]);
    const alive = { ...customer(null, null), Date_of_Death__c: null };
    expect(links(await tab(hidden('niche', { Brand__c: 'P&V' }, alive), choices))).toEqual([INVITE]);
    expect(links(await tab(hidden('niche', { Brand__c: 'P&V' }, died), BRAND))).toEqual([INVITE]);
  });

  test.each([
    ['MYPV', { Brand__c: 'P&V' }, customer(null, '2024-10-08'), false],
    ['MYVIVIUM', { Brand__c: 'Vivium' }, customer(null, '2024-10-08'), true],
    ['any zone', {}, customer(null, '2024-10-08'), true],
    ['any zone', {}, customer(null, null), false],
    ['any zone', {}, {}, null],
  ])('takes advice for a customer as %s knows them', async (_, fields, known, isRegistered) => {
    const element = await tab(hidden('niche', fields, { ...known, IsPersonAccount: false }), BRAND);
    const facts = { isRegistered, isDeceased: false, isBusiness: true };
    expect(look(element, 'c-cuzo-zone-facts')).toMatchObject([{ customer: facts }]);
  });

  test('says until when the zone was checked, and warns when that is long ago', async () => {
    const now = jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T10:00:00Z'));
    const element = await tab(
      hidden('niche', { Brand__c: 'P&V', CuZo_As_Of__c: '2025-11-20T02:30:00.000Z' }),
      BRAND,
    );
    const stale = 'MyP&V: geen nieuwe gegevens sinds 19 nov 2026';
    await emit(graphql, newest('2026-11-19T22:00:01.000Z'));
    expect(text(look(element, '.freshness')[0])).toMatch(
      /^Laatst gewijzigd op 20 nov 2025.* · MyP&V nagekeken tot 19 nov 2026/,
    );
    expect(text(element)).not.toContain(stale);
    await emit(graphql, newest('2026-11-19T21:59:59.000Z'));
    expect(text(element)).toContain(stale);
    now.mockRestore();
  });

  test('takes another brand for none', async () => {
    const element = await tab(hidden('niche', { Brand__c: 'Elders' }, customer(null, '2025-01-20')), BRAND);
    expect(notices(element)).toHaveLength(1);
    expect(look(element, 'c-cuzo-zone-facts')).toMatchObject([{ zones: ['MYPV', 'MYVIVIUM'] }]);
  });
});

describe('c-cuzo-tab, a policy of which nothing is known', () => {
  test('says that the customer is not registered, with the way to the invitation', async () => {
    const element = await tab(nothingKnown({ Brand__c: 'P&V' }, customer(null, null)), BRAND);
    expect(notices(element)).toEqual([
      'MyP&V heeft over deze polis nog niets meegedeeld.',
      'De klant is niet geregistreerd in MyP&V en ziet deze polis daar dus niet.',
    ]);
    expect(look(element, 'a').map((link) => link.getAttribute('href'))).toEqual(['https://www.example.com']);
  });

  test('says so too when the brand is not known and the customer is nowhere', async () => {
    const element = await tab(nothingKnown({}, customer(null, null)));
    expect(notices(element)[1]).toBe(
      'De klant is in geen klantenzone geregistreerd en ziet deze polis dus niet.',
    );
    expect(links(element)).toEqual([INVITE]);
  });

  test('says of a registered customer of when the newest data of the zone is', async () => {
    const element = await tab(nothingKnown({ Brand__c: 'P&V' }, customer('2024-10-08', null)), BRAND);
    expect(notices(element)).toEqual([
      'MyP&V heeft over deze polis nog niets meegedeeld.',
      'De klant is sinds 8 okt 2024 in MyP&V geregistreerd.',
    ]);
    await emit(graphql, newest('2026-11-20T02:30:00.000Z'));
    expect(text(look(element, '.freshness')[0])).toMatch(/^MyP&V nagekeken tot 20 nov 2026/);
    expect(links(element)).toStrictEqual([]);
  });

  test('says nothing about a customer of whom nothing is known', async () => {
    expect(notices(await tab(nothingKnown({ Brand__c: 'P&V' }), BRAND))).toHaveLength(1);
  });
});

describe('c-cuzo-tab, a policy that is shown', () => {
  test('warns when the customer has no account to see it with', async () => {
    const element = await tab(shown(BIKE, { Brand__c: 'P&V' }, customer(null, null)), BRAND);
    expect(notices(element)).toEqual([
      'De klant is niet geregistreerd in MyP&V en ziet deze polis daar dus niet.',
    ]);
    expect(look(element, 'c-cuzo-view-section')).toHaveLength(2);
    expect(links(element)).toEqual([INVITE]);
  });

  test('says which setting of the page is wrong', async () => {
    const element = await tab(shown(BIKE), { brandField: 'Merk van de polis' });
    expect(notices(element)[0]).toContain('Brand field');
  });
});
