import CuzoAdoption from 'c/cuzoAdoption';
import { emitResult, emitResults, look, mount, press, text } from 'kit';
import { graphql } from 'lightning/graphql';

jest.mock('lightning/navigation', () => {
  const GenerateUrl = Symbol('GenerateUrl');
  interface Reference {
    readonly attributes: { readonly objectApiName: string };
    readonly state?: { readonly filterName: string };
  }
  const NavigationMixin = (Base: new () => object) =>
    class extends Base {
      [GenerateUrl]({ attributes, state }: Reference) {
        return Promise.resolve(`/${attributes.objectApiName}/${state?.filterName ?? ''}`);
      }
    };
  return { NavigationMixin: Object.assign(NavigationMixin, { GenerateUrl }) };
});

const group = (count: number, field = '', value: unknown = null) => ({
  node: { aggregate: { ...(field && { [field]: { value } }), Id: { count: { value: count } } } },
});
const answer = (aggregate: object) => ({ data: { uiapi: { aggregate } } });

interface Given {
  readonly registered: number;
  readonly not: number;
  readonly days?: Readonly<Record<string, number>>;
}
const zone = (name: string, { registered, not, days = {} }: Given) => ({
  [`standing_${name.toUpperCase()}`]: {
    edges: [
      group(not, `CuZo_${name}_Onboarded__c`, false),
      group(registered, `CuZo_${name}_Onboarded__c`, true),
    ].filter(({ node }) => node.aggregate.Id.count.value > 0),
  },
  [`new_${name.toUpperCase()}`]: {
    edges: Object.entries(days).map(([day, count]) => group(count, `CuZo_${name}_Onboarding_Date__c`, day)),
  },
});
const figures = (mypv: Given, myvivium: Given, unknown = 0) =>
  answer({ ...zone('MyPV', mypv), ...zone('MyVivium', myvivium), unknown: { edges: [group(unknown)] } });
const gaps = (mypv: number, myvivium: number) =>
  answer({ MYPV: { edges: [group(mypv)] }, MYVIVIUM: { edges: [group(myvivium)] } });

const NONE = { registered: 0, not: 0 };

async function adoption(answerOfFigures: object, answerOfGaps: object = gaps(12, 3)) {
  const element = await mount(CuzoAdoption);
  await emitResults(graphql, { CuzoAdoption: answerOfFigures, CuzoGaps: answerOfGaps });
  return element;
}

beforeEach(() => {
  jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T10:00:00Z'));
});
afterEach(() => {
  jest.restoreAllMocks();
});

