import CuzoTab from 'c/cuzoTab';
import { emit, fail, look, mount, text } from 'kit';
import { getRecord } from 'lightning/uiRecordApi';
import type { TabChoices } from '../policySituation';
import { BIKE, CAR, customer, policy, shown } from './policies';

async function tab(
  record: unknown,
  properties: Partial<TabChoices> & { startFolded?: boolean } = {},
): Promise<Element> {
  const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA', ...properties });
  await emit(getRecord, record);
  return element;
}

/** Each section of the page as its heading and its pairs. */
function sections(element: Element): unknown[] {
  return look(element, 'c-cuzo-view-section').map((section) => [
    text(look(section, '[role=heading]')[0]),
    ...look(section, '.pair').map((pair) => [text(look(pair, 'dt')[0]), text(look(pair, 'dd')[0])]),
  ]);
}

/** The pairs of a view with these items only. */
async function pairs(...items: readonly unknown[]): Promise<unknown> {
  const element = await tab(shown({ v: 1, title: 'Polis', sections: [{ code: 'details', items }] }));
  const [section] = sections(element) as unknown[][];
  return section!.slice(1);
}

const YES = 'Verzekerd';
const NO = 'Niet verzekerd';

describe('c-cuzo-tab', () => {
  test("shows the FAQ's car, section by section, pair by pair", async () => {
    const element = await tab(shown(CAR));
    expect(text(look(element, '[role=heading]')[0])).toBe('Audi - A5 Sportback (2011) (8TA) - 1EAA999');
    expect(sections(element)).toEqual([
      [
        'Details',
        ['Voertuig', 'Audi - A5 Sportback (2011) (8TA) - 1EAA999'],
        ['Contractnummer', '111000171363'],
        ['Vernieuwingsdatum', '14 feb 2024'],
        ['Jaarlijkse premie', '€ 504,92'],
      ],
      [
        'Voertuig informatie',
        ['Merk', 'Audi'],
        ['Model', 'A5 Sportback (2011) (8TA)'],
        ['Nummerplaat', '1EAA999'],
        ['Vermogen (kW)', '100'],
      ],
      [
        'Passagiers, anderen en bestuurder',
        ['Burgerlijke aansprakelijkheid', YES],
        ['Bescherming van de bestuurder', NO],
        ['Rechtsbijstand', YES],
      ],
      [
        'Voertuig',
        ['Glasbraak', NO],
        ['Brand', NO],
        ['Natuurkrachten en dieren', NO],
        ['Diefstal', NO],
        ['Materiële schade', NO],
      ],
      [
        'Mobiliteit',
        ['Bijstand ongeval', YES],
        ['Pechbijstand', NO],
        ['Bijstand personen', NO],
        ['Bijstand diefstal', NO],
        ['Upgrade voertuig', NO],
        ['Banden', NO],
      ],
      ['Inhoud - activiteiten', ['Uitrusting van de motorbestuurder', NO], ['Private inhoud', NO]],
      ['Hoofdbestuurder', ['Voornaam', 'JANNUONE'], ['Naam', 'JANNUONE']],
      ['Documenten'],
    ]);
    const signs = look(element, 'dd[class]').map(({ className }) => className);
    expect(new Set(signs)).toEqual(new Set(['check', 'cross']));
    expect(signs.filter((sign) => sign === 'check')).toHaveLength(3);
    expect(text(element)).toMatch(/Laatst gewijzigd op 20 nov 2026.*03:30$/);
  });

  test('writes numbers and percentages as the agent does', async () => {
    expect(
      await pairs(
        { code: 'cylinder-capacity', kind: 'number', value: { value: 1998, unit: 'cc' } },
        { code: 'guaranteed-interest', kind: 'percent', value: 12.5 },
      ),
    ).toEqual([
      ['Cilinderinhoud', '1.998 cc'],
      ['Gewaarborgde rentevoet', '12,5%'],
    ]);
  });

  test('names a code without a label by the document, else by the code', async () => {
    expect(
      await pairs(
        { code: 'flying-hours', label: 'Vlieguren', kind: 'text', value: 'a' },
        { code: 'flying-height', label: { fr: 'Altitude', nl: 'Vlieghoogte' }, kind: 'text', value: 'b' },
        { code: 'flying-speed', label: { fr: 'Vitesse' }, kind: 'text', value: 'c' },
        { code: 'flying-range', label: { es: 'Alcance' }, kind: 'text', value: 'd' },
        { code: 'flying-carpet', kind: 'text', value: 'e' },
      ),
    ).toEqual([
      ['Vlieguren', 'a'],
      ['Vlieghoogte', 'b'],
      ['Vitesse', 'c'],
      ['Alcance', 'd'],
      ['flying-carpet', 'e'],
    ]);
  });

  test('shows what it does not know as text, markup too, and says when there is nothing', async () => {
    expect(
      await pairs(
        { code: 'make', kind: 'hologram', value: { depth: 3 } },
        { code: 'make', kind: 'covered', value: 'ja' },
        { code: 'make', kind: 'money', value: '100 frank' },
        { code: 'make', kind: 'text', value: '<img src=x onerror=alert(1)>' },
        { code: 'make', kind: 'text', value: '' },
      ),
    ).toEqual([
      ['Merk', '{"depth":3}'],
      ['Merk', 'ja'],
      ['Merk', '100 frank'],
      ['Merk', '<img src=x onerror=alert(1)>'],
      ['Merk', 'Niet ingevuld'],
    ]);
  });

  test('lists the documents that the customer finds', async () => {
    const documents = [
      { type: 'green-card', issuedOn: '2026-01-02' },
      { type: 'star-map', issuedOn: '2026-02-03' },
    ];
    const element = await tab(shown({ ...BIKE, documents }));
    expect(sections(element).at(-1)).toEqual([
      'Documenten',
      ['Groene kaart', 'Van 2 jan 2026'],
      ['star-map', 'Van 3 feb 2026'],
    ]);
  });

  const LATER =
    'Komt later in de klantenzone. Vraag het intussen op bij de interne dienst en bezorg het per e-mail aan de klant.';
  const NOW =
    'Niet in de klantenzone. Vraag het op bij de interne dienst en bezorg het per e-mail aan de klant.';

  test.each([
    [
      'car',
      [
        ['Polis', LATER],
        ['Schadeattest', LATER],
      ],
    ],
    ['home', [['Polis', LATER]]],
    [
      'pension-savings',
      [
        ['Bewijs van premiebetaling', NOW],
        ['Fiscaal attest', NOW],
        ['Jaaroverzicht', NOW],
      ],
    ],
    ['constructor', []],
  ])(
    'says in place what to do about usual documents of a %s that are not there',
    async (product, missing) => {
      const documents = [{ type: 'green-card', issuedOn: '2026-01-02' }];
      const element = await tab(shown({ ...BIKE, documents }, { CuZo_Product__c: product }));
      expect(sections(element).at(-1)).toEqual([
        'Documenten',
        ['Groene kaart', 'Van 2 jan 2026'],
        ...missing,
      ]);
    },
  );

  test('says of documents, sections and views that there is nothing in them', async () => {
    const element = await tab(shown({ v: 1, title: 'Polis', sections: [{ code: 'details', items: [] }] }));
    expect(look(element, 'c-cuzo-view-section').map(text)).toEqual([
      expect.stringContaining('In deze rubriek staat niets.'),
      expect.stringContaining('De klant vindt bij deze polis geen documenten.'),
    ]);
    const empty = await tab(shown({ v: 1, title: 'Polis', sections: [] }), { showDocuments: false });
    expect(text(empty)).toContain('De klant ziet bij deze polis geen gegevens.');
  });

  test('leaves documents out when the page says so', async () => {
    const documents = [{ type: 'green-card', issuedOn: '2026-01-02' }];
    const record = shown({ ...BIKE, documents }, { CuZo_Product__c: 'car' });
    const element = await tab(record, { showDocuments: false });
    expect(sections(element)).toHaveLength(1);
    expect(text(element)).not.toMatch(/Groene kaart|klantenzone/);
  });

  test.each([
    ['car', 'Auto'],
    ['airship', 'airship'],
  ])('names the product %s', async (product, words) => {
    const element = await tab(shown(BIKE, { CuZo_Product__c: product }));
    expect(text(look(element, '.product')[0])).toBe(words);
  });

  test('starts folded when the page says so', async () => {
    const element = await tab(shown(BIKE), { startFolded: true });
    expect(look(element, '.pair')).toHaveLength(0);
    expect(look(element, 'c-cuzo-view-section')).toHaveLength(2);
  });

  test.each([
    ['the policy says nothing to this agent', {}],
    ['the view is closed to this agent', { CuZo_Visibility__c: 'Shown' }],
    ['all but the view is closed to this agent', { CuZo_View__c: JSON.stringify(BIKE) }],
  ])('says quietly that there is no access when %s, and nothing of the customer', async (_, fields) => {
    const element = await tab(policy(fields, customer(null, null)));
    expect(text(element)).toMatch(/^U hebt geen toegang tot deze gegevens/);
    expect(look(element, 'c-cuzo-notice')).toHaveLength(1);
    expect(look(element, 'a')).toStrictEqual([]);
  });

  test.each([
    ['nothing', ''],
    ['no JSON', '{"v":1,"title":"Audi'],
    ['a list', '[]'],
    ['a version that is none', { ...BIKE, v: '1' }],
    ['no sections', { v: 1, title: 'Audi' }],
  ])('says that a view with %s can not be read', async (_, view) => {
    expect(text(await tab(shown(view)))).toMatch(/^De weergave van deze polis kan niet worden gelezen/);
  });

  test('a part that breaks the contract hides nothing of the rest', async () => {
    const items = [
      { code: 'make', value: 'Audi' },
      { code: 'model' },
      'A5',
      { kind: 'text', value: 'x' },
      null,
    ];
    const view = {
      v: 1,
      title: ' ',
      sections: [
        { code: 'details', items },
        { code: 'risk' },
        { items: { code: 'fire', kind: 'text', value: 'y' } },
        7,
      ],
      documents: ['policy', { issuedOn: '2026-01-02' }, { type: 'green-card', issuedOn: 20260102 }],
    };
    const element = await tab(shown(view));
    expect(text(look(element, '[role=heading]')[0])).toBe('Zonder naam');
    expect(sections(element)).toEqual([
      [
        'Details',
        ['Merk', 'Audi'],
        ['Model', 'Niet ingevuld'],
        ['Zonder naam', 'A5'],
        ['Zonder naam', 'x'],
        ['Zonder naam', 'Niet ingevuld'],
      ],
      ['Verzekerd risico'],
      ['Zonder naam', ['Brand', 'y']],
      ['Zonder naam', ['Zonder naam', '7']],
      [
        'Documenten',
        ['Polis', 'Niet ingevuld'],
        ['Zonder naam', 'Van 2 jan 2026'],
        ['Groene kaart', 'Niet ingevuld'],
      ],
    ]);
    expect(text(element)).not.toMatch(/undefined|null|object/);
  });

  test('says of a later version who has to act', async () => {
    expect(text(await tab(shown({ ...BIKE, v: 2 })))).toMatch(
      /^De weergave van deze polis is nieuwer .* beheerder/,
    );
  });

  test('says that it loads', async () => {
    expect(text(await mount(CuzoTab, { recordId: '0YT000000000001AAA' }))).toBe('Bezig met laden');
  });

  test('says what went wrong', async () => {
    const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA' });
    await fail(getRecord, 'No such record');
    expect(text(element)).toMatch(/^De gegevens konden niet worden geladen .*No such record$/);
  });
});
