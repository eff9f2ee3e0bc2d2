import fc from 'fast-check';
import { contact, erased, hidden, registration, shown, type Sent } from '../tests/kit/events.ts';
import { feedEvent, parseEvent } from './contract.ts';

const item = (kind: string, value: unknown): Sent => ({
  code: 'a-b',
  label: { nl: 'x', xx: 1 },
  kind,
  value,
});
const view = {
  title: 'x',
  language: 'nl',
  sections: [
    {
      code: 'a',
      items: [
        item('text', 'x'),
        item('date', '2026-01-02'),
        item('money', { amount: '1.50', currency: 'EUR' }),
        item('number', { value: 3, unit: 'm²' }),
        item('covered', true),
        item('percent', 12.5),
      ],
    },
  ],
  documents: [{ type: 'policy', issuedOn: '2026-01-02' }],
};
const LINES: readonly Sent[] = [
  registration('K1', '2026-01-02'),
  contact('K1', '2026-11-01T08:00:00Z', { phone: '1', address: null }),
  shown('P1', 'x', {}, { view, customer: 'K1' }),
  shown('P1', 'x', {}, { view: { title: 'x', sections: [{ code: 'a', items: [item('map', { a: [1] })] }] } }),
  hidden('P1', 'ended'),
  erased('K1', 'customer'),
];

/** The path of every value inside a JSON value. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The value with another one at that path; undefined removes it. */
function changed(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  if (Array.isArray(value))
    return value.map((one: unknown, index) => (String(index) === key ? changed(one, rest, other) : one));
  if (typeof value !== 'object' || value === null) return value;
  return { ...value, [key]: changed((value as Sent)[key], rest, other) };
}

test('the compiled part says what the contract says, of good lines and of faulty ones', () => {
  const line = fc.constantFrom(...LINES);
  const mutated = line.chain((good) =>
    fc.tuple(
      fc.constant(good),
      fc.array(
        fc.tuple(
          fc.constantFrom(...places(good)),
          fc.oneof(
            fc.jsonValue(),
            fc.constantFrom(undefined, 'text', 'map', 'money', true, 'a-b', '2026-01-02', { amount: '1' }),
          ),
        ),
        { maxLength: 2 },
      ),
    ),
  );
  fc.assert(
    fc.property(mutated, ([good, changes]) => {
      const line = changes.reduce<unknown>((value, [path, other]) => changed(value, path, other), good);
      const value: unknown = JSON.parse(JSON.stringify(line ?? null));
      const [given, expected] = [parseEvent(value), feedEvent.safeParse(value)];
      expect(given.success).toBe(expected.success);
      expect(given.data).toEqual(expected.data);
      expect(JSON.stringify(given.data)).toBe(JSON.stringify(expected.data));
      expect(given.error?.issues).toEqual(expected.error?.issues);
    }),
    { numRuns: 500 },
  );
});

const valid = (line: Sent): boolean => parseEvent(line).success;
const good = registration('K1', '2026-01-02');
const withView = (over: Sent): Sent => shown('P1', 'x', {}, { view: { title: 'x', sections: [], ...over } });
const withItem = (over: Sent): Sent =>
  withView({ sections: [{ code: 'a', items: [{ code: 'a', kind: 'text', value: 'x', ...over }] }] });

test.each<[string, Sent]>([
  ['a subject of 255 characters', { ...good, subject: 'K'.repeat(255) }],
  ['a subject with spaces inside', { ...good, subject: 'K 1' }],
  ['an id of any length', { ...good, id: 'x'.repeat(5000) }],
  ['a code of 40 characters', hidden('P1', `a-${'b'.repeat(38)}`)],
  ['a code of digits', hidden('P1', '2-go')],
  ['a long code of an item', withItem({ code: 'a'.repeat(41) })],
  ['no documents', withView({ documents: [] })],
  ['a label in no language', withItem({ label: {} })],
  ['a label in another language that is no text', withItem({ label: { es: 1 } })],
  ['an empty text', withItem({ value: '' })],
  ['a whole amount', withItem({ kind: 'money', value: { amount: '-5', currency: 'JPY' } })],
  ['a quantity without unit', withItem({ kind: 'number', value: { value: 0 } })],
  ['an unknown kind that is null', withItem({ kind: 'map', value: null })],
  ['a kind that objects have by nature', withItem({ kind: 'constructor', value: 1 })],
  ['a customer', shown('P1', 'x', {}, { customer: 'K1' })],
  ['not registered without a day', { ...good, data: { registered: false, registeredOn: null } }],
  ['a contact that keeps nothing', contact('K1', '2026-11-01T08:00:00Z', {})],
  [
    'a contact that removed all',
    contact('K1', '2026-11-01T08:00:00Z', { email: null, mobile: null, phone: null, address: null }),
  ],
])('%s keeps the contract', (_, line) => {
  expect(valid(line)).toBe(true);
});

