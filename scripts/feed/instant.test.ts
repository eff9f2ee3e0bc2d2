import fc from 'fast-check';
import {
  isCalendarDate,
  isOrgDate,
  orgInstant,
  parseInstant,
  toBrusselsDay,
  toIsoSecond,
  toMillis,
  toSecond,
} from './instant.ts';

function at(text: string): string {
  const instant = parseInstant(text);
  if (instant === undefined) throw new Error(`${text} is no instant`);
  return instant;
}

test('the same moment is the same instant, whatever the offset and the trailing zeros', () => {
  expect(at('2026-11-21T22:14:05.12000+01:00')).toBe(at('2026-11-21T21:14:05.12Z'));
  expect(at('2026-11-21T23:59:59-00:30')).toBe(at('2026-11-22T00:29:59z'));
});

test('instants sort as time does, to the last decimal', () => {
  const moments = ['1999-12-31T23:59:59.999Z', '2026-11-21T10:00:00Z', '2026-11-21T10:00:00.0000000001Z'];
  const instants = [
    ...moments,
    '2026-11-21T10:00:00.1Z',
    '2026-11-21T10:00:00.12Z',
    '2026-11-21T10:00:01Z',
  ].map(at);
  expect(instants.toSorted()).toEqual(instants);
});

test('any two milliseconds sort as numbers do', () => {
  const millis = fc.date({ min: new Date('1700-01-01'), max: new Date('2999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(millis, millis, (a, b) => {
      const [x, y] = [at(a.toISOString()), at(b.toISOString())];
      expect(x < y).toBe(a < b);
      expect(toMillis(x)).toBe(a.getTime());
    }),
  );
});

test.each([
  '2026-11-21',
  '2026-11-21T10:00:00',
  '2026-02-30T10:00:00Z',
  '2026-11-21T24:00:00Z',
  '2026-11-21T10:60:00Z',
  '2026-11-21T10:00:60Z',
  '2026-11-29T23:59:60Z',
  '2016-12-31T23:59:60+01:00',
  '2016-12-31T23:59:61Z',
  '2026-11-21T10:00:00+24:00',
  '2026-11-21T10:00:00+01:60',
  '2026-11-21T10:00:00+0100',
  '2026-11-21T10:00:00.Z',
  '2026-11-21 10:00:00Z',
  '2026-11-21T10:00:00Z ',
  ' 2026-11-21T10:00:00Z',
  '2026-11-21T10:00:00Z\n',
  '2026-11-21T1:00:00Z',
  '0001-01-01T00:00:00+00:01',
  '0000-12-31T23:00:00-02:00',
  '2026-12-31T23:58:60Z',
  '2026-12-30T23:59:60Z',
  '2026-11-01T10:00:60Z',
])('%s is no instant', (text) => {
  expect(parseInstant(text)).toBeUndefined();
});

test('a leap second is the second that follows it, at the end of a month in UTC (RFC 3339 section 5.7)', () => {
  expect(at('2016-12-31T23:59:60Z')).toBe(at('2017-01-01T00:00:00Z'));
  expect(at('1990-12-31T15:59:60.25-08:00')).toBe(at('1991-01-01T00:00:00.25Z'));
  expect(at('2015-07-01T01:59:60+02:00')).toBe(at('2015-07-01T00:00:00Z'));
});

test('every day that Date knows is a day of the calendar, and has its instant', () => {
  const days = fc.date({ min: new Date('0001-01-01'), max: new Date('9999-12-31'), noInvalidDate: true });
  fc.assert(
    fc.property(days, (date) => {
      expect(isCalendarDate(date.toISOString().slice(0, 10))).toBe(true);
      expect(toMillis(at(date.toISOString()))).toBe(date.getTime());
    }),
  );
});

test('nothing else is a day of the calendar', () => {
  const upTo = (max: number, digits: number) =>
    fc.integer({ min: 0, max }).map((value) => String(value).padStart(digits, '0'));
  fc.assert(
    fc.property(upTo(9999, 4), upTo(13, 2), upTo(32, 2), (...parts) => {
      const text = parts.join('-');
      const date = new Date(`${text}T00:00:00Z`);
      const isDay = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
      expect(isCalendarDate(text)).toBe(isDay && !text.startsWith('0000'));
    }),
  );
});

test('the org gets seconds and days: UTC for times, Brussels for days', () => {
  const justAfterMidnight = at('2026-11-21T23:30:00.999Z');
  expect(toIsoSecond(justAfterMidnight)).toBe('2026-11-21T23:30:00Z');
  expect(toBrusselsDay(justAfterMidnight)).toBe('2026-11-22');
  expect(toSecond(justAfterMidnight)).toBe(at('2026-11-21T23:30:00Z'));
});

test('a day must be in the calendar', () => {
  const days = ['0001-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '9999-12-31'];
  const others = [
    '2026-02-29',
    '1900-02-29',
    '2100-02-29',
    '2026-04-31',
    '2026-13-01',
    '2026-00-01',
    '2026-01-00',
  ];
  const otherwise = ['26-01-01', '2026-1-1', '0000-01-01', '2026-01-01 ', '2026-01-011', '02026-01-01'];
  expect([...days, ...others, ...otherwise].filter(isCalendarDate)).toEqual(days);
});

test.each(['1900-03-01', '2000-02-29', '2000-12-31', '2100-03-01', '2400-03-01'])(
  '%s comes after so many leap days',
  (day) => {
    expect(toMillis(at(`${day}T00:00:00Z`))).toBe(Date.parse(`${day}T00:00:00Z`));
  },
);

test('the org takes the days from 1700 to 4000, and the moments from the first to the start of the last', () => {
  const days = [
    '1699-12-31',
    '1700-01-01',
    '2026-11-21',
    '4000-12-31',
    '4001-01-01',
    '0001-01-01',
    '9999-12-31',
  ];
  expect(days.filter(isOrgDate)).toEqual(['1700-01-01', '2026-11-21', '4000-12-31']);
  const taken = ['1700-01-01T00:00:00Z', '1700-01-01T01:00:00+01:00', '4000-12-31T00:00:00Z'];
  const others = ['1699-12-31T23:59:59.999Z', '1700-01-01T00:59:59+01:00', '4000-12-31T00:00:00.1Z', 'x'];
  expect([...taken, ...others].filter((text) => orgInstant(text) !== undefined)).toEqual(taken);
  expect(orgInstant(taken[1]!)).toBe(at(taken[0]!));
});

test('offsets to the last minute of a day are offsets', () => {
  expect(at('2026-11-21T10:00:00+23:59')).toBe(at('2026-11-20T10:01:00Z'));
  expect(at('2026-11-21T10:00:00-00:00')).toBe(at('2026-11-21T10:00:00Z'));
  expect(at('0001-01-01T00:00:00Z')).toBe('000000000000');
  expect(toMillis(at('2026-11-21T10:00:00.0239Z')) % 1000).toBe(23);
});