describe('c-cuzo-adoption', () => {
  test('says per zone how many are registered, who is missing and who is new, and each number opens its list', async () => {
    const element = await adoption(
      figures({ registered: 620, not: 380, days: { '2026-11-17': 3 } }, { registered: 1, not: 3 }, 7),
    );
    expect(look(element, '.zone').map(text)).toEqual([
      'MyP&V 62% geregistreerd Geregistreerd: 620 Niet geregistreerd: 380 Nieuw in 30 dagen: 3 Niet geregistreerd, met een actief contract: 12',
      'MyVivium 25% geregistreerd Geregistreerd: 1 Niet geregistreerd: 3 Nieuw in 30 dagen: 0 Vivium-contract zonder MyVivium: 3',
    ]);
    expect(look(element, 'a').map((link) => link.getAttribute('href'))).toEqual([
      '/Account/CuZo_Registered_MyPV',
      '/Account/CuZo_Not_Registered_MyPV',
      '/Account/CuZo_New_MyPV',
      '/Account/CuZo_Registered_MyVivium',
      '/Account/CuZo_Not_Registered_MyVivium',
      '/Account/CuZo_New_MyVivium',
      '/Account/CuZo_Nothing_Known',
    ]);
    expect(text(element)).toContain('Nog niets bekend: 7');
  });

  test('the gap opens its customers in place, and closes them', async () => {
    const element = await adoption(figures({ registered: 1, not: 1 }, NONE));
    const [button] = look(element, 'button.gap');
    expect(button?.getAttribute('aria-expanded')).toBe('false');
    await press(button);
    expect(button?.getAttribute('aria-expanded')).toBe('true');
    expect(look(element, 'c-cuzo-gap-list')).toMatchObject([{ zone: 'MYPV', total: 12 }]);
    await press(button);
    expect(look(element, 'c-cuzo-gap-list')).toStrictEqual([]);
  });

  test('draws the new ones by week, both zones, and has them in a table', async () => {
    const element = await adoption(
      figures(
        { registered: 9, not: 0, days: { '2026-10-22': 1, '2026-11-16': 2, '2026-11-21': 2 } },
        { registered: 9, not: 0, days: { '2026-11-17': 1 } },
      ),
    );
    expect(look(element, 'svg')[0]?.getAttribute('aria-label')).toContain('Nieuw in 30 dagen: 6.');
    expect(
      look(element, 'rect').map((rect) => [rect.getAttribute('x'), rect.getAttribute('height')]),
    ).toEqual([
      ['1', '20'],
      ['41', '80'],
      ['41', '20'],
    ]);
    expect(look(element, 'tr').map(text)).toEqual([
      'Week van MyP&V MyVivium',
      expect.stringMatching(/^19 okt.* 1 0$/),
      expect.stringMatching(/^26 okt.* 0 0$/),
      expect.stringMatching(/^2 nov.* 0 0$/),
      expect.stringMatching(/^9 nov.* 0 0$/),
      expect.stringMatching(/^16 nov.* 4 1$/),
    ]);
  });

  test.each([
    [1, 999, '1%'],
    [999, 1, '99%'],
    [0, 5, '0%'],
    [5, 0, '100%'],
  ])('%i of %i others is not rounded to nobody or everybody: %s', async (registered, not, share) => {
    const element = await adoption(figures({ registered, not }, NONE));
    expect(text(look(element, '.share')[0])).toBe(`${share} geregistreerd`);
  });

  test('says where a list is shorter than its number, and that nobody is new', async () => {
    const element = await adoption(figures({ registered: 2001, not: 1 }, { registered: 2000, not: 1 }));
    expect(look(look(element, '.zone')[0]!, '.hint').map(text)).toEqual([
      'Een lijst toont hoogstens 2.000 klanten.',
    ]);
    expect(look(look(element, '.zone')[1]!, '.hint')).toStrictEqual([]);
    expect(text(look(element, '.weeks')[0])).toBe(
      'Nieuwe registraties per week Geen nieuwe registraties in 30 dagen.',
    );
  });

  test('shows what it may count where policies may not be read, and says so', async () => {
    const element = await adoption(figures({ registered: 6, not: 4 }, NONE), {
      errors: [{ message: 'FieldUndefined' }],
    });
    expect(text(element)).toContain('60% geregistreerd');
    expect(text(element)).toContain('geen toegang');
    expect(look(element, 'button.gap')).toStrictEqual([]);
  });

  test('a gap that is open closes when it can no longer be counted', async () => {
    const element = await adoption(figures({ registered: 6, not: 4 }, NONE));
    await press(look(element, 'button.gap')[0]);
    await emitResult(graphql, { errors: [{ message: 'SERVER_ERROR' }] }, 'CuzoGaps');
    expect(look(element, 'c-cuzo-gap-list')).toStrictEqual([]);
    expect(text(element)).toContain('60% geregistreerd');
    expect(text(element)).toContain('SERVER_ERROR');
  });

  test('waits; says that nothing is known yet, that there is no access, or what failed', async () => {
    const element = await mount(CuzoAdoption);
    expect(look(element, 'lightning-spinner')).toHaveLength(1);
    await emitResult(graphql, figures(NONE, NONE, 5), 'CuzoAdoption');
    expect(text(element)).toContain('Over uw klanten is nog niets bekend. Vraag uw beheerder');
    await emitResult(graphql, { errors: [{ message: 'FieldUndefined' }] }, 'CuzoAdoption');
    expect(text(element)).toContain('geen toegang');
    await emitResult(graphql, { errors: [{ message: 'SERVER_ERROR' }] }, 'CuzoAdoption');
    expect(text(element)).toContain('SERVER_ERROR');
  });
});
