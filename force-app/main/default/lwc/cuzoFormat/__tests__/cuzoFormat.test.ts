import { dayText, fill, languageOf, momentText, moneyText, numberText, percentText } from 'c/cuzoFormat';

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

  test('a day is the same day everywhere', () => {
    expect(dayText('2024-02-14')).toBe('14 feb 2024');
    expect(dayText('not a day')).toBe('not a day');
  });

  test("a moment is in the agent's time zone", () => {
    expect(plain(momentText('2026-11-22T23:30:00.000Z'))).toMatch(/^23 nov 2026.* 00:30$/);
    expect(momentText('never')).toBe('never');
  });

  test('money keeps every digit', () => {
    expect(plain(moneyText('504.92', 'EUR'))).toBe('€ 504,92');
    expect(plain(moneyText('90071992547409931.25', 'EUR'))).toBe('€ 90.071.992.547.409.931,25');
    expect(moneyText('1', 'nonsense')).toBe('1 nonsense');
  });

  test('numbers have their unit', () => {
    expect(numberText(1998, 'cc')).toBe('1.998 cc');
    expect(numberText(0.5)).toBe('0,5');
  });

  test('12.5 is 12,5 %, without the digits of a binary fraction', () => {
    expect(plain(percentText(12.5)).replace(' ', '')).toBe('12,5%');
    expect(plain(percentText(0.07)).replace(' ', '')).toBe('0,07%');
  });
});
