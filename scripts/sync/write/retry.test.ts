import { rowsInRound } from './retry.ts';

test('rounds of tries get smaller, and the last goes row by row', () => {
  expect([0, 1, 2, 3, 4].map((round) => rowsInRound(round, 4, 200))).toEqual([200, 50, 12, 3, 1]);
});
