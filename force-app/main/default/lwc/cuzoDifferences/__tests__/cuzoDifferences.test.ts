import {
  codesText,
  comparedFields,
  difference,
  differences,
  fieldsToCompare,
  type Difference,
} from 'c/cuzoDifferences';

const money = (amount: unknown) => ({ kind: 'money', value: { amount, currency: 'CHF' } });
const number = (value: unknown) => ({ kind: 'number', value: { value, unit: 'kW' } });
const percent = (value: unknown) => ({ kind: 'percent', value });
const day = (value: unknown) => ({ kind: 'date', value });
const cover = (value: unknown) => ({ kind: 'covered', value });
const words = (value: unknown) => ({ kind: 'text', value });

type Item = Readonly<{ kind: string; value: unknown }>;

/** The difference of an item when the field that an admin named for it holds that value. */
function compared(item: Item, value: unknown, display?: string): Difference | undefined {
  const { fields } = comparedFields('code=Some_Field__c');
  return difference(
    { code: 'code', ...item },
    (field) => (field === 'Some_Field__c' ? { value, display } : undefined),
    fields,
  );
}

describe('c-cuzo-differences', () => {
  test.each<[string, Item, unknown, Difference]>([
    ['another day', day('2024-01-01'), '2024-01-02', { kind: 'day', day: '2024-01-02' }],
    [
      'a moment of the next day in Brussels',
      day('2024-02-14'),
      '2024-02-14T23:00:00.000Z',
      { kind: 'day', day: '2024-02-15' },
    ],
    [
      'the same in summer',
      day('2024-07-01'),
      '2024-07-01T22:00:00.000+0000',
      { kind: 'day', day: '2024-07-02' },
    ],
    ['another amount', money('504.92'), 510, { kind: 'money', number: '510', display: null }],
    ['a cent', money('504.92'), 504.93, { kind: 'money', number: '504.93', display: null }],
    [
      'the smallest part over half a cent',
      money('0.005'),
      '0.0101',
      { kind: 'money', number: '0.0101', display: null },
    ],
    [
      'an amount beyond what a double holds',
      money('90071992547409931.25'),
      '90071992547409931.26',
      { kind: 'money', number: '90071992547409931.26', display: null },
    ],
    ['the other side of nothing', money('-1'), 1, { kind: 'money', number: '1', display: null }],
    ['another number', number(100), 110, { kind: 'number', number: '110', display: null }],
    ['the last digit', number(0.1), '0.10000001', { kind: 'number', number: '0.10000001', display: null }],
    ['another percentage', percent(2), 1.5, { kind: 'percent', number: '1.5', display: null }],
    ['another cover', cover(true), false, { kind: 'covered', covered: false }],
    ['a cover as CSV has it', cover(false), 'true', { kind: 'covered', covered: true }],
    ['another text', words('Gent'), 'Brugge', { kind: 'text', text: 'Brugge' }],
    ['a letter with its accent', words('Liege'), 'Liège', { kind: 'text', text: 'Liège' }],
    ['a text where the zone has none', words(''), 'Brugge', { kind: 'text', text: 'Brugge' }],
    [
      'a text of a kind that is not known',
      { kind: 'hologram', value: 'a' },
      'b',
      { kind: 'text', text: 'b' },
    ],
    ['a number of such a kind', { kind: 'hologram', value: 1 }, '2', { kind: 'text', text: '2' }],
    ['a yes of such a kind', { kind: 'hologram', value: true }, 'false', { kind: 'text', text: 'false' }],
    ['a text against a number', words('12'), 13, { kind: 'text', text: '13' }],
    ['a letter that has no capital of its own', words('Maß'), 'Mass', { kind: 'text', text: 'Mass' }],
    ['a cover that a CSV denies', cover(true), 'false', { kind: 'covered', covered: false }],
    [
      'a number with spaces around it',
      number(100),
      ' 110 ',
      { kind: 'number', number: '110', display: null },
    ],
    [
      'the longest number',
      number(1),
      '9'.repeat(60),
      { kind: 'number', number: '9'.repeat(60), display: null },
    ],
  ])('differs: %s', (_, item, held, expected) => {
    expect(compared(item, held)).toEqual(expected);
  });

  test.each<[string, Item, unknown]>([
    ['the same day', day('2024-02-14'), '2024-02-14'],
    ['midnight in Brussels', day('2024-02-14'), '2024-02-13T23:00:00.000Z'],
    ['midnight in summer', day('2024-07-01'), '2024-06-30T22:00:00.000Z'],
    ['the last minute in Brussels', day('2024-02-14'), '2024-02-14T22:59:59.000Z'],
    ['a day that is none', day('2024-02-31'), '2024-03-02'],
    ['a field with a day that is none', day('2024-03-02'), '2024-02-31'],
    ['a field with part of a day', day('2024-03-02'), '2024'],
    ['a field with another text', day('2024-03-02'), 'soon'],
    ['the same amount', money('504.920'), 504.92],
    ['half a cent, which a field rounds', money('504.925'), 504.93],
    ['half a cent the other way', money('504.925'), 504.92],
    ['an amount of another sort', money({}), 1],
    ['an amount without a value', { kind: 'money', value: null }, 1],
    ['an amount that is a word', { kind: 'money', value: 'EUR' }, 1],
    ['the same number as text', number(100), ' 100.0 '],
    ['a number in hexadecimal', number(16), '0x10'],
    ['a number against a check box', number(2), true],
    ['a number that is written short', number(1), '1e3'],
    ['a number without end', number(1), '9'.repeat(61)],
    ['decimals without end', number(1), `1.${'0'.repeat(59)}1`],
    ['an amount in a list', money(['1']), 2],
    ['money that is missing', { kind: 'money', value: undefined }, 1],
    ['a day in a list', day(['2024-01-01']), '2024-01-02'],
    ['a day of a later age', day('+012024-01-01'), '2024-01-02'],
    ['a field with a moment of a later age', day('2024-01-01'), '+012024-01-01T12:00:00Z'],
    ['a field with a moment that is none', day('2024-01-01'), '2024-13-01T12:00:00Z'],
    ['another sort of field', number(100), 'much'],
    ['the same percentage', percent(12.5), '12.50'],
    ['the same cover', cover(true), true],
    ['a cover against a text', cover(true), 'no'],
    ['a cover that is none', cover('yes'), false],
    ['capitals, spaces and dashes', words(' 1-AB 2.c'), '1ab2C'],
    ['letters of full width', words('ＡＢ'), 'ab'],
    ['a text against a check box', words('yes'), true],
    ['a list', { kind: 'text', value: ['a'] }, 'b'],
    ['nothing at all', words(null), 'b'],
    ['an empty field', words('a'), ''],
    ['a blank field', number(1), '  '],
    ['a blank field of text', words('a'), '  '],
    ['a field that is null', words('a'), null],
    ['no access', words('a'), undefined],
  ])('agrees or can not be compared: %s', (_, item, held) => {
    expect(compared(item, held)).toBeUndefined();
  });

  test("takes a picklist's label and its API name for the same, and shows the label", () => {
    expect(compared(words('Per jaar'), 'Annual', 'Per jaar')).toBeUndefined();
    expect(compared(words('annual'), 'Annual', 'Per jaar')).toBeUndefined();
    expect(compared(words('Per maand'), 'Annual', 'Per jaar')).toEqual({ kind: 'text', text: 'Per jaar' });
  });

  test("hands on the org's own text of an amount, currency included", () => {
    expect(compared(money('1'), 2, '€ 2,00')).toEqual({ kind: 'money', number: '2', display: '€ 2,00' });
  });

  test.each([
    ['Annual', 1],
    ['Monthly', 0],
    [null, 0],
    [undefined, 0],
  ])('compares the premium of a year only: %s', (frequency, count) => {
    const held = (field: string) =>
      ({ PremiumAmount: { value: 1 }, PremiumFrequency: { value: frequency } })[field];
    const view = { sections: [{ items: [{ code: 'annual-premium', ...money('504.92') }] }] };
    expect(differences(view, held, comparedFields('').fields)).toHaveLength(count);
  });

  test('gives all items that differ, in order, the same code twice too', () => {
    const item = (code: string, value: string) => ({ code, ...words(value) });
    const view = {
      sections: [
        { items: [item('contract-number', '1'), item('make', 'x')] },
        { items: [item('contract-number', '2'), item('constructor', 'x')] },
      ],
    };
    expect(differences(view, () => ({ value: '3' }), comparedFields(null).fields)).toEqual([
      { code: 'contract-number', kind: 'text', text: '3' },
      { code: 'contract-number', kind: 'text', text: '3' },
    ]);
  });

  test('reads the standard fields and those that an admin names', () => {
    expect(fieldsToCompare(comparedFields(undefined).fields)).toEqual([
      'PremiumAmount',
      'Name',
      'RenewalDate',
      'PremiumFrequency',
    ]);
    const { fields } = comparedFields(' power = Power__c \n renewal-date=; make=Name;');
    expect([...fields]).toEqual([
      ['annual-premium', 'PremiumAmount'],
      ['contract-number', 'Name'],
      ['power', 'Power__c'],
      ['make', 'Name'],
    ]);
    expect(fieldsToCompare(fields)).toEqual(['PremiumAmount', 'Name', 'Power__c', 'PremiumFrequency']);
  });

  test.each([
    [null, []],
    ['', []],
    [' ; \n;', []],
    ['a=B', []],
    ['a=', []],
    ['nonsense', ['nonsense']],
    ['a=B=C', ['a=B=C']],
    ['a==', ['a==']],
    ['=B', ['=B']],
    ['=', ['=']],
    ['a=No field; b=1st;c=C', ['a=No field', 'b=1st']],
    ['a=Name) { x }', ['a=Name) { x }']],
  ])('says which entries of %j can not be read', (setting, malformed) => {
    expect(comparedFields(setting).malformed).toEqual(malformed);
  });

  test('an entry that can not be read changes nothing', () => {
    expect([...comparedFields('renewal-date=1st').fields]).toEqual([...comparedFields('').fields]);
  });

  test.each([
    [['a', 'b', 'a'], 10, 'a;b'],
    [['abc', 'defg', 'h'], 5, 'abc;h'],
    [['abc', 'def'], 7, 'abc;def'],
    [['abcdef'], 5, ''],
    [[], 5, ''],
  ])('writes codes %j in %d characters as %j', (codes, length, text) => {
    expect(codesText(codes, length)).toBe(text);
  });
});
