import { comparedFields, differences } from 'c/cuzoDifferences';
import fc from 'fast-check';

const RUNS = 1000;
const CODES = ['annual-premium', 'contract-number', 'renewal-date', 'start-date', 'power', 'make'];
const { fields } = comparedFields('start-date=EffectiveFromDate; power=Power__c');

/** A day in the range that fields hold. */
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
/** Whole cents: divided by 100, each is a different plain number. */
const cents = fc.integer({ min: -10_000_000, max: 10_000_000 });

/** An item, what Connect 360 holds of it, and whether they differ, which is known from how the pair is made. */
const pair = fc.oneof(
  fc.tuple(day, day).map(([shown, held]) => ({ kind: 'date', value: shown, held, differs: shown !== held })),
  fc.tuple(cents, cents, fc.boolean()).map(([shown, other, same]) => {
    const held = same ? shown : other;
    const amount = (shown / 100).toFixed(2);
    return { kind: 'money', value: { amount, currency: 'EUR' }, held: held / 100, differs: shown !== held };
  }),
  fc
    .tuple(cents, cents)
    .map(([shown, held]) => ({ kind: 'number', value: { value: shown }, held, differs: shown !== held })),
  fc
    .tuple(fc.boolean(), fc.boolean())
    .map(([shown, held]) => ({ kind: 'covered', value: shown, held, differs: shown !== held })),
  fc.stringMatching(/^[a-z]{1,8}$/).map((word) => ({
    kind: 'text',
    value: word,
    held: ` ${word.toUpperCase()}. `,
    differs: false,
  })),
  fc.stringMatching(/^[a-z]{1,8}$/).map((word) => ({
    kind: 'text',
    value: word,
    held: `${word}x`,
    differs: true,
  })),
);

const item = fc.tuple(fc.constantFrom(...CODES), pair).map(([code, made]) => ({ code, ...made }));

test(`counts what was made to differ, in ${RUNS.toLocaleString('en')} views`, () => {
  fc.assert(
    // Each code occurs once, because the field behind it holds one value.
    fc.property(fc.uniqueArray(item, { selector: ({ code }) => code }), fc.boolean(), (items, isAnnual) => {
      const held = new Map<string, unknown>([['PremiumFrequency', isAnnual ? 'Annual' : 'Monthly']]);
      for (const { code, held: value } of items) held.set(fields.get(code) ?? '', value);
      const expected = items.filter(
        ({ code, differs }) => differs && code !== 'make' && (isAnnual || code !== 'annual-premium'),
      );
      const found = differences({ sections: [{ items }] }, (field) => ({ value: held.get(field) }), fields);
      expect(found.map(({ code }) => code)).toEqual(expected.map(({ code }) => code));
    }),
    { numRuns: RUNS },
  );
});

test('takes anything at all, in view and field', () => {
  const any = fc.record({ code: fc.constantFrom(...CODES), kind: fc.string(), value: fc.anything() });
  fc.assert(
    fc.property(fc.array(any), fc.anything(), (items, value) => {
      const sections = [{ items }];
      expect(differences({ sections }, () => ({ value }), fields).length).toBeLessThanOrEqual(items.length);
    }),
    { numRuns: RUNS },
  );
});
