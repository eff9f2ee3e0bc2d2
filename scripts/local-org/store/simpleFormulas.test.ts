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

test('comparisons with a blank, texts and unknown functions are left to formulon', () => {
  const A = literal('null', null);
  expect(simpleCondition('A < 0', { A })).toBeUndefined();
  expect(simpleCondition('A = "x"', { A: literal('text', 'x', { length: 1 }) })).toBeUndefined();
  expect(simpleCondition('NOPE(A)', { A: number(1) })).toBeUndefined();
  expect(simpleCondition('A <', { A: number(1) })).toBeUndefined();
});
