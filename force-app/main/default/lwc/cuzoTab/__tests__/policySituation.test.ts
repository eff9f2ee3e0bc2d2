import type { RecordData } from 'lightning/uiRecordApi';
import { heldBy, heldText } from '../differences';
import { POLICY_FIELDS, policyVisibility } from '../policyVisibility';
import { policySituation, type PolicySituation, type TabChoices } from '../policySituation';
import { shownView, valueText } from '../shownView';
import { customer, hidden, nothingKnown, policy, shown } from './policies';

const CHOICES: TabChoices = {
  brandField: 'Brand__c',
  deceasedField: 'Date_of_Death__c',
  comparedFields: undefined,
  showDifferences: true,
  showDocuments: false,
};
const MYPV = { Brand__c: 'P&V' };
const MYVIVIUM = { Brand__c: 'Vivium' };
const DIED = { Date_of_Death__c: '2026-01-02' };
const AS_OF = '2026-11-20T02:30:00.000Z';

const words = (code: string, value: unknown, label?: unknown) => ({
  code,
  kind: 'text',
  value,
  ...(label === undefined ? {} : { label }),
});
const viewOf = (...items: readonly unknown[]) => ({
  v: 1,
  title: 'Fiets',
  sections: [
    { code: 'details', items: [words('make', 'Achielle')] },
    { code: 'vehicle', items },
  ],
});
const VIEW = viewOf(
  words('contract-number', '1'),
  words('model', 'Craighton'),
  words('contract-number', '3'),
);

function situation(record: unknown, choices: Partial<TabChoices> = {}): PolicySituation {
  return policySituation(record as RecordData, { ...CHOICES, ...choices });
}

const messages = ({ notices }: PolicySituation): readonly string[] =>
  notices.map(({ kind, message }) => `${kind}: ${message}`);
const HIDDEN = 'info: De klant ziet deze polis niet in MyP&V.';
const NOT_REGISTERED = 'warning: De klant is niet geregistreerd in MyP&V en ziet deze polis daar dus niet.';
const REGISTERED = 'info: De klant is sinds 8 okt 2024 in MyP&V geregistreerd.';
const NO_ACCESS =
  'info: U hebt geen toegang tot deze gegevens. Vraag uw beheerder om de machtigingenset CuZo Agent.';
const DECEASED = 'info: De klant is overleden en gebruikt de klantenzone niet meer.';

describe('the visibility of a policy', () => {
  test.each<[string, Record<string, string | null>, PolicySituation['kind'], string | null]>([
    ['is hidden', { CuZo_Visibility__c: 'Hidden', CuZo_As_Of__c: AS_OF }, 'hidden', AS_OF],
    ['is hidden, of no known time', { CuZo_Visibility__c: 'Hidden' }, 'hidden', null],
    ['is not known', { CuZo_Visibility__c: null, CuZo_As_Of__c: AS_OF }, 'nothing-known', null],
    ['may not be read', { CuZo_View__c: '', CuZo_As_Of__c: AS_OF }, 'no-access', null],
    ['is shown in a view that may not be read', { CuZo_Visibility__c: 'Shown' }, 'no-access', null],
    ['is shown without a view', { CuZo_Visibility__c: 'Shown', CuZo_View__c: null }, 'unreadable', null],
    ['is shown in a broken view', { CuZo_Visibility__c: 'Shown', CuZo_View__c: '{' }, 'unreadable', null],
    [
      'is shown in a later version',
      { CuZo_Visibility__c: 'Shown', CuZo_View__c: '{"v":2}' },
      'later-version',
      null,
    ],
    [
      'is shown',
      { CuZo_Visibility__c: 'Shown', CuZo_View__c: JSON.stringify(VIEW), CuZo_As_Of__c: AS_OF },
      'shown',
      AS_OF,
    ],
  ])('that %s', (_, fields, kind, asOf) => {
    const found = situation(policy(fields));
    expect(found).toMatchObject({ kind, asOf });
    expect(found.view === null).toBe(kind !== 'shown');
  });

  test.each([
    [
      'hidden',
      hidden('niche', { CuZo_Product__c: 'boat', CuZo_As_Of__c: AS_OF }),
      { kind: 'hidden', reason: 'niche', product: 'boat', asOf: AS_OF },
    ],
    [
      'shown',
      shown(VIEW, { CuZo_Product__c: 'bicycle' }),
      { kind: 'shown', product: 'bicycle', asOf: AS_OF },
    ],
  ])('follows from the fields that the tab asks for: %s', (_, { fields, ...record }, known) => {
    const asked = new Set<string>(POLICY_FIELDS.map(({ fieldApiName }) => fieldApiName));
    const answered = Object.fromEntries(Object.entries(fields).filter(([name]) => asked.has(name)));
    expect(policyVisibility({ ...record, fields: answered })).toMatchObject(known);
  });

  test.each([
    ['the code', { CuZo_Product__c: 'car' }, 'Auto'],
    ['a code of none of the labels', { CuZo_Product__c: 'airship' }, 'airship'],
    ['nothing', { CuZo_Product__c: null }, null],
    ['what may not be read', {}, null],
  ])('names the product by %s', (_, fields, product) => {
    expect(situation(shown(VIEW, fields)).view?.product).toBe(product);
  });
});

