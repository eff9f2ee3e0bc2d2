import { pollWait } from './pollWait.ts';

const WAITS = [2, 5, 10, 30];

test('the first looks come soon, later ones rarely', () => {
  const waits = [0, 1, 2, 3, 4, 9].map((looks) => pollWait(WAITS, looks, { rows: 10, done: 0, seconds: 60 }));
  expect(waits).toEqual([2, 5, 10, 30, 30, 30]);
});

test('a job that moves is looked at when it should be over', () => {
  expect(pollWait(WAITS, 3, { rows: 1000, done: 600, seconds: 12 })).toBe(8);
  expect(pollWait(WAITS, 0, { rows: 1000, done: 999, seconds: 12 })).toBe(2);
  expect(pollWait(WAITS, 3, { rows: 1_000_000, done: 10, seconds: 12 })).toBe(30);
});
