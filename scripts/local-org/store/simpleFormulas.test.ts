import formulon, { type FormulaLiteral } from 'formulon';
import { simpleCondition } from './simpleFormulas.ts';

const literal = (dataType: string, value: unknown, options = {}): FormulaLiteral => ({
  type: 'literal',
  dataType,
  value,
  options,
});
const number = (value: number): FormulaLiteral => literal('number', value, { length: 8, scale: 2 });

const VALUES: readonly FormulaLiteral[] = [
  number(-1.5),
  number(0),
  number(12.25),
  literal('checkbox', true),
  literal('checkbox', false),
  literal('text', '', { length: 0 }),
  literal('text', 'x', { length: 1 }),
  literal('date', new Date('2026-01-02T00:00:00Z')),
  literal('null', null),
];

const FORMULAS = [
  'A < 0',
  'A < B',
  'A <= B',
  'A > B',
  'A >= B',
  'A = B',
  'A <> B',
  'NOT(A)',
  'AND(A, NOT(B))',
  'A || B',
  'OR(ISBLANK(A), ISBLANK(B))',
  'AND(NOT(ISBLANK(A)), B > 1)',
  'AND(NOT(ISBLANK(A)), NOT(BEGINS(B, "x")))',
];

test.each(FORMULAS)('%s is what formulon says, or left to it', (formula) => {
  let answered = 0;
  for (const A of VALUES) {
    for (const B of VALUES) {
      const simple = simpleCondition(formula, { A, B });
      if (simple === undefined) continue;
      answered += 1;
      expect([A, B, formulon.parse(formula, { A, B })]).toEqual([
        A,
        B,
        expect.objectContaining({ dataType: 'checkbox', value: simple }),
      ]);
    }
  }
  expect(answered > 0).toBe(!formula.includes('BEGINS'));
});

test.each([
  ['a date', literal('date', new Date('2026-01-02T00:00:00Z')), false],
  ['a date-time', literal('datetime', new Date('2026-01-02T00:00:00Z')), false],
  ['a number', number(0), false],
  ['a text', literal('text', 'x', { length: 1 }), false],
  ['an empty text', literal('text', '', { length: 0 }), true],
  ['nothing', literal('null', null), true],
  ['a check box', literal('checkbox', false), undefined],
  ['a picklist', literal('picklist', '', { values: [] }), undefined],
])('ISBLANK of %s', (_name, A, expected) => {
  expect(simpleCondition('ISBLANK(A)', { A })).toBe(expected);
});

const CHECKED = literal('checkbox', true);

test.each([
  ['A < 0', 'of nothing', literal('null', null)],
  ['A = "x"', 'of a text', literal('text', 'x', { length: 1 })],
  [
    'A < 1',
    'of a number with more decimals than its field',
    literal('number', 1.005, { length: 8, scale: 2 }),
  ],
  ['A < 1', 'of a number of no field', { type: 'literal', dataType: 'number', value: 0 } as const],
  ['NOPE(A)', 'of a number', number(1)],
  ['NOPE(A)', 'of a check box', CHECKED],
  ['NOT(NOPE(A))', 'of a check box', CHECKED],
  ['AND()', 'of nothing at all', CHECKED],
  ['A + 1', 'that is no condition', number(1)],
  ['A', 'that is no condition', number(1)],
  ['A <', 'that can not be read', number(1)],
  ['B', 'of a name that is not there', number(1)],
])('%s %s is left to formulon', (formula, _why, A) => {
  expect(simpleCondition(formula, { A })).toBeUndefined();
});
