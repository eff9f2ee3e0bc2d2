import {
  dayOfMomentText,
  dayText,
  decimalText,
  embedded,
  fill,
  languageName,
  languageOf,
  momentText,
  moneyText,
  numberText,
  percentText,
} from 'c/cuzoFormat';

/** Intl uses narrow and no-break spaces, which differ between versions. */
const plain = (text: string): string => text.replace(/\s/g, ' ');

describe('c-cuzo-format', () => {
  test('fills the places of a label in any order', () => {
    expect(fill('{1} before {0}', 'a', 'b')).toBe('b before a');
    expect(fill('{0} and {1}', 'a')).toBe('a and {1}');
    expect(fill('{0}', '$&')).toBe('$&');
  });

  test.each([
    ['nl-NL', 'nl'],
    ['fr', 'fr'],
    ['de', 'de'],
    ['en_US', 'en'],
    ['pt-BR', 'nl'],
  ])('speaks %s as %s', (tag, language) => {
    expect(languageOf(tag)).toBe(language);
  });

  test("a language has its name in the agent's language, or in another", () => {
    expect(languageName('de')).toBe('Duits');
    expect(languageName('nl', 'fr')).toBe('néerlandais');
  });

  test('a day is the same day everywhere', () => {
    expect(dayText('2024-02-14')).toBe('14 feb 2024');
    expect(dayText('0001-01-01')).toMatch(/^1 jan 0*1$/);
  });

  test.each([
    'not a day',
    '2024-02-31',
    '2023-02-29',
    '2024-13-01',
    '2024-00-10',
    '2024',
    '2024-2-1',
    '2024-02-14T00',
    '+012024-02-14',
    '',
  ])('shows %j, which is no day, as it came', (day) => {
    expect(dayText(day)).toBe(day);
  });

  test.each([
    ['plain', 'plain'],
    ['\u202Eevil\u202C \u2066text\u2069\u200F', 'evil text'],
    ['שלום', '\u2068שלום\u2069'],
    ['\u202Bسلام\u2069', '\u2068سلام\u2069'],
  ])('no mark in %j turns the sentence around it', (part, words) => {
    expect(embedded(part)).toBe(words);
    expect(fill('a {0} b', part)).toBe(`a ${words} b`);
  });

  test("a moment is in the agent's time zone", () => {
    expect(plain(momentText('2026-11-22T23:30:00.000Z'))).toMatch(/^23 nov 2026.* 00:30$/);
    expect(dayOfMomentText(Date.parse('2026-11-22T23:30:00.000Z'))).toBe('23 nov 2026');
    expect(momentText('never')).toBe('never');
  });

  test('money keeps every digit', () => {
    expect(plain(moneyText('504.92', 'EUR'))).toBe('€ 504,92');
    expect(plain(moneyText('90071992547409931.25', 'EUR'))).toBe('€ 90.071.992.547.409.931,25');
  });

  test.each([
    ['0.005', 'EUR', '€ 0,005'],
    ['504.9', 'EUR', '€ 504,90'],
    ['504', 'EUR', '€ 504,00'],
    ['504.920', 'EUR', '€ 504,920'],
    ['-0.0001', 'EUR', '€ -0,0001'],
    ['12', 'JPY', 'JP¥ 12'],
    ['12.5', 'JPY', 'JP¥ 12,5'],
    ['1', 'nonsense', '1 nonsense'],
    ['1e3', 'EUR', '1e3 EUR'],
    ['', 'EUR', ' EUR'],
    ['0.12345678901234567890', 'EUR', '€ 0,12345678901234567890'],
    ['0.123456789012345678901', 'EUR', '0.123456789012345678901 EUR'],
  ])('%s %s keeps the decimals it came with', (amount, currency, words) => {
    expect(plain(moneyText(amount, currency))).toBe(words);
  });

  test.each([
    ['1234.50', '1.234,5'],
    ['90071992547409931.25', '90.071.992.547.409.931,25'],
    ['1e3', '1e3'],
    ['word', 'word'],
    ['0.12345', '0,12345'],
  ])('writes the decimal %s', (decimal, words) => {
    expect(decimalText(decimal)).toBe(words);
  });

  test('numbers have their unit', () => {
    expect(numberText(1998, 'cc')).toBe('1.998 cc');
    expect(numberText(0.5)).toBe('0,5');
    expect(numberText(3, '')).toBe('3');
    expect(numberText(3, 'ש')).toBe('3 \u2068ש\u2069');
  });

  test('12.5 is 12,5 %, without the digits of a binary fraction', () => {
    expect(plain(percentText(12.5)).replace(' ', '')).toBe('12,5%');
    expect(plain(percentText(0.07)).replace(' ', '')).toBe('0,07%');
    expect(plain(percentText('0.005')).replace(' ', '')).toBe('0,005%');
    expect(plain(percentText(1e-7)).replace(' ', '')).toBe('0,0000001%');
    expect(plain(percentText(-3)).replace(' ', '')).toBe('-3%');
  });
});
