import { MYPV, MYVIVIUM } from 'c/cuzoZones';
import { landing, PORTALS } from '../landing';

type Portal = Readonly<Record<string, string | null>>;

/** The answer to the query for portals; a field that is left out has no access. */
const answer = (...portals: readonly Portal[]): unknown => ({
  uiapi: {
    query: {
      CuZo_Portal__c: {
        edges: portals.map((fields) => ({
          node: Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
        })),
      },
    },
  },
});
const NL = 'https://my.pv.be/nl';
const FR = 'https://my.pv.be/fr';
const EN = 'https://my.pv.be/en';
const portal = (addresses: Portal, code = 'MYPV'): Portal => ({ Code__c: code, ...addresses });

test('portals are queried with their code and the address in each language, more of them than there are zones', () => {
  const fields = ['Code__c', ...['nl', 'fr', 'de', 'en'].map((language) => `Landing_URL_${language}__c`)];
  const selection = fields.map((field) => `${field} @optional { value }`).join(' ');
  expect(PORTALS).toBe(`CuZo_Portal__c(first: 10) { edges { node { Id ${selection} } } }`);
});

test("the zone's own page in the language that is asked for", () => {
  const data = answer(
    portal({ Landing_URL_fr__c: 'https://my.vivium.be/fr' }, 'MYVIVIUM'),
    portal({ Landing_URL_nl__c: NL, Landing_URL_fr__c: FR }),
  );
  expect(landing(data, MYPV, 'fr')).toEqual({ kind: 'address', address: FR, otherLanguages: null });
  expect(landing(data, MYVIVIUM, 'fr')).toMatchObject({ address: 'https://my.vivium.be/fr' });
});

test('without that language the first one that the zone has, and which these are', () => {
  const data = answer(portal({ Landing_URL_nl__c: null, Landing_URL_en__c: EN, Landing_URL_fr__c: FR }));
  expect(landing(data, MYPV, 'de')).toEqual({ kind: 'address', address: FR, otherLanguages: ['fr', 'en'] });
});

test.each<[string, unknown]>([
  ['no portals at all', answer()],
  ['no answer yet', undefined],
  ["the other zone's portal only", answer(portal({ Landing_URL_nl__c: NL }, 'MYVIVIUM'))],
  ['a portal without addresses', answer(portal({ Landing_URL_nl__c: null, Landing_URL_fr__c: '' }))],
  ['a portal without a code', answer({ Code__c: null, Landing_URL_nl__c: NL })],
])('with %s the page is missing', (_what, data) => {
  expect(landing(data, MYPV, 'nl')).toEqual({ kind: 'missing' });
});

test('a portal whose code is closed to the agent: no access, even where another is open', () => {
  const data = answer(portal({ Landing_URL_nl__c: NL }), { Landing_URL_nl__c: NL });
  expect(landing(data, MYPV, 'nl')).toEqual({ kind: 'no-access' });
});

test.each(['https://my.vivium.be/nl', 'http://my.pv.be/nl', 'no address'])(
  '%s is refused, not replaced by another language',
  (address) => {
    const data = answer(portal({ Landing_URL_nl__c: address, Landing_URL_fr__c: FR }));
    expect(landing(data, MYPV, 'nl')).toEqual({ kind: 'refused' });
  },
);
