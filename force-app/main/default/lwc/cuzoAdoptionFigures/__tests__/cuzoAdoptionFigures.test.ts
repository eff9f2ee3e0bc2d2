import {
  countOfWeek,
  FIGURES_QUERY,
  gapCount,
  GAPS_QUERY,
  lastWeeks,
  unknownCount,
  zoneFigures,
} from 'c/cuzoAdoptionFigures';
import { MYPV, MYVIVIUM } from 'c/cuzoZones';

const text = (document: unknown) => (document as { readonly query: string }).query;
const group = (aggregate: object, count: number) => ({
  node: { aggregate: { ...aggregate, Id: { count: { value: count } } } },
});
const answer = (aggregate: object) => ({ uiapi: { aggregate } });

describe('the queries', () => {
  test('count who is registered, as the list that the number opens, of those the zone has spoken of, and new ones by day', () => {
    expect(text(FIGURES_QUERY)).toContain(
      'standing_MYPV: Account(first: 60, where: { or: [{ CuZo_MyPV_As_Of__c: { ne: null } }, { CuZo_MyPV_Onboarded__c: { eq: true } }] }, groupBy: { CuZo_MyPV_Onboarded__c: { group: true } }) { edges { node { aggregate { CuZo_MyPV_Onboarded__c { value } Id { count { value } } } } } }',
    );
    expect(text(FIGURES_QUERY)).toContain(
      'new_MYVIVIUM: Account(first: 60, where: { CuZo_MyVivium_Onboarding_Date__c: { eq: { range: { last_n_days: 30 } } } }, groupBy: { CuZo_MyVivium_Onboarding_Date__c: { group: true } })',
    );
    expect(text(FIGURES_QUERY)).toContain(
      'unknown: Account(first: 60, where: { CuZo_MyPV_As_Of__c: { eq: null }, CuZo_MyVivium_As_Of__c: { eq: null } }) { edges { node { aggregate { Id { count { value } } } } } }',
    );
    expect(text(FIGURES_QUERY)).toMatch(/^\s*query CuzoAdoption { uiapi { aggregate { standing_MYPV: /);
  });

  test('count the gap: not registered, with an active contract of the zone', () => {
    expect(text(GAPS_QUERY)).toContain(
      'where: { CuZo_MyVivium_As_Of__c: { ne: null }, CuZo_MyVivium_Onboarded__c: { eq: false }, Id: { inq: { InsurancePolicy: { IsActive: { eq: true }, CuZo_Zone__c: { eq: "MYVIVIUM" } }, ApiName: "NameInsuredId" } } }',
    );
    expect(text(GAPS_QUERY)).toMatch(
      /^\s*query CuzoGaps { uiapi { aggregate { MYPV: Account.* } MYVIVIUM: Account/,
    );
  });

  test('stay within the ten parts that a query may have', () => {
    for (const query of [FIGURES_QUERY, GAPS_QUERY])
      expect(text(query).match(/: Account\(/g)!.length).toBeLessThanOrEqual(10);
  });
});

describe('the figures', () => {
  const data = answer({
    standing_MYPV: {
      edges: [
        group({ CuZo_MyPV_Onboarded__c: { value: true } }, 62),
        group({ CuZo_MyPV_Onboarded__c: { value: false } }, 38),
      ],
    },
    new_MYPV: { edges: [group({ CuZo_MyPV_Onboarding_Date__c: { value: '2026-11-17' } }, 3)] },
    unknown: { edges: [group({}, 7)] },
  });

  test('are read from the groups', () => {
    expect(zoneFigures(data, MYPV)).toEqual({
      registered: 62,
      notRegistered: 38,
      newByDay: new Map([['2026-11-17', 3]]),
    });
    expect(unknownCount(data)).toBe(7);
    expect(gapCount(answer({ MYPV: { edges: [group({}, 12)] } }), MYPV)).toBe(12);
  });

  test('are missing where the answer does not have them', () => {
    expect(zoneFigures(data, MYVIVIUM)).toBeNull();
    expect(zoneFigures(undefined, MYPV)).toBeNull();
    expect(unknownCount(undefined)).toBeUndefined();
    expect(gapCount(answer({ MYPV: null }), MYPV)).toBeUndefined();
    const standing = { standing_MYPV: { edges: [] } };
    const days = { new_MYPV: { edges: [] } };
    for (const half of [standing, days]) expect(zoneFigures(answer(half), MYPV)).toBeNull();
  });

  test.each([
    ['nothing', {}, undefined],
    ['no aggregate', { uiapi: {} }, undefined],
    ['no edges', answer({ MYPV: { edges: null } }), undefined],
    ['no edge', answer({ MYPV: { edges: [null] } }), undefined],
    ['no first edge', answer({ MYPV: { edges: [null, group({}, 12)] } }), 12],
    ['no count', answer({ MYPV: { edges: [{ node: { aggregate: {} } }] } }), 0],
    ['a count of nothing', answer({ MYPV: { edges: [{ node: { aggregate: { Id: {} } } }] } }), 0],
  ])('of an answer with %s', (_what, given, count) => {
    expect(gapCount(given, MYPV)).toBe(count);
  });

  test('are none where there is no group', () => {
    const nobody = answer({ standing_MYPV: { edges: [] }, new_MYPV: { edges: [] } });
    expect(zoneFigures(nobody, MYPV)).toEqual({ registered: 0, notRegistered: 0, newByDay: new Map() });
  });
});

describe('weeks', () => {
  test.each([
    ['a Saturday', '2026-11-21T10:00:00Z', '2026-10-19', '2026-11-16', 5],
    ['a Monday', '2026-11-23T10:00:00Z', '2026-10-19', '2026-11-23', 6],
    ['a Sunday', '2026-11-22T10:00:00Z', '2026-10-19', '2026-11-16', 5],
    ['Monday in Brussels, Sunday in UTC', '2026-11-22T23:30:00Z', '2026-10-19', '2026-11-23', 6],
    ['over the turn of the year', '2027-01-05T10:00:00Z', '2026-11-30', '2027-01-04', 6],
  ])('begin on Mondays and hold the last 30 days: %s', (_, now, first, last, count) => {
    const weeks = lastWeeks(Date.parse(now));
    expect([weeks[0], weeks.at(-1), weeks.length]).toEqual([first, last, count]);
  });

  test('hold their days from Monday to Sunday', () => {
    const days = new Map([
      ['2026-11-15', 1],
      ['2026-11-16', 2],
      ['2026-11-22', 4],
      ['2026-11-23', 8],
    ]);
    expect(countOfWeek(days, '2026-11-16')).toBe(6);
  });
});
