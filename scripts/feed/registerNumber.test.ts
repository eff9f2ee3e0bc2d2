import fc from 'fast-check';
import { findRegisterNumber, holdsRegisterNumber } from './registerNumber.ts';

/** The check digits of nine digits, for people born before 2000 and from then on. */
const checkOf = (nine: string, prefix: '' | '2'): string =>
  String(97 - (Number(prefix + nine) % 97)).padStart(2, '0');
const bare = (nine: string, prefix: '' | '2' = ''): string => `${nine}${checkOf(nine, prefix)}`;
const dotted = (n: string): string =>
  `${n.slice(0, 2)}.${n.slice(2, 4)}.${n.slice(4, 6)}-${n.slice(6, 9)}.${n.slice(9)}`;

/** Invented numbers with correct check digits: born in 1985, and born in 2001. */
const BORN_1985 = bare('850730033');
const BORN_2001 = bare('010203004', '2');

test.each([
  ['bare', BORN_1985],
  ['bare, born from 2000 on', BORN_2001],
  ['dotted', dotted(BORN_1985)],
  ['dotted, born from 2000 on', dotted(BORN_2001)],
  ['in a sentence', `nr ${BORN_1985}, thanks`],
  ['in brackets', `(${dotted(BORN_1985)})`],
  ['after another number of eleven digits', `11111111111 ${BORN_1985}`],
  ['at both ends of a list', `1/${BORN_1985}/2`],
  ['on the first day of a year', bare('850101001')],
  ['on the last one', bare('851231001')],
  ['with check digits 97', bare('850101051')],
  ['with check digits that begin with 0', bare('850101042')],
])('%s: a register number is found', (_, text) => {
  expect(holdsRegisterNumber(text)).toBe(true);
});

test.each([
  ['a digit before', `1${BORN_1985}`],
  ['a digit after', `${BORN_1985}0`],
  ['a letter before', `A${BORN_1985}`],
  ['a letter after', `${BORN_1985}é`],
  ['a plus before', `+${BORN_1985}`],
  ['a plus after', `${BORN_1985}+`],
  ['an Arabic digit after', `${BORN_1985}٣`],
  ['a letter before the dotted form', `x${dotted(BORN_1985)}`],
  ['other check digits', BORN_1985.replace(/.$/, (last) => String((Number(last) + 1) % 10))],
  ['a space inside', `${BORN_1985.slice(0, 6)} ${BORN_1985.slice(6)}`],
  ['other signs for the dots', dotted(BORN_1985).replaceAll('.', '-')],
  ['half of the dots', BORN_1985.replace(/^(\d\d)(\d\d)/, '$1.$2.')],
  ['ten digits', BORN_1985.slice(1)],
])('%s: there is none', (_, text) => {
  expect(holdsRegisterNumber(text)).toBe(false);
});

test.each([
  ['month 0', '850030033'],
  ['month 13', '851330033'],
  ['month 99', '859930033'],
  ['day 0', '850700033'],
  ['day 32', '850732033'],
  ['day 99', '850799033'],
])('%s is no day, however well the check digits fit', (_, nine) => {
  for (const number of [bare(nine), bare(nine, '2')])
    expect([number, holdsRegisterNumber(number), holdsRegisterNumber(dotted(number))]).toEqual([
      number,
      false,
      false,
    ]);
});

test('any day, serial and century is found by its own check digits and by no other', () => {
  const two = (max: number, min = 0) =>
    fc.integer({ min, max }).map((value) => String(value).padStart(2, '0'));
  const serial = fc.integer({ min: 0, max: 999 }).map((value) => String(value).padStart(3, '0'));
  const nine = fc.tuple(two(99), two(12, 1), two(31, 1), serial).map((parts) => parts.join(''));
  fc.assert(
    fc.property(nine, two(99), (digits, check) => {
      const fits = check === checkOf(digits, '') || check === checkOf(digits, '2');
      expect(holdsRegisterNumber(digits + check)).toBe(fits);
      expect(holdsRegisterNumber(dotted(digits + check))).toBe(fits);
      expect(holdsRegisterNumber(bare(digits))).toBe(true);
      expect(holdsRegisterNumber(bare(digits, '2'))).toBe(true);
    }),
  );
});

test('every text of the data is looked at, at any depth and under any key, but telephones and the subject', () => {
  expect(findRegisterNumber({ a: [{ note: `x ${BORN_1985}` }] }, 'K1')).toEqual(['a', '0', 'note']);
  expect(findRegisterNumber({ a: null, b: 1, c: BORN_2001 }, 'K1')).toEqual(['c']);
  expect(findRegisterNumber(BORN_1985, 'K1')).toStrictEqual([]);
  expect(findRegisterNumber({ mobile: BORN_1985, phone: BORN_2001, customer: 'K1' }, 'K1')).toBeUndefined();
  expect(findRegisterNumber({ email: BORN_1985 }, 'K1')).toEqual(['email']);
  expect(findRegisterNumber({ customer: BORN_1985 }, BORN_1985)).toBeUndefined();
  expect(findRegisterNumber({ customer: `${BORN_1985} ` }, BORN_1985)).toEqual(['customer']);
  expect(findRegisterNumber({ address: { phone: BORN_1985 } }, 'K1')).toEqual(['address', 'phone']);
  expect(findRegisterNumber({ address: { mobile: BORN_1985 } }, 'K1')).toEqual(['address', 'mobile']);
});
