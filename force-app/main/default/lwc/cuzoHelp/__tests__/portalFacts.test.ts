import { MYPV } from 'c/cuzoZones';
import { PORTAL_FACTS, portalFacts, type PortalFacts } from '../portalFacts';

type Fields = Readonly<Record<string, string | null>>;

/** The answer to the query for portals; a field that is left out has no access. */
const answer = (...portals: readonly Fields[]): unknown => ({
  uiapi: {
    query: {
      facts: {
        edges: portals.map((fields, at) => ({
          node: {
            Id: `${at}`,
            ...Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, { value }])),
          },
        })),
      },
    },
  },
});
/** In the middle of a day, which is none of the days' borders. */
const NOW = Date.parse('2026-11-27T10:00:00Z');
const facts = (fields: Fields, now = NOW): PortalFacts | null =>
  portalFacts(answer({ Code__c: 'MYPV', ...fields }), MYPV, now);

test('the facts of more portals than there are zones are asked for, under a name of their own', () => {
  const fields = [
    ...['Code', 'Support_Email', 'Support_Phone', 'Opening_Hours', 'Login_Methods', 'Checked_On', 'News_On'],
    ...['News_nl', 'News_fr', 'News_de', 'News_en'],
  ];
  const selection = fields.map((name) => `${name}__c @optional { value }`).join(' ');
  expect(PORTAL_FACTS).toBe(`facts: CuZo_Portal__c(first: 10) { edges { node { Id ${selection} } } }`);
});

test('of a zone without record, or without access, nothing is known', () => {
  expect(portalFacts(answer({ Code__c: 'MYVIVIUM' }), MYPV, NOW)).toBeNull();
  expect(portalFacts(answer({}), MYPV, NOW)).toBeNull();
  expect(portalFacts(undefined, MYPV, NOW)).toBeNull();
});

test("the zone's own record is shown, as it stands", () => {
  const own = {
    Code__c: 'MYPV',
    Support_Email__c: 'mypv@pv.be',
    Support_Phone__c: '02/250.87.09',
    Opening_Hours__c: 'Mo-Fr 09:00-17:00',
  };
  expect(
    portalFacts(answer({ Code__c: 'MYVIVIUM', Support_Email__c: 'other' }, own), MYPV, NOW),
  ).toMatchObject({
    email: 'mypv@pv.be',
    phone: '02/250.87.09',
    hours: 'Mo-Fr 09:00-17:00',
  });
});

test('what an admin has not entered is empty', () => {
  expect(facts({ Checked_On__c: null })).toEqual({
    ways: [],
    usesCodes: false,
    email: '',
    phone: '',
    hours: '',
    age: expect.stringMatching(/^Nog nooit nagekeken/) as string,
    news: null,
  });
});

const ITSME = expect.stringMatching(/^itsme®: /) as string;
const EID = expect.stringMatching(/^eID: /) as string;
const CODE = expect.stringMatching(/^Activeringscode: /) as string;

test.each<[string | null, readonly string[], boolean]>([
  ['itsme', [ITSME], false],
  ['itsme;eid;activation-code', [ITSME, EID, CODE], true],
  ['eid;;smoke-signals', [EID, 'smoke-signals'], false],
  ['', [], false],
  [null, [], false],
])('ways to log in of %j', (methods, ways, usesCodes) => {
  const found = facts({ Login_Methods__c: methods });
  expect(found?.usesCodes).toBe(usesCodes);
  expect(found?.ways).toEqual(ways);
});

test.each<[string | null, RegExp]>([
  ['2026-11-22', /^Nagekeken op 22 nov\.? 2026\./],
  ['2025-11-28', /^Nagekeken op 28 nov\.? 2025\./],
  ['2025-11-27', /^Niet meer nagekeken sinds 27 nov\.? 2025/],
  [null, /^Nog nooit nagekeken/],
])('facts checked on %s', (on, words) => {
  expect(facts({ Checked_On__c: on })?.age).toMatch(words);
});

test('facts are trusted for less than 365 days, to the millisecond', () => {
  const end = Date.parse('2026-11-22') + 365 * 86_400_000;
  expect(facts({ Checked_On__c: '2026-11-22' }, end - 1)?.age).toMatch(/^Nagekeken/);
  expect(facts({ Checked_On__c: '2026-11-22' }, end)?.age).toMatch(/^Niet meer/);
});

test.each<[string | null, number, boolean]>([
  ['2026-11-27', NOW, true],
  ['2026-11-27', Date.parse('2026-11-27'), true],
  ['2026-11-28', NOW, false],
  ['2026-09-29', NOW, true],
  ['2026-09-28', NOW, false],
  ['2026-09-28', Date.parse('2026-11-27'), false],
  [null, NOW, false],
])('news of %s at %d is told: %s', (on, now, isTold) => {
  expect(facts({ News_On__c: on, News_nl__c: 'Nieuws' }, now)?.news?.text).toBe(
    isTold ? 'Nieuws' : undefined,
  );
});

test.each<[string, Fields, string | undefined]>([
  [
    "in the agent's language",
    { News_en__c: 'news', News_fr__c: 'nouvelles', News_nl__c: 'nieuws' },
    'nieuws',
  ],
  ['else in the first that has any', { News_en__c: 'news', News_de__c: 'Neues', News_nl__c: ' ' }, 'Neues'],
  ['in none', { News_nl__c: null, News_fr__c: '' }, undefined],
])('news %s', (_which, news, text) => {
  expect(facts({ News_On__c: '2026-11-22', ...news })?.news ?? undefined).toEqual(
    text === undefined ? undefined : { day: '22 nov 2026', text },
  );
});
