import { dayStart, periodOf, todayIn } from './periods.ts';

const today = new Date('2026-11-22T00:00:00Z'); // a Sunday

test.each([
  ['TODAY', '2026-11-22', '2026-11-23'],
  ['YESTERDAY', '2026-11-21', '2026-11-22'],
  ['THIS_WEEK', '2026-11-16', '2026-11-23'],
  ['LAST_WEEK', '2026-11-09', '2026-11-16'],
  ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
  ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_FISCAL_YEAR', '2025-01-01', '2026-01-01'],
  ['LAST_N_DAYS:3', '2026-11-19', '2026-11-23'],
  ['NEXT_N_DAYS:2', '2026-11-23', '2026-11-25'],
  ['N_DAYS_AGO:1', '2026-11-21', '2026-11-22'],
  ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
  ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01'],
  ['LAST_90_DAYS', '2026-08-24', '2026-11-23'],
])('%s', (literal, from, to) => {
  expect(periodOf(literal, today, 1)).toEqual({ from, to });
});

test('weeks begin on Sunday for some, and an unknown literal is none', () => {
  expect(periodOf('THIS_WEEK', today, 0)).toEqual({ from: '2026-11-22', to: '2026-11-29' });
  expect(periodOf('SOMEDAY', today, 1)).toBeUndefined();
});

test('a day begins at midnight of the time zone, also when the clock changes', () => {
  expect(dayStart('2026-11-22', 'Europe/Brussels')).toBe('2026-11-21T23:00:00.000+0000');
  expect(dayStart('2026-03-29', 'Europe/Brussels')).toBe('2026-03-28T23:00:00.000+0000');
  expect(dayStart('2026-03-30', 'Europe/Brussels')).toBe('2026-03-29T22:00:00.000+0000');
  expect(todayIn('Europe/Brussels', new Date('2026-11-21T23:30:00Z'))).toEqual(today);
});