test.each<[string, Sent]>([
  ['a subject of 256 characters', { ...good, subject: 'K'.repeat(256) }],
  ['an empty subject', { ...good, subject: '' }],
  ['a subject with a space before', { ...good, subject: ' K1' }],
  ['a subject with a space after', { ...good, subject: 'K1\u00a0' }],
  ['a subject with a control character', { ...good, subject: 'K\u00001' }],
  ['an empty id', { ...good, id: '' }],
  ['an id with a control character', { ...good, id: 'a\nb' }],
  ['another version', { ...good, specversion: '1.1' }],
  ['a source with a slash after', { ...good, source: '/portals/mypv/' }],
  ['a code of 41 characters', hidden('P1', `a-${'b'.repeat(39)}`)],
  ['a product of 41 characters', shown('P1', 'x', {}, { product: 'b'.repeat(41) })],
  [
    'a document type of 41 characters',
    withView({ documents: [{ type: 'b'.repeat(41), issuedOn: '2026-01-02' }] }),
  ],
  ['a code in capitals', hidden('P1', 'Ended')],
  ['a code with two dashes', hidden('P1', 'a--b')],
  ['a code with a dash before', hidden('P1', '-a')],
  ['a code with a dash after', hidden('P1', 'a-')],
  ['a code with a space', hidden('P1', 'a b')],
  ['a code with a line end', hidden('P1', 'a\n')],
  ['an empty code', hidden('P1', '')],
  ['an item code with an underscore', withItem({ code: 'a_b' })],
  ['a section without code', withView({ sections: [{ items: [] }] })],
  ['a view without title', withView({ title: undefined })],
  ...['nl', 'fr', 'de', 'en'].map((language): [string, Sent] => [
    `a label that is no text in ${language}`,
    withItem({ label: { [language]: 1 } }),
  ]),
  ['a label that is a number', withItem({ label: 1 })],
  ['an amount with a plus', withItem({ kind: 'money', value: { amount: '+5', currency: 'EUR' } })],
  ['an amount with an exponent', withItem({ kind: 'money', value: { amount: '1e5', currency: 'EUR' } })],
  [
    'an amount without a digit before the point',
    withItem({ kind: 'money', value: { amount: '.5', currency: 'EUR' } }),
  ],
  [
    'an amount without a digit after it',
    withItem({ kind: 'money', value: { amount: '5.', currency: 'EUR' } }),
  ],
  ['an amount with a space', withItem({ kind: 'money', value: { amount: ' 5', currency: 'EUR' } })],
  ['a currency in small letters', withItem({ kind: 'money', value: { amount: '5', currency: 'eur' } })],
  ['a currency of four letters', withItem({ kind: 'money', value: { amount: '5', currency: 'EURO' } })],
  ['a currency without letters', withItem({ kind: 'money', value: { amount: '5', currency: '' } })],
  ['a currency that is none', withItem({ kind: 'money', value: { amount: '5', currency: 'ABC' } })],
  ['money as text', withItem({ kind: 'money', value: '5 EUR' })],
  ['a quantity as text', withItem({ kind: 'number', value: { value: '5' } })],
  ['a unit that is no text', withItem({ kind: 'number', value: { value: 5, unit: 1 } })],
  ['a percentage as text', withItem({ kind: 'percent', value: '5' })],
  ['a date with a time', withItem({ kind: 'date', value: '2026-01-02T00:00:00Z' })],
  ['an unknown kind without a value', withItem({ kind: 'map', value: undefined })],
  ['a kind that is no text', withItem({ kind: 1 })],
  ['a customer with spaces around it', shown('P1', 'x', {}, { customer: ' K1' })],
  ['registered as text', { ...good, data: { registered: 'true', registeredOn: null } }],
  ['no day at all', { ...good, data: { registered: true } }],
  ['a day without registration', { ...good, data: { registered: false, registeredOn: '2026-01-02' } }],
  ['an address without a country', contact('K1', '2026-11-01T08:00:00Z', { address: { street: 'x' } })],
  ['an e-mail that is no text', contact('K1', '2026-11-01T08:00:00Z', { email: 1 })],
  ['a change without offset', contact('K1', '2026-11-01T08:00:00', {})],
  ['an erasure of nothing known', erased('K1', 'policy', { data: { kind: 'agent' } })],
])('%s breaks the contract', (_, line) => {
  expect(valid(JSON.parse(JSON.stringify(line)) as Sent)).toBe(false);
});

test('unknown keys are dropped, wherever they stand', () => {
  const line = { ...withItem({ extra: 1 }), extra: 1, data: { ...(withItem({}).data as Sent), extra: 1 } };
  expect(JSON.stringify(parseEvent(line).data)).not.toContain('extra');
});
