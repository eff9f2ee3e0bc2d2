import CuzoZoneFacts from 'c/cuzoZoneFacts';
import { emit, fail, look, mount, text } from 'kit';
import { graphql } from 'lightning/graphql';

const portal = (values: Readonly<Record<string, string | null>>) => ({
  node: {
    Id: 'a00',
    ...Object.fromEntries(Object.entries(values).map(([name, value]) => [name, { value }])),
  },
});
const MYPV = {
  Code__c: 'MYPV',
  Support_Email__c: 'mypv@pv.be',
  Support_Phone__c: '02/250.87.09',
  Checked_On__c: '2026-11-22',
};
const MYVIVIUM = {
  Code__c: 'MYVIVIUM',
  Support_Email__c: null,
  Support_Phone__c: null,
  Checked_On__c: '2026-10-01',
};

async function lines(
  zones: string[],
  portals: readonly Readonly<Record<string, string | null>>[],
): Promise<string[]> {
  const element = await mount(CuzoZoneFacts, { zones });
  await emit(graphql, { uiapi: { query: { CuZo_Portal__c: { edges: portals.map(portal) } } } });
  return look(element, 'li').map(text).slice(2);
}

describe('c-cuzo-zone-facts', () => {
  test('says whom to ask and when the facts were checked', async () => {
    expect(await lines(['MYPV'], [MYPV, MYVIVIUM])).toEqual([
      'Klopt dat niet? Contacteer MyP&V: mypv@pv.be, 02/250.87.09',
      'Deze informatie is nagekeken op 22 nov 2026.',
    ]);
  });

  test('facts of both zones are as old as the older, and nobody is named who is not known', async () => {
    expect(await lines(['MYPV', 'MYVIVIUM'], [MYPV, MYVIVIUM])).toEqual([
      'Klopt dat niet? Contacteer MyP&V: mypv@pv.be, 02/250.87.09',
      'Deze informatie is nagekeken op 1 okt 2026.',
    ]);
  });

  const YOUR_WAY = expect.stringContaining('U kunt het contract toelichten') as string;
  const CAN = 'De klant vindt in zijn klantenzone uitleg onder ‘Ik kan mijn contract niet vinden’.';
  const COULD =
    'Na registratie vindt de klant in zijn klantenzone uitleg onder ‘Ik kan mijn contract niet vinden’.';
  const LIFE_ONLY =
    'Professionele klanten zien in de klantenzone alleen hun levencontracten: pensioen, sparen, beleggen, overlijden en gewaarborgd inkomen.';

  test.each([
    ['registered', { isRegistered: true }, [CAN, YOUR_WAY]],
    ['of whom the zones said nothing', { isRegistered: null }, [CAN, YOUR_WAY]],
    ['who has still to register', { isRegistered: false }, [COULD, YOUR_WAY]],
    ['who has died', { isRegistered: true, isDeceased: true, isBusiness: true }, [YOUR_WAY]],
    ['that is a business', { isRegistered: true, isBusiness: true }, [CAN, LIFE_ONLY, YOUR_WAY]],
  ])('advises a customer %s', async (_, customer, words) => {
    const known = { isDeceased: false, isBusiness: false, ...customer };
    const element = await mount(CuzoZoneFacts, { zones: ['MYPV'], customer: known });
    expect(look(element, 'li').map(text)).toEqual(words);
  });

  test('says what it knows without the portals', async () => {
    const element = await mount(CuzoZoneFacts, { zones: ['MYPV'] });
    await fail(graphql, 'no access');
    expect(look(element, 'li')).toHaveLength(2);
  });
});
