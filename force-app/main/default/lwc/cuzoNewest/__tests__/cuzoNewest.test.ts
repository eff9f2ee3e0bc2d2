import { isStale, newestOf, NEWEST_QUERY } from 'c/cuzoNewest';
import { MYPV, MYVIVIUM } from 'c/cuzoZones';

const NOW = Date.parse('2026-11-20T12:00:00.000Z');
const HOUR = 3_600_000;

function answer(alias: string, fields: Readonly<Record<string, unknown>>): unknown {
  return { uiapi: { query: { [alias]: { edges: [{ node: { Id: 'a00', ...fields } }] } } } };
}

describe('c/cuzoNewest', () => {
  beforeEach(() => jest.useFakeTimers({ now: NOW }));
  afterEach(() => jest.useRealTimers());

  test('there is one query for both zones', () => {
    expect(NEWEST_QUERY).toBeDefined();
  });

  test('each zone has a field and a row of its own', () => {
    const mypv = answer(MYPV.code, { Newest_MyPV_Event__c: { value: '2026-11-19T01:00:00.000Z' } });
    expect(newestOf(mypv, MYPV)).toBe('2026-11-19T01:00:00.000Z');
    expect(newestOf(mypv, MYVIVIUM)).toBeNull();
    const vivium = answer(MYVIVIUM.code, { Newest_MyVivium_Event__c: { value: '2026-11-18T01:00:00.000Z' } });
    expect(newestOf(vivium, MYVIVIUM)).toBe('2026-11-18T01:00:00.000Z');
  });

  test.each([
    ['no run', { uiapi: { query: { [MYPV.code]: { edges: [] } } } }],
    ['a run without an event of the zone', answer(MYPV.code, { Newest_MyPV_Event__c: { value: null } })],
    ['no access to the field', answer(MYPV.code, {})],
    ['no answer yet', undefined],
  ])('%s: not known', (_name, data) => {
    expect(newestOf(data, MYPV)).toBeNull();
  });

  test.each([
    ['35 hours', 35 * HOUR, false],
    ['36 hours to the millisecond', 36 * HOUR, false],
    ['a millisecond more', 36 * HOUR + 1, true],
    ['a moment ahead of the clock', -HOUR, false],
  ])('a zone is silent for too long after 36 hours: %s', (_name, ago, stale) => {
    expect(isStale(new Date(NOW - ago).toISOString())).toBe(stale);
  });
});
