import { batchOfRound } from './retry.ts';

test('rounds of tries get smaller, and the last goes account by account', () => {
  expect([0, 1, 2, 3, 4].map((round) => batchOfRound(round, 4, 200))).toEqual([
    { count: 200 },
    { count: 50 },
    { count: 12 },
    { count: 3 },
    { count: 200, oneAccount: true },
  ]);
});

test('a request takes one row at least', () => {
  expect(batchOfRound(3, 4, 10)).toEqual({ count: 1 });
});
