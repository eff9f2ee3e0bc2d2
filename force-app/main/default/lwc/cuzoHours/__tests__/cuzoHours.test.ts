import { isBelgianHoliday, openState, readHours } from 'c/cuzoHours';
import Holidays from 'date-holidays';
import OpeningHours from 'opening_hours';

const OFFICE = 'Mo-Th 08:30-17:00; Fr 08:30-16:00';

describe('says whether an office is open, by Belgian time', () => {
  test.each<[string, string, ReturnType<typeof openState>]>([
    ['Monday morning', '2026-11-23T07:30:00Z', { kind: 'open', until: '17:00' }],
    ['a minute too early', '2026-11-23T07:29:00Z', opens('2026-11-23', '2026-11-23', '08:30')],
    ['Friday before four', '2026-11-27T14:59:00Z', { kind: 'open', until: '16:00' }],
    ['Friday at four', '2026-11-27T15:00:00Z', opens('2026-11-27', '2026-11-30', '08:30')],
    ['Sunday', '2026-11-29T10:00:00Z', opens('2026-11-29', '2026-11-30', '08:30')],
    [
      'past midnight in Belgium, the day before in London',
      '2026-11-29T23:30:00Z',
      opens('2026-11-30', '2026-11-30', '08:30'),
    ],
    ['in summer time', '2026-07-01T06:30:00Z', { kind: 'open', until: '17:00' }],
    ['on a legal holiday of which nothing is said', '2026-12-25T10:00:00Z', { kind: 'holiday' }],
    ['the night before one', '2026-12-24T20:00:00Z', opens('2026-12-24', '2026-12-28', '08:30')],
    ['the day before one on a Sunday', '2026-10-31T10:00:00Z', opens('2026-10-31', '2026-11-02', '08:30')],
    ['on a holiday on a Sunday', '2026-11-01T10:00:00Z', opens('2026-11-01', '2026-11-02', '08:30')],
  ])('%s', (_, moment, state) => {
    expect(openState(OFFICE, Date.parse(moment))).toEqual(state);
  });

  test('an office that stays closed on holidays says when it opens', () => {
    const moment = Date.parse('2026-12-25T10:00:00Z');
    expect(openState(`${OFFICE}; PH off`, moment)).toEqual(opens('2026-12-25', '2026-12-28', '08:30'));
  });

  test('hours that meet are one, and those of a day off never open', () => {
    const moment = Date.parse('2026-11-23T10:00:00Z');
    expect(openState('Mo 09:00-12:00,12:00-17:00', moment)).toEqual({ kind: 'open', until: '17:00' });
    expect(openState('Mo-Su off', moment)).toEqual({ kind: 'closed', today: '2026-11-23', opens: null });
  });

  function opens(today: string, day: string, time: string): ReturnType<typeof openState> {
    return { kind: 'closed', today, opens: { day, time } };
  }
});

test.each([
  '',
  'op afspraak',
  '24/7',
  'Mo-Fr',
  'Mo-Fr 8.30-17.00',
  'Mo-Fr 22:00-02:00',
  'Mo-Fr 09:00-25:00',
  'Mo-Fr 09:60-17:00',
  'Jan-Mar 09:00-17:00',
  'Mo-PH 09:00-17:00',
  'Mo-Tu-We 09:00-17:00',
  'Mo-Fr 09:00-17:00 "bel eerst"',
  'Mo-Fr sunrise-sunset',
  'Mo-Fr 09:00+',
  'Mo-Fr 09:00-17:00 || "op afspraak"',
  'week 1-53 Mo 09:00-17:00',
  ';',
  'Mo 09:00-17:00;; Tu 09:00-17:00',
  'constructor 09:00-17:00',
])('%j is for people to read', (text) => {
  expect(readHours(text)).toBeNull();
  expect(openState(text, Date.parse('2026-11-23T10:00:00Z'))).toBeNull();
});

test('the legal holidays are those of date-holidays, but for Sundays that are holidays in name alone', () => {
  const calendar = new Holidays('BE');
  // The first and the last are of other centuries, each with a correction of its own for Easter.
  const years = [1998, ...Array.from({ length: 41 }, (_, at) => 2020 + at), 2106];
  for (const year of years) {
    const known = new Set(
      calendar
        .getHolidays(year)
        .filter(({ type }) => type === 'public')
        .map(({ date }) => date.slice(0, 10)),
    );
    const days = Array.from({ length: 365 }, (_, at) =>
      new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10),
    );
    const differing = days.filter((day) => isBelgianHoliday(day) !== known.has(day));
    expect(differing.filter((day) => new Date(day).getUTCDay() !== 0)).toStrictEqual([]);
  }
});

const BRUSSELS = new Intl.DateTimeFormat('en-US', {
  timeZone: 'Europe/Brussels',
  dateStyle: 'short',
  timeStyle: 'medium',
});
const STEP = 5 * 1_800_000;

/** Moments of a year and a day, each with the wall clock time of Brussels as a Date with these local fields, which the oracle reads. */
const YEAR = Array.from({ length: Math.ceil((366 * 24 * 3_600_000) / STEP) }, (_, at) => {
  const moment = Date.UTC(2026, 0, 1) + at * STEP;
  return { moment, brussels: new Date(BRUSSELS.format(moment)) };
});

test.each([
  `${OFFICE}; PH off`,
  'Mo-Fr 08:30-12:00,13:00-17:00; We 08:30-12:00; PH off',
  'Mo,We,Fr 09:00-18:00; Sa-Su 10:00-12:00; PH 10:00-11:00',
  'Sa-Mo 10:00-16:00; PH off',
  '09:00-17:00; Su off; PH closed',
  'Mo-Fr 00:00-24:00; PH off',
  'Tu-Th 08:00-17:00; We off; PH off;',
])('agrees with opening_hours all year, holidays and both clock changes included: %s', (text) => {
  const oracle = new OpeningHours(text, {
    lat: 50.85,
    lon: 4.35,
    address: { country_code: 'be', state: '' },
  });
  const differing = YEAR.filter(
    ({ moment, brussels }) => (openState(text, moment)?.kind === 'open') !== oracle.getState(brussels),
  ).map(({ moment }) => new Date(moment).toISOString());
  // Easter Sunday and Whit Sunday are no legal holidays, though the oracle's calendar has them.
  const inNameAlone = /^2026-(04-0[45]|05-2[34])/;
  expect(differing.filter((moment) => !inNameAlone.test(moment))).toStrictEqual([]);
});
