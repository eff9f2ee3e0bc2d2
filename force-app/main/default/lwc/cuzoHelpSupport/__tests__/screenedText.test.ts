import fc from 'fast-check';
import { screenedText, type LeftOut } from '../screenedText';

const NOW = Date.parse('2026-11-27T10:00:00Z');
const screened = (typed: string) => screenedText(typed, NOW);

test.each<[string, LeftOut, string]>([
  ['a register number', 'register-number', '85.00.99-998.48'],
  ['one without its points', 'register-number', '85009999848'],
  ['one of who is born from 2000 on', 'register-number', '00009999838'],
  ['one of who is not in the register', 'register-number', '85 49 99 998 03'],
  ['one with wrong check digits', 'register-number', '85.07.30-033.00'],
  ['one with other gaps', 'register-number', '85-07-30 033 / 28'],
  ['a Belgian account number', 'account-number', 'BE75 0689 4521 8951'],
  ['in small letters and one piece', 'account-number', 'be75068945218951'],
  ['with a slip of the hand', 'account-number', 'BE75 0689 4521 8952'],
  ['with points', 'account-number', 'BE75.0689.4521.8951'],
  ['as it was before', 'account-number', '068-9452189-51'],
  ['a Dutch one', 'account-number', 'NL91 ABNA 0417 1643 00'],
  ['a French one', 'account-number', 'FR14 2004 1010 0505 0001 3M02 606'],
  ['a birth date', 'birth-date', '28/03/2000'],
  ['with points, one digit each', 'birth-date', '1.3.1985'],
  ['with dashes', 'birth-date', '28-03-1985'],
  ['year first', 'birth-date', '1985-03-28'],
  ['with a short year', 'birth-date', '28/03/85'],
  ['in words', 'birth-date', '28 maart 1985'],
  ['in French words', 'birth-date', '1er août 1985'],
  ['in German words', 'birth-date', '28. März 1985'],
])('%s: left out as %s', (_, kind, value) => {
  const mark = '[…]';
  expect(screened(value)).toEqual({ text: mark, leftOut: [kind] });
  expect(screened(`klant (${value}), foutcode 12`)).toEqual({
    text: `klant (${mark}), foutcode 12`,
    leftOut: [kind],
  });
  // Digits before it don't belong to it.
  expect(screened(`stap 4 ${value} stop`).text).not.toContain(value);
  expect(screened(`fout ${value}\n${value} stop`).text).toBe(`fout ${mark}\n${mark} stop`);
});

test.each([
  '',
  'itsme® en eID, foutcode 4031',
  'gisteren om 14.30 uur',
  '27/11/2026 om 10:00',
  '27/11/26',
  '26 november 2026, 9u30',
  '2026-11-26T09:30',
  '31/12/2025',
  'contract 111000171363',
  'klantnummer 10000001',
  '+32 470 12 34 56',
  '0470/12.34.56',
  '02/250.87.09',
  'an.28031985@example.com',
  'ERR12 bij stap 3 van 4, versie 1.2.3',
  'Chrome 131.0.6778.86',
])('%j goes into the mail as it is', (typed) => {
  expect(screened(typed)).toEqual({ text: typed, leftOut: [] });
});

test('whatever stands around it, a register number never comes through', () => {
  const digits = fc.tuple(
    fc.integer({ min: 0, max: 99 }),
    fc.integer({ min: 1, max: 12 }),
    fc.integer({ min: 1, max: 31 }),
    fc.integer({ min: 1, max: 998 }),
    fc.boolean(),
  );
  const around = fc.stringMatching(/^[a-z ,:;()\n]{0,12}$/);
  const two = (part: number) => String(part).padStart(2, '0');
  fc.assert(
    fc.property(
      digits,
      around,
      around,
      fc.constantFrom('', ' ', '.', '-', '/'),
      ([year, month, day, serial, isLate], before, after, gap) => {
        const first = `${two(year)}${two(month)}${two(day)}${String(serial).padStart(3, '0')}`;
        const check = two(97 - (Number(`${isLate ? '2' : ''}${first}`) % 97));
        const number = [first.slice(0, 2), first.slice(2, 4), first.slice(4, 6), first.slice(6), check].join(
          gap,
        );
        const { text, leftOut } = screened(`${before} ${number} ${after}`);
        expect(text.replace(/\D/g, '')).toBe('');
        expect(leftOut).toContain('register-number');
      },
    ),
  );
});
