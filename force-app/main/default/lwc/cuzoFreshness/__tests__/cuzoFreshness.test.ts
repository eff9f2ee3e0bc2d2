import CuzoFreshness from 'c/cuzoFreshness';
import { emit, fail, look, mount, text } from 'kit';
import { graphql } from 'lightning/graphql';

const BOTH = ['MYPV', 'MYVIVIUM'];
const HOUR = 3_600_000;

const run = (field: string, value: string | null) => ({
  edges: [{ node: { Id: 'a01', [field]: { value } } }],
});
const answer = (mypv: string | null, myvivium: string | null) => ({
  uiapi: {
    query: {
      MYPV: run('Newest_MyPV_Event__c', mypv),
      MYVIVIUM: run('Newest_MyVivium_Event__c', myvivium),
    },
  },
});
const ago = (hours: number) => new Date(Date.now() - hours * HOUR).toISOString();

async function lines(data: unknown, zones: readonly string[] = BOTH) {
  const element = await mount(CuzoFreshness, { zones });
  await emit(graphql, data);
  return look(element, 'li');
}

describe('c-cuzo-freshness', () => {
  test("says for each zone of when its data is, in the agent's time", async () => {
    jest.spyOn(Date, 'now').mockReturnValue(Date.parse('2026-11-21T10:00:00Z'));
    const [mypv, myvivium] = await lines(answer('2026-11-21T02:10:00.000Z', '2026-11-20T23:30:00.000Z'));
    expect(text(mypv)).toMatch(/^MyP&V: stand op 21 nov\.? 2026,? 0?3:10$/);
    expect(text(myvivium)).toMatch(/^MyVivium: stand op 21 nov\.? 2026,? 0?0:30$/);
    jest.restoreAllMocks();
  });

  test('warns, with an icon, of a zone that has been silent for over 36 hours, and only of that one', async () => {
    const [mypv, myvivium] = await lines(answer(ago(35.9), ago(36.1)));
    expect(text(mypv)).toContain('stand op');
    expect(look(mypv!, 'lightning-icon')).toStrictEqual([]);
    expect(text(myvivium)).toMatch(/^MyVivium: geen nieuwe gegevens sinds .* kan verouderd zijn\.$/);
    expect(look(myvivium!, 'lightning-icon')).toMatchObject([{ iconName: 'utility:warning' }]);
  });

  test('speaks only of the zones that it is given', async () => {
    expect((await lines(answer(ago(1), ago(1)), ['MYVIVIUM'])).map(text)).toEqual([
      expect.stringContaining('MyVivium'),
    ]);
  });

  test.each([
    ['no run yet', { uiapi: { query: { MYPV: { edges: [] }, MYVIVIUM: { edges: [] } } } }],
    ['no event of a zone yet', answer(null, null)],
    ['no access', {}],
  ])('says nothing with %s', async (_, data) => {
    expect(await lines(data)).toStrictEqual([]);
  });

  test('says nothing when the runs cannot be read', async () => {
    const element = await mount(CuzoFreshness, { zones: BOTH });
    await fail(graphql, 'FieldUndefined');
    expect(text(element)).toBe('');
  });
});
