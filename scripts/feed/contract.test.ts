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

/** Every place of a JSON value, as the steps to it. */
function places(value: unknown, path: readonly string[] = []): readonly (readonly string[])[] {
  if (typeof value !== 'object' || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => places(inner, [...path, key]))];
}

/** The value with something else at a place; undefined takes it away. */
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
