import type { Chart } from 'c/cuzoBars';
import CuzoJobHealth from 'c/cuzoJobHealth';
import { asked, emitResult, emitResults, look, mount, text } from 'kit';
import { graphql } from 'lightning/graphql';

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  interface Reference {
    readonly attributes: { readonly objectApiName: string };
    readonly state: { readonly filterName: string };
  }
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [GenerateUrl]({ attributes, state }: Reference) {
        return Promise.resolve(
          `/lightning/o/${attributes.objectApiName}/list?filterName=${state.filterName}`,
        );
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

const NOW = Date.parse('2026-11-21T10:00:00Z');
const ago = (hours: number) => new Date(NOW - hours * 3_600_000).toISOString();

type Fields = Readonly<Record<string, string | number | null>>;

const row = (hoursAgo: number, fields: Fields = {}) => ({
  node: {
    Id: `a00${hoursAgo}`,
    ...Object.fromEntries(
      Object.entries({
        Kind__c: 'Feed',
        Status__c: 'Finished',
        Started__c: ago(hoursAgo),
        Exit_Code__c: 0,
        Read__c: 1000,
        Changed__c: 20,
        Unchanged__c: 970,
        Late__c: 3,
        Superseded__c: 2,
        Duplicate__c: 1,
        Foreign__c: 1,
        Unmatched__c: 3,
        ...fields,
      }).map(([name, value]) => [name, { value }]),
    ),
  },
});
const runs = (feeds: readonly object[], hours: readonly object[] = []) => ({
  data: { uiapi: { query: { Feeds: { edges: feeds }, Live: { edges: hours } } } },
});
const newest = (mypv: string | null, myvivium: string | null) => ({
  data: {
    uiapi: {
      query: {
        MYPV: { edges: [{ node: { Id: '1', Newest_MyPV_Event__c: { value: mypv } } }] },
        MYVIVIUM: { edges: [{ node: { Id: '2', Newest_MyVivium_Event__c: { value: myvivium } } }] },
      },
    },
  },
});

async function health(answer: ReturnType<typeof runs>, zones = newest(ago(9), ago(9))) {
  const element = await mount(CuzoJobHealth);
  await emitResults(graphql, { CuzoRuns: answer, CuzoFreshness: zones });
  return element;
}
const part = (element: Element, name: string) => text(look(element, `section.${name}`)[0]);

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(NOW);
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('c-cuzo-job-health', () => {
  test('asks for the last nights, and apart for the hours of listen, so that these do not hide them', async () => {
    await mount(CuzoJobHealth);
    const query = asked(graphql, 'CuzoRuns')?.query?.query;
    expect(query).toContain('Feeds: CuZo_Sync_Run__c(first: 30, where: { Kind__c: { ne: "Live" } }, orderBy');
    expect(query).toContain('Live: CuZo_Sync_Run__c(first: 168, where: { Kind__c: { eq: "Live" } }, orderBy');
  });

  test('says how the last run ended, that nothing needs attention, and how fresh each zone is', async () => {
    const element = await health(runs([row(8), row(32)]));
    expect(part(element, 'last')).toMatch(
      /^Laatste synchronisatie Klaar, zonder fouten · 21 nov\.? 2026,? 0?3:00 Gelezen: 1\.000\. Gewijzigd: 20\.$/,
    );
    expect(part(element, 'alarms')).toBe('Om na te kijken Niets om na te kijken.');
    expect(part(element, 'zones')).toMatch(/MyP&V: stand op .* MyVivium: stand op/);
  });

  test('a run that finished with faults is never said to be simply finished, and its alarm says what to do', async () => {
    const codes = 'REGISTER_NUMBER 12\nNOT_JSON 5\nTIME_AHEAD 3\nOTHER 1';
    const element = await health(
      runs([row(8, { Rejected__c: 21, Exit_Code__c: 1, Reject_Codes__c: codes }), row(32)]),
    );
    expect(part(element, 'last')).toContain('Klaar, met fouten: 21');
    expect(part(element, 'alarms')).toContain(
      'Afgewezen: 21 van 1.000 regels, meer dan gewoonlijk. Vaakst: REGISTER_NUMBER 12, NOT_JSON 5, TIME_AHEAD 3. Vraag de zone',
    );
    expect(look(look(element, '.last')[0]!, 'lightning-icon')).toMatchObject([
      { iconName: 'utility:warning' },
    ]);
  });

  test('tells of a zone that is silent, and only of that one', async () => {
    const element = await health(runs([row(8)]), newest(ago(9), ago(50)));
    expect(part(element, 'alarms')).toMatch(
      /^Om na te kijken MyVivium: geen nieuwe gegevens sinds .* Vraag de zone/,
    );
    expect(look(look(element, '.alarms')[0]!, 'lightning-icon')).toMatchObject([
      { iconName: 'utility:error' },
    ]);
  });

  test('names the days of the picture as the user’s clock does: a run of half past midnight is of the new day', async () => {
    // In Brussels 21 November, 0:30, and 20 November, 0:30.
    const element = await health(runs([row(10.5), row(34.5)]));
    const { chart } = look(element, 'c-cuzo-bars')[0] as Element & { readonly chart: Chart };
    expect([chart.first, chart.last]).toEqual(['20 nov 2026', '21 nov 2026']);
  });

  test('draws the nights, the oldest on the left, and has them in a table', async () => {
    const element = await health(runs([row(8, { Failed__c: 1, Rejected__c: 2 }), row(32)]));
    const [bars] = look(element, 'c-cuzo-bars');
    expect(look(bars!, 'svg')[0]?.getAttribute('aria-label')).toBe(
      'Gestapelde staven, de oudste links: 2, waarvan met fouten: 1. De tabel eronder zegt hetzelfde.',
    );
    expect(look(bars!, 'rect.fault').map((rect) => rect.getAttribute('x'))).toEqual(['11']);
    const [heading, first, second] = look(element, 'tr').map(text);
    expect(heading).toBe(
      'Begonnen Afloop Gelezen Gewijzigd Ongewijzigd Overgeslagen Niet gevonden Niet eenduidig Afgewezen Mislukt',
    );
    expect(first).toMatch(/3:00 Klaar, met fouten: 3 1\.000 20 970 7 3 0 2 1$/);
    expect(second).toMatch(/Klaar, zonder fouten 1\.000 20 970 7 3 0 0 0$/);
    expect(look(element, 'a.all')[0]?.getAttribute('href')).toBe(
      '/lightning/o/CuZo_Sync_Run__c/list?filterName=All',
    );
  });

  test('says what came in as it happened, beside the nights', async () => {
    const live = (hours: number) => row(hours, { Kind__c: 'Live', Read__c: 40, Failed__c: 0 });
    const element = await health(runs([row(8)], [live(1), live(3), live(30)]));
    expect(part(element, 'last')).toContain(
      'Meteen ontvangen in de laatste 24 uur: 80, waarvan met fouten: 0.',
    );
    expect(look(element, 'tbody tr')).toHaveLength(1);
  });

  test('draws days where there are no nights', async () => {
    const live = (hours: number) => row(hours, { Kind__c: 'Live' });
    const element = await health(runs([], [live(1), live(3), live(30)]));
    expect(part(element, 'runs')).toContain('Meteen ontvangen, per dag: 2');
    expect(look(element, 'tbody tr')).toHaveLength(2);
  });

  test('waits, and says that there was no run yet', async () => {
    const element = await mount(CuzoJobHealth);
    expect(look(element, 'lightning-spinner')).toHaveLength(1);
    await emitResult(graphql, runs([]), 'CuzoRuns');
    expect(text(element)).toContain(
      'Er is nog geen synchronisatie geweest. Zijn de gebruiker en de feed klaar?',
    );
    expect(look(element, 'section')).toStrictEqual([]);
  });

  test.each([
    ['no access', 'FieldUndefined', 'geen toegang'],
    ['an error', 'SERVER_ERROR', 'SERVER_ERROR'],
  ])('says so with %s', async (_, message, words) => {
    const element = await mount(CuzoJobHealth);
    await emitResult(graphql, { errors: [{ message }] }, 'CuzoRuns');
    expect(text(element)).toContain(words);
  });

  test('does without the freshness of the zones when that cannot be read', async () => {
    const element = await health(runs([row(8)]), newest(null, null));
    expect(look(element, 'section.zones')).toStrictEqual([]);
    expect(part(element, 'alarms')).toContain('Niets om na te kijken.');
  });
});
