import { checkLine } from '../../sync/check/checkLine.ts';
import { lineSplitter } from '../lineSplitter.ts';
import { BAD_LINES, LONG_BAD_LINES, openBadLines } from './badLines.ts';

const BROKEN = {
  id: 'mypv-1',
  customer: '20000001',
  policy: '111300000001',
  time: '2026-11-21T03:00:00+01:00',
};
const NOW = Date.parse('2026-11-22T06:00:00Z');

test.each([...BAD_LINES, ...LONG_BAD_LINES])('$name is refused for what it is: $code', ({ code, line }) => {
  const splitter = lineSplitter();
  const [only] = [...splitter.push(Buffer.from(line(BROKEN))), ...splitter.end()];
  expect(checkLine(only!, NOW).reject?.code).toBe(code);
});

test('every way comes in turn, the long ones once', () => {
  const next = openBadLines();
  const all = BAD_LINES.length + LONG_BAD_LINES.length;
  expect(new Set(Array.from({ length: all }, next)).size).toBe(all);
  expect(Array.from({ length: 2 * BAD_LINES.length }, next)).toEqual([...BAD_LINES, ...BAD_LINES]);
});
