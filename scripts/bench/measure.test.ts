import { isMet, median, table } from './measure.ts';

test('a figure is its middle try, beside least, most and aim', () => {
  const figure = { name: 'open', unit: 'ms', tries: [30.2, 10, 20.4], aim: { atMost: 25 } };
  expect(median(figure)).toBe(20.4);
  expect(table([figure]).split(/ {2,}/)).toEqual(['open', '20 ms', '(10 ms to 30 ms)', 'at most 25 ms']);
});

test('a missed aim is said', () => {
  const figure = { name: 'ratio', unit: 'times', tries: [1.234], aim: { atLeast: 2 } };
  expect(isMet(figure)).toBe(false);
  expect(table([figure])).toMatch(/^ratio +1\.23 times +at least 2\.00 times +MISSED$/);
});