describe('the notices of a policy', () => {
  test.each<[string, unknown, readonly string[], boolean]>([
    ['hidden, not registered', hidden('niche', MYPV, customer(null, null)), [HIDDEN, NOT_REGISTERED], true],
    ['hidden, registered', hidden('niche', MYPV, customer('2024-10-08', null)), [HIDDEN, REGISTERED], false],
    ['hidden, registration not known', hidden('niche', MYPV), [HIDDEN], false],
    [
      'hidden, not registered and deceased',
      hidden('niche', MYPV, { ...customer(null, null), ...DIED }),
      [HIDDEN, DECEASED],
      false,
    ],
    ['shown, not registered', shown(VIEW, MYPV, customer(null, null)), [NOT_REGISTERED], true],
    ['not to be read, not registered', policy(MYPV, customer(null, null)), [NO_ACCESS], false],
    [
      'not known, not registered',
      nothingKnown(MYPV, customer(null, null)),
      ['info: MyP&V heeft over deze polis nog niets meegedeeld.', NOT_REGISTERED],
      true,
    ],
  ])('that is %s', (_, record, notices, isToInvite) => {
    const found = situation(record);
    expect(messages(found)).toEqual(notices);
    expect(found.customerToInvite).toBe(isToInvite ? '001000000000001AAA' : null);
  });

  test.each([
    ['bicycle', 'Fietscontracten staan nog niet in de klantenzone.'],
    ['too-heavy', 'De klantenzone geeft als reden: too-heavy.'],
    [null, 'De klantenzone geeft geen reden.'],
  ])('of a hidden policy give the reason %j', (reason, hint) => {
    expect(situation(hidden(reason)).notices[0]?.hint).toBe(hint);
  });

  test.each([
    ["the brand's zone", hidden('niche', MYVIVIUM), CHOICES.brandField, ['MYVIVIUM']],
    ['a brand with spaces around', hidden('niche', { Brand__c: ' P&V ' }), CHOICES.brandField, ['MYPV']],
    [
      'no zone of that brand',
      hidden('niche', { Brand__c: 'Elders' }),
      CHOICES.brandField,
      ['MYPV', 'MYVIVIUM'],
    ],
    ['a page without a brand field', hidden('niche', MYVIVIUM), undefined, ['MYPV', 'MYVIVIUM']],
  ])('are about %s', (_, record, brandField, zones) => {
    expect(situation(record, { brandField }).zones.map(({ code }) => code)).toEqual(zones);
  });

  test('take nobody for dead on a page without a field for it', () => {
    const record = hidden('niche', MYPV, { ...customer(null, null), ...DIED });
    expect(situation(record, { deceasedField: undefined }).customer.isDeceased).toBe(false);
  });
});

describe('the differences of a policy', () => {
  const held = { Name: '3' };

  test('each name the item, its place and what Connect 360 holds', () => {
    const { differences, differencesNotice, view } = situation(shown(VIEW, held));
    expect(differences).toEqual([
      { key: '1/0', section: '1', item: '0', words: 'Contractnummer · In Connect 360: 3' },
    ]);
    expect(differencesNotice).toEqual({ kind: 'warning', message: 'Verschillen met Connect 360: 1' });
    expect(view?.sections.map(({ key }) => key)).toEqual(['0', '1']);
  });

  test.each<[string, PolicySituation]>([
    ['nothing differs', situation(shown(viewOf(words('contract-number', '3')), held))],
    ['the page leaves them out', situation(shown(VIEW, held), { showDifferences: false })],
    ['an admin compares no numbers', situation(shown(VIEW, held), { comparedFields: 'contract-number=' })],
    ['the policy is hidden', situation(hidden('niche', held))],
  ])('are none when %s', (_, { differences, differencesNotice }) => {
    expect([differences, differencesNotice]).toEqual([[], null]);
  });
});

test.each<[Parameters<typeof heldText>[0], string]>([
  [{ kind: 'day', day: '2024-02-15' }, '15 feb 2024'],
  [{ kind: 'money', number: '1234.5', display: '€ 1.234,50' }, '€ 1.234,50'],
  [{ kind: 'money', number: '1234.5', display: null }, '1.234,5'],
  [{ kind: 'number', number: '1234.5', display: 'not in the formats of the agent' }, '1.234,5'],
  [{ kind: 'percent', number: '12.5', display: '12.50' }, '12,5%'],
  [{ kind: 'covered', covered: true }, 'Verzekerd'],
  [{ kind: 'covered', covered: false }, 'Niet verzekerd'],
  [{ kind: 'text', text: 'words' }, 'words'],
])('what Connect 360 holds, %j, is written %s', (difference, text) => {
  expect(heldText(difference)).toBe(text);
});

