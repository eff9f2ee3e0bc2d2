import type { Criterion } from '../../page/pageModel.ts';
import { fieldsOfRule, isVisible, type Lookup } from './visibility.ts';

const criterion = (leftValue: string, operator: string, rightValue: string): Criterion => ({
  leftValue,
  operator,
  rightValue,
});
const lookup: Lookup = (expression) =>
  ({ '$Permission.CustomPermission.May': true, 'Record.Amount': 20, 'Record.Name': 'Blue widget' })[
    expression
  ];

test('a component without a rule is seen', () => {
  expect(isVisible(undefined, lookup)).toBe(true);
});

test.each([
  ['{!$Permission.CustomPermission.May}', 'EQUAL', 'true', true],
  ['{!$Permission.CustomPermission.Other}', 'EQUAL', 'true', false],
  ['{!$Permission.CustomPermission.Other}', 'NE', 'true', true],
  ['{!Record.Amount}', 'GT', '9', true],
  ['{!Record.Amount}', 'LT', '9', false],
  ['{!Record.Amount}', 'GE', '20', true],
  ['{!Record.Amount}', 'LE', '19', false],
  ['{!Record.Missing}', 'LT', '9', false],
  ['{!Record.Name}', 'CONTAINS', 'widget', true],
  ['{!Record.Name}', 'SOUNDS', 'widget', false],
])('%s %s %s is %s', (left, operator, right, seen) => {
  expect(isVisible({ criteria: [criterion(left, operator, right)] }, lookup)).toBe(seen);
});

test.each([
  ['1 AND 2', false],
  ['1 OR 2', true],
  ['2 AND 2 OR 1', true],
  ['2 AND (2 OR 1)', false],
  ['1 AND NOT 2', true],
])('filter logic %s gives %s', (booleanFilter, seen) => {
  const criteria = [
    criterion('{!Record.Amount}', 'EQUAL', '20'),
    criterion('{!Record.Amount}', 'EQUAL', '21'),
  ];
  expect(isVisible({ criteria, booleanFilter }, lookup)).toBe(seen);
});

test('all criteria must hold when there is no filter logic', () => {
  const criteria = [
    criterion('{!Record.Amount}', 'EQUAL', '20'),
    criterion('{!Record.Amount}', 'EQUAL', '21'),
  ];
  expect(isVisible({ criteria }, lookup)).toBe(false);
});

test('names the record fields a rule asks for', () => {
  const criteria = [
    criterion('{!Record.Owner.Name}', 'EQUAL', 'A'),
    criterion('{!$Client.FormFactor}', 'EQUAL', 'Large'),
  ];
  expect(fieldsOfRule({ criteria })).toEqual(['Owner.Name']);
});
