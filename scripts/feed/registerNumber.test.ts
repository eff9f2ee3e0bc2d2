import { findRegisterNumber, holdsRegisterNumber } from './registerNumber.ts';

/** Made-up numbers with right check digits: born in 1985, and born in 2001 (a 2 in front). */
const check = (nine: string, prefix: string): string =>
  String(97 - (Number(prefix + nine) % 97)).padStart(2, '0');
const BORN_1985 = `850730033${check('850730033', '')}`;
const BORN_2001 = `010203004${check('010203004', '2')}`;
const dotted = (n: string): string =>
  `${n.slice(0, 2)}.${n.slice(2, 4)}.${n.slice(4, 6)}-${n.slice(6, 9)}.${n.slice(9)}`;

test.each([
  BORN_1985,
  BORN_2001,
  dotted(BORN_1985),
  dotted(BORN_2001),
  `nr ${BORN_1985}, thanks`,
  `(${dotted(BORN_1985)})`,
])('case %#: a register number is found', (text) => {
  expect(holdsRegisterNumber(text)).toBe(true);
});

test.each([
  `1${BORN_1985}`,
  `${BORN_1985}0`,
  `A${BORN_1985}`,
  `${BORN_1985}é`,
  `+${BORN_1985}`,
  BORN_1985.replace(/.$/, (last) => String((Number(last) + 1) % 10)),
  '85133003300',
  '85073200000',
  `${BORN_1985.slice(0, 6)} ${BORN_1985.slice(6)}`,
])('case %#: what adjoins, is no day or has wrong check digits is none', (text) => {
  expect(holdsRegisterNumber(text)).toBe(false);
});

test('every text of the data is looked at, at any depth and under any key, but telephones and the subject', () => {
  expect(findRegisterNumber({ a: [{ note: `x ${BORN_1985}` }] }, 'K1')).toEqual(['a', '0', 'note']);
  expect(findRegisterNumber({ mobile: BORN_1985, phone: BORN_2001, customer: 'K1' }, 'K1')).toBeUndefined();
  expect(findRegisterNumber({ customer: BORN_1985 }, BORN_1985)).toBeUndefined();
  expect(findRegisterNumber({ address: { phone: BORN_1985 } }, 'K1')).toEqual(['address', 'phone']);
});
