import { withoutBlankComparisons } from './blankComparisons.ts';

test.each([
  ['A__c > 5', 'FALSE'],
  ['A__c >= 5', 'FALSE'],
  ['5 < A__c', 'FALSE'],
  ['5 <= A__c', 'FALSE'],
  ['B__c > 5', '(B__c > 5)'],
  ['B__c >= 5', '(B__c >= 5)'],
  ['B__c < 5.5', '(B__c < 5.5)'],
  ['B__c <= C__c', '(B__c <= C__c)'],
  ['"A__c" > B__c', '("A__c" > B__c)'],
  ['OR(A__c > 5, TRUE)', 'or(FALSE, TRUE)'],
  ['IF(A__c > 5, FALSE, NULL)', 'if(FALSE, FALSE, NULL)'],
  [`IF(A__c < 5, "it's", 'a "b"')`, `if(FALSE, "it's", 'a "b"')`],
  ['(A__c + 1) > 5', '(add(A__c, 1) > 5)'],
  // As they are: without a comparison, and what can't be parsed.
  ['A__c  =  5', 'A__c  =  5'],
  ['A__c > (', 'A__c > ('],
])('with A__c blank %s is %s', (formula, expected) => {
  expect(withoutBlankComparisons(formula, new Set(['A__c']))).toBe(expected);
});

test('without a blank field a formula stays as it is', () => {
  expect(withoutBlankComparisons('A__c  >  5', new Set())).toBe('A__c  >  5');
});
