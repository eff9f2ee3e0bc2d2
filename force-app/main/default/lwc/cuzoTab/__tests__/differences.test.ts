import CuzoTab from 'c/cuzoTab';
import { emit, look, mount, press, text } from 'kit';
import { getRecord } from 'lightning/uiRecordApi';
import type { TabChoices } from '../policySituation';
import { shown } from './policies';

type Value = string | number | boolean | null;

const money = (amount: string) => ({ kind: 'money', value: { amount, currency: 'EUR' } });
const day = (value: string) => ({ kind: 'date', value });
const words = (value: string) => ({ kind: 'text', value });

/** What the tab marks in a view with that one item, when Connect 360 holds those fields. */
async function marked(
  code: string,
  item: { kind: string; value: unknown },
  fields: Readonly<Record<string, Value>>,
  properties: Partial<TabChoices> = {},
): Promise<string[]> {
  const view = { v: 1, title: 'Polis', sections: [{ code: 'details', items: [{ code, ...item }] }] };
  const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA', ...properties });
  await emit(getRecord, shown(view, fields));
  const differences = look(element, '.difference').map((mark) => text(mark).replace(/\s/g, ' '));
  expect(text(element).includes('Verschillen met Connect 360: 1')).toBe(differences.length === 1);
  return differences;
}

describe('c-cuzo-tab, differences', () => {
  test.each<[string, { kind: string; value: unknown }, Record<string, Value>, string]>([
    [
      'annual-premium',
      money('504.92'),
      { PremiumAmount: 510, PremiumFrequency: 'Annual' },
      'In Connect 360: 510',
    ],
    [
      'renewal-date',
      day('2024-02-14'),
      { RenewalDate: '2024-02-14T23:00:00.000Z' },
      'In Connect 360: 15 feb 2024',
    ],
    ['contract-number', words('111000171363'), { Name: '111000171364' }, 'In Connect 360: 111000171364'],
  ])('marks %s with both values', async (code, item, fields, mark) => {
    expect(await marked(code, item, fields)).toEqual([mark]);
  });

  test.each<[string, string, { kind: string; value: unknown }, Record<string, Value>]>([
    [
      'the same amount',
      'annual-premium',
      money('504.920'),
      { PremiumAmount: 504.92, PremiumFrequency: 'Annual' },
    ],
    [
      'a premium of a month',
      'annual-premium',
      money('504.92'),
      { PremiumAmount: 42.08, PremiumFrequency: 'Monthly' },
    ],
    ['a premium of no known period', 'annual-premium', money('504.92'), { PremiumAmount: 1 }],
    ['midnight in Brussels', 'renewal-date', day('2024-02-14'), { RenewalDate: '2024-02-13T23:00:00.000Z' }],
    ['midnight in summer', 'renewal-date', day('2024-07-01'), { RenewalDate: '2024-06-30T22:00:00.000Z' }],
    [
      'the last minute in Brussels',
      'renewal-date',
      day('2024-02-14'),
      { RenewalDate: '2024-02-14T22:59:59.000Z' },
    ],
    ['a plain day', 'renewal-date', day('2024-02-14'), { RenewalDate: '2024-02-14' }],
    ['spaces and dashes', 'contract-number', words(' 111-000 171.363'), { Name: '111000171363' }],
    ['an empty field', 'contract-number', words('111000171363'), { Name: null }],
    ['no access', 'contract-number', words('111000171363'), {}],
    ['an item that is not compared', 'make', words('Audi'), { Name: 'BMW' }],
    ['a code like a property of an object', 'constructor', words('Audi'), { Name: 'BMW' }],
  ])('raises no alarm for %s', async (_, code, item, fields) => {
    expect(await marked(code, item, fields)).toStrictEqual([]);
  });

  test.each<[string, { kind: string; value: unknown }, Value, string[]]>([
    ['a day', day('2024-01-01'), '2024-01-02', ['In Connect 360: 2 jan 2024']],
    ['a number', { kind: 'number', value: { value: 100, unit: 'kW' } }, 110, ['In Connect 360: 110']],
    ['the same number', { kind: 'number', value: { value: 100 } }, 100, []],
    ['a number that is text', { kind: 'number', value: { value: 100 } }, ' 100 ', []],
    ['a percentage', { kind: 'percent', value: 2 }, 1.5, ['In Connect 360: 1,5%']],
    ['a cover', { kind: 'covered', value: true }, false, ['In Connect 360: Niet verzekerd']],
    ['a text', words('Gent'), 'Brugge', ['In Connect 360: Brugge']],
    ['a text in capitals', words('Gent'), 'GENT ', []],
    ['another sort of field', { kind: 'number', value: { value: 100 } }, 'veel', []],
  ])('compares a field that the admin names: %s', async (_, item, held, marks) => {
    const properties = { comparedFields: 'power = Power__c ; nonsense; other=No field' };
    expect(await marked('power', item, { Power__c: held }, properties)).toEqual(marks);
  });

  test('leaves out what the admin leaves out', async () => {
    const fields = { Name: '111000171364' };
    const item = words('111000171363');
    expect(
      await marked('contract-number', item, fields, { comparedFields: 'contract-number=' }),
    ).toStrictEqual([]);
    expect(await marked('contract-number', item, fields, { showDifferences: false })).toStrictEqual([]);
  });

  test('asks for no field that it does not compare', async () => {
    await mount(CuzoTab, { recordId: '0YT000000000001AAA', showDifferences: false });
    const { optionalFields } = (
      getRecord as unknown as { getLastConfig: () => { optionalFields: unknown } }
    ).getLastConfig();
    expect(optionalFields).not.toContain('InsurancePolicy.PremiumAmount');
  });

  test("shows the org's own text of an amount, and never the view's currency", async () => {
    const record = shown(
      {
        v: 1,
        title: 'Polis',
        sections: [{ code: 'details', items: [{ code: 'annual-premium', ...money('1') }] }],
      },
      { PremiumFrequency: 'Annual' },
    );
    const held = (displayValue: string | null) => ({
      ...record,
      fields: { ...record.fields, PremiumAmount: { value: 1234.005, displayValue } },
    });
    const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA' });
    await emit(getRecord, held('CHF 1.234,01'));
    expect(look(element, '.difference').map(text)).toEqual(['In Connect 360: CHF 1.234,01']);
    await emit(getRecord, held(null));
    expect(look(element, '.difference').map(text)).toEqual(['In Connect 360: 1.234,005']);
  });

  test('takes the agent to each difference', async () => {
    Element.prototype.scrollIntoView = jest.fn();
    const item = (value: string) => ({ code: 'contract-number', ...words(value) });
    const view = {
      v: 1,
      title: 'Polis',
      sections: [{ code: 'details', items: [item('1'), item('2'), item('3')] }],
    };
    const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA', startFolded: true });
    await emit(getRecord, shown(view, { Name: '3' }));
    const jumps = look(element, '.jump');
    expect(jumps.map(text)).toEqual([
      'Contractnummer · In Connect 360: 3',
      'Contractnummer · In Connect 360: 3',
    ]);
    const focus = jest.spyOn(HTMLElement.prototype, 'focus');
    await press(jumps[1]);
    expect(focus.mock.contexts).toEqual([look(element, '.difference')[1]]);
    focus.mockRestore();
  });

  test('says which entry to compare can not be read', async () => {
    const element = await mount(CuzoTab, { recordId: '0YT000000000001AAA', comparedFields: 'a=B; nonsense' });
    expect(text(look(element, 'c-cuzo-notice')[0])).toContain(
      'Fields to compare van dit component is ongeldig: nonsense',
    );
  });
});
