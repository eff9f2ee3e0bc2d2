import type { FieldDescribe } from './describe.ts';
import { type Reader, displayValue, plainValue } from './displayValue.ts';

const field = (type: string, more: Partial<FieldDescribe> = {}): FieldDescribe =>
  ({ name: 'X', type, scale: 2, picklistValues: [], ...more }) as unknown as FieldDescribe;

const reader = (locale: string): Reader => ({ locale, timeZone: 'Europe/Brussels', currency: 'EUR' });

const shown = (value: unknown, described: FieldDescribe, locale = 'nl-BE'): string | null =>
  displayValue(value, described, reader(locale))?.replace(/[\u00a0\u202f]/g, ' ') ?? null;

test.each([
  ['nl-BE', '28/03/2000', '€ 1.504,92', '28/03/2000, 12:30'],
  ['fr-BE', '28/03/2000', '1 504,92 €', '28/03/2000 12:30'],
  ['de-DE', '28.03.2000', '1.504,92 €', '28.03.2000, 12:30'],
  ['en-US', '3/28/2000', '€1,504.92', '3/28/2000, 12:30 PM'],
])(
  '%s reads dates with the whole year, amounts and times in its own way',
  (locale, date, amount, dateTime) => {
    expect(shown('2000-03-28', field('date'), locale)).toBe(date);
    expect(shown(1504.92, field('currency'), locale)).toBe(amount);
    expect(shown('2000-03-28T10:30:00.000+0000', field('datetime'), locale)).toBe(dateTime);
  },
);

test('a picklist shows the label, and a value without one itself', () => {
  const picklistValues = [{ value: 'a', label: 'Alpha', active: true, defaultValue: false }];
  expect(shown('a', field('picklist', { picklistValues }))).toBe('Alpha');
  expect(shown('b', field('picklist', { picklistValues }))).toBe('b');
  expect(shown('a;b', field('multipicklist', { picklistValues }))).toBe('Alpha;b');
});

test('numbers show as many digits as their field has', () => {
  expect(shown(1200, field('double', { scale: 0 }))).toBe('1.200');
  expect(shown(12.5, field('percent', { scale: 1 }))).toBe('12,5%');
});

test('text, ids, booleans and nothing have no other form', () => {
  expect([
    shown('x', field('string')),
    shown(true, field('boolean')),
    shown('005', field('reference')),
    shown(null, field('date')),
  ]).toEqual([null, null, null, null]);
});

test('a date-time ends in Z', () => {
  expect(plainValue('2000-03-28T10:30:00.000+0000', field('datetime'))).toBe('2000-03-28T10:30:00.000Z');
  expect(plainValue(undefined, field('string'))).toBeNull();
});