test('what Connect 360 holds has the text of the org, where it gives one', () => {
  const record = policy({ Name: 'P-1' });
  const fields = { ...record.fields, PremiumAmount: { value: 5, displayValue: '€ 5' } };
  const held = heldBy({ ...record, fields });
  expect(held('PremiumAmount')).toEqual({ value: 5, display: '€ 5' });
  expect(held('Name')).toEqual({ value: 'P-1', display: null });
  expect(held('RenewalDate')).toEqual({ value: undefined, display: null });
});

test.each([
  [false, ['Details', 'Voertuig']],
  [true, ['Details', 'Voertuig', 'Documenten']],
])('documents come last, when the page shows them: %s', (showDocuments, headings) => {
  const { view } = situation(shown(VIEW), { showDocuments });
  expect(view?.sections.map(({ heading }) => heading)).toEqual(headings);
});

describe('a view in words', () => {
  type Sections = Parameters<typeof shownView>[0]['sections'];
  const inWords = (title: string, ...items: readonly unknown[]) =>
    shownView(
      { title, sections: [{ code: 'details', items }] as unknown as Sections, documents: [] },
      null,
      ({ code }) => (code === 'differs' ? 'else' : undefined),
    );

  test.each([
    ['Fiets', 'Fiets'],
    [' Fiets', ' Fiets'],
    ['', 'Zonder naam'],
    [' \n', 'Zonder naam'],
  ])('title %j: %s', (title, name) => {
    expect(inWords(title).title).toBe(name);
  });

  test('items have the place as key, and say what differs', () => {
    expect(inWords('', words('make', 'a'), words('differs', 'b')).sections).toEqual([
      {
        key: '0',
        heading: 'Details',
        items: [
          { key: '0', label: 'Merk', text: 'a' },
          { key: '1', label: 'differs', text: 'b', difference: 'In Connect 360: else' },
        ],
      },
    ]);
  });

  test.each([
    ["the code's own label", 'make', 'Fabricant', 'Merk'],
    ['the label of the view', 'carpet', 'Tapijt', 'Tapijt'],
    ["the view's label in the agent's language", 'carpet', { fr: 'Tapis', nl: 'Tapijt' }, 'Tapijt'],
    ['its first known language', 'carpet', { es: 'Alfombra', de: 'Teppich', fr: 'Tapis' }, 'Tapis'],
    ['any language', 'carpet', { es: 'Alfombra' }, 'Alfombra'],
    ['the code, when labels are empty', 'carpet', { nl: ' ', fr: '' }, 'carpet'],
    ['the code, when the label is empty', 'carpet', ' ', 'carpet'],
    ['the code, when there is no label', 'carpet', undefined, 'carpet'],
    ['the code, when labels are no texts', 'carpet', { nl: 5 }, 'carpet'],
    ['no name', ' ', undefined, 'Zonder naam'],
  ])('%s names an item', (_, code, label, name) => {
    expect(inWords('', words(code, '', label)).sections[0]?.items[0]?.label).toBe(name);
  });

  test.each([
    ['covered', true, { text: 'Verzekerd', sign: 'check' }],
    ['covered', false, { text: 'Niet verzekerd', sign: 'cross' }],
    ['covered', 'ja', { text: 'ja' }],
    ['text', true, { text: 'true' }],
    ['text', null, { text: 'Niet ingevuld' }],
  ])('%s %j', (kind, value, item) => {
    const [section] = inWords('', { code: 'make', kind, value }).sections;
    expect(section?.items).toEqual([{ key: '0', label: 'Merk', ...item }]);
  });

  test.each([
    ['text', 'words', 'words'],
    ['text', undefined, ''],
    ['text', { deep: [1] }, '{"deep":[1]}'],
    ['date', '2024-02-14', '14 feb 2024'],
    ['date', 20240214, '20240214'],
    ['money', { amount: '504.92', currency: 'EUR' }, '€ 504,92'],
    ['money', { amount: 504.92, currency: 'EUR' }, '{"amount":504.92,"currency":"EUR"}'],
    ['money', { amount: '504.92' }, '{"amount":"504.92"}'],
    ['number', { value: 1998, unit: 'cc' }, '1.998 cc'],
    ['number', { value: 1998 }, '1.998'],
    ['number', { value: 1998, unit: 5 }, '1.998'],
    ['number', { value: '1998', unit: 'cc' }, '{"value":"1998","unit":"cc"}'],
    ['percent', 12.5, '12,5%'],
    ['percent', '12.5', '12.5'],
    ['covered', true, 'true'],
    ['hologram', { depth: 3 }, '{"depth":3}'],
    ['constructor', 'words', 'words'],
  ])('%s %j is %s', (kind, value, text) => {
    expect(valueText(kind, value).replaceAll('\u00a0', ' ')).toBe(text);
  });

  test('lists too deep to write are an ellipsis', () => {
    const depth = 60_000;
    expect(valueText('text', JSON.parse(`${'['.repeat(depth)}${']'.repeat(depth)}`))).toBe('…');
  });
});
