import { dayStart, periodOf, todayIn } from './periods.ts';

const today = new Date('2026-11-22T00:00:00Z'); // a Sunday

test.each([
  ['TODAY', '2026-11-22', '2026-11-23'],
  ['YESTERDAY', '2026-11-21', '2026-11-22'],
  ['TOMORROW', '2026-11-23', '2026-11-24'],
  ['tomorrow', '2026-11-23', '2026-11-24'],
  ['LAST_WEEK', '2026-11-09', '2026-11-16'],
  ['THIS_WEEK', '2026-11-16', '2026-11-23'],
  ['NEXT_WEEK', '2026-11-23', '2026-11-30'],
  ['LAST_MONTH', '2026-10-01', '2026-11-01'],
  ['THIS_MONTH', '2026-11-01', '2026-12-01'],
  ['NEXT_MONTH', '2026-12-01', '2027-01-01'],
  ['LAST_QUARTER', '2026-07-01', '2026-10-01'],
  ['THIS_QUARTER', '2026-10-01', '2027-01-01'],
  ['NEXT_QUARTER', '2027-01-01', '2027-04-01'],
  ['LAST_YEAR', '2025-01-01', '2026-01-01'],
  ['THIS_YEAR', '2026-01-01', '2027-01-01'],
  ['NEXT_YEAR', '2027-01-01', '2028-01-01'],
  ['THIS_FISCAL_QUARTER', '2026-10-01', '2027-01-01'],
  ['LAST_FISCAL_YEAR', '2025-01-01', '2026-01-01'],
  ['LAST_90_DAYS', '2026-08-24', '2026-11-23'],
  ['NEXT_90_DAYS', '2026-11-23', '2027-02-21'],
  ['LAST_N_DAYS:3', '2026-11-19', '2026-11-23'],
  ['NEXT_N_DAYS:2', '2026-11-23', '2026-11-25'],
  ['N_DAYS_AGO:1', '2026-11-21', '2026-11-22'],
  ['LAST_N_WEEKS:2', '2026-11-02', '2026-11-16'],
  ['NEXT_N_WEEKS:2', '2026-11-23', '2026-12-07'],
  ['N_WEEKS_AGO:2', '2026-11-02', '2026-11-09'],
  ['LAST_N_MONTHS:2', '2026-09-01', '2026-11-01'],
  ['NEXT_N_MONTHS:12', '2026-12-01', '2027-12-01'],
  ['N_MONTHS_AGO:2', '2026-09-01', '2026-10-01'],
  ['LAST_N_QUARTERS:2', '2026-04-01', '2026-10-01'],
  ['NEXT_N_QUARTERS:2', '2027-01-01', '2027-07-01'],
  ['N_FISCAL_QUARTERS_AGO:2', '2026-04-01', '2026-07-01'],
  ['LAST_N_FISCAL_YEARS:2', '2024-01-01', '2026-01-01'],
  ['NEXT_N_YEARS:2', '2027-01-01', '2029-01-01'],
  ['N_YEARS_AGO:1', '2025-01-01', '2026-01-01'],
])('%s', (literal, from, to) => {
  expect(periodOf(literal, today, 1)).toEqual({ from, to });
});

test.each([
  ...['SOMEDAY', 'LAST_DAY', 'THIS_DAY', 'A_LAST_WEEK', 'LAST_WEEKS', 'WEEK', 'LAST_', 'LAST_FISCAL_WEEK'],
  ...[
    'LAST_N_DAYS',
    'LAST_N_DAYS:',
    'LAST_N_DAYS:x',
    'LAST_N_DAYS:1x',
    'A_LAST_N_DAYS:1',
    'TODAY:1',
    'TODAY_FISCAL',
  ],
  ...['N_DAYS:1', 'N_WEEKS:1', 'LAST_N_WEEKS_AGO:1', 'LAST_N_FISCAL_DAYS:1', 'LAST_N_HOURS:1', 'THIS_WEEK:1'],
])('%s is no literal', (literal) => {
  expect(periodOf(literal, today, 1)).toBeUndefined();
});

test('weeks begin on Sunday for some', () => {
  expect(periodOf('THIS_WEEK', today, 0)).toEqual({ from: '2026-11-22', to: '2026-11-29' });
});

test('a day begins at midnight of the time zone, also when the clock changes', () => {
  expect(dayStart('2026-11-22', 'Europe/Brussels')).toBe('2026-11-21T23:00:00.000+0000');
  expect(dayStart('2026-03-29', 'Europe/Brussels')).toBe('2026-03-28T23:00:00.000+0000');
  expect(dayStart('2026-03-30', 'Europe/Brussels')).toBe('2026-03-29T22:00:00.000+0000');
  expect(todayIn('Europe/Brussels', new Date('2026-11-21T23:30:00Z'))).toEqual(today);
});
