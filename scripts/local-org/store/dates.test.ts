import { instantOf, isDay, stamp, stampOf, timeOf } from './dates.ts';

test.each([
  ['2026-01-31', true],
  ['2026-12-01', true],
  ['2026-04-30', true],
  ['2026-04-31', false],
  ['2026-02-28', true],
  ['2026-02-29', false],
  ['2024-02-29', true],
  ['2100-02-29', false],
  ['2026-00-10', false],
  ['2026-13-10', false],
  ['2026-01-00', false],
  ['2026-01-32', false],
  ['2026-01-011', false],
  ['2026-01-1', false],
  ['2026-1-01', false],
  ['226-01-01', false],
  ['x026-01-01', false],
  ['2026-x1-01', false],
  ['2026-01-x1', false],
  ['', false],
  // SOQL reference, "Date Formats and Date Literals": from 1700 to 4000.
  ['1700-01-01', true],
  ['1699-12-31', false],
  ['4000-12-31', true],
  ['4001-01-01', false],
])('%s is a day of the calendar: %p', (text, expected) => {
  expect(isDay(text)).toBe(expected);
});

test.each([
  ['2026-01-01T10:20:30.456Z', '2026-01-01T10:20:30.000+0000'],
  ['2026-01-01T10:20:30.456+0000', '2026-01-01T10:20:30.000+0000'],
  ['2026-01-01T23:59:59.000Z', '2026-01-01T23:59:59.000+0000'],
  ['2026-01-01T10:20:30Z', '2026-01-01T10:20:30.000+0000'],
  ['2026-01-01t10:20:30z', '2026-01-01T10:20:30.000+0000'],
  ['2026-01-01T10:20:30.1234Z', '2026-01-01T10:20:30.000+0000'],
  ['2026-01-01T10:20:30+01:30', '2026-01-01T08:50:30.000+0000'],
  ['2026-01-01T10:20:30-0130', '2026-01-01T11:50:30.000+0000'],
  ['2026-01-01T00:20:30.5+0100', '2025-12-31T23:20:30.000+0000'],
  ['1700-01-01T01:00:00+01:00', '1700-01-01T00:00:00.000+0000'],
  ['1700-01-01T00:00:00+01:00', undefined],
  ['4000-12-31T23:30:00-01:00', undefined],
  ['4001-01-01T00:30:00+01:00', undefined],
  ['2026-02-29T10:20:30.000Z', undefined],
  ['2026-02-29T10:20:30Z', undefined],
  ['2026-01-01T25:00:00.000Z', undefined],
  ['2026-01-01T30:00:00.000Z', undefined],
  ['2026-01-01T10:60:00.000Z', undefined],
  ['2026-01-01T10:20:60.000Z', undefined],
  ['2026-01-01T10:2x:30.000Z', undefined],
  ['2026-01-01T10:20:3x.000Z', undefined],
  ['2026-01-01T1x:20:30.000Z', undefined],
  ['2026-01-01T2x:20:30.000Z', undefined],
  ['2026-01-01T10:20:30.abcZ', undefined],
  ['2026-01-01T10:20:30.000Zx', undefined],
  ['2026-01-01T10:20:30.000', undefined],
  ['2026-01-01T10:20:30+01:00x', undefined],
  ['x2026-01-01T10:20:30+01:00', undefined],
  ['2026-01-01T25:00:00Z', undefined],
  ['2026-01-01T10:20:30+99:00', undefined],
  ['2026-01-01 10:20:30Z', undefined],
  ['2026-01-01T10:20Z', undefined],
  ['2026-01-01', undefined],
])('of %s the instant %p is kept', (text, expected) => {
  expect(stampOf(text)).toBe(expected);
});

test('an instant is kept to the second and read again', () => {
  const kept = stamp(new Date('2026-11-22T10:00:00.789Z'));
  expect(kept).toBe('2026-11-22T10:00:00.000+0000');
  expect(instantOf(kept)).toEqual(new Date('2026-11-22T10:00:00Z'));
});

test.each([
  ['09:45', '09:45:00.000Z'],
  ['19:45:10', '19:45:10.000Z'],
  ['23:59:59Z', '23:59:59.000Z'],
  ['00:00:00.5Z', '00:00:00.500Z'],
  ['13:45:00.123Z', '13:45:00.123Z'],
  ['13:45:00.1234Z', undefined],
  ['13:45:00.xZ', undefined],
  ['13:45:00+01:00', undefined],
  ['24:00:00', undefined],
  ['30:00:00', undefined],
  ['1x:00:00', undefined],
  ['2x:00:00', undefined],
  ['13:60:00', undefined],
  ['13:5x:00', undefined],
  ['13:45:60', undefined],
  ['13:45:5x', undefined],
  ['13', undefined],
  ['x13:45:00', undefined],
  ['13:45:00Zx', undefined],
])('of %s the time %p is kept', (text, expected) => {
  expect(timeOf(text)).toBe(expected);
});
