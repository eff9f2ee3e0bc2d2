import { measure, median, table } from './measure.ts';

test('a figure is the median of three tries, told with its spread and its aim', async () => {
  const answers = [30, 10, 20];
  const figure = await measure('a page', () => Promise.resolve(answers.shift() ?? 0), 15);
  expect(median(figure)).toBe(20);
  expect(table([figure])).toBe('a page     20 ms  (10 ms to 30 ms)  aim 15 ms');
});
