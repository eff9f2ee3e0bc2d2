import { codesText } from 'c/cuzoDifferences';
import fc from 'fast-check';
import type { Config } from '../../../../../../scripts/sync/config/config.ts';
import { comparedItems, keptFields } from '../../../../../../scripts/sync/events/comparison.ts';
import { policySituation } from '../policySituation';
import { shown } from './policies';

const RUNS = 1000;
const SETTING = 'start-date=EffectiveFromDate; power=Power__c; make=Make__c';
const CONFIG = { brands: { 'P&V': 'mypv' }, comparedFields: SETTING } as unknown as Config;

/** The standard fields and those of the setting, by the code of the item that is compared with them. */
const FIELDS = new Map([
  ['annual-premium', 'PremiumAmount'],
  ['contract-number', 'Name'],
  ['renewal-date', 'RenewalDate'],
  ['start-date', 'EffectiveFromDate'],
  ['power', 'Power__c'],
  ['make', 'Make__c'],
]);

const word = fc.constantFrom('P-1', 'p 1', 'Audi', 'BMW', '100', '');
const number = fc.constantFrom('0', '100', '100.00', '504.92', '504.925', '1e3');
const day = fc.constantFrom('2027-02-14', '2027-02-13', '2027-02-30');
const value = fc.oneof(
  word.map((text) => ({ kind: 'text', value: text })),
  day.map((text) => ({ kind: 'date', value: text })),
  number.map((amount) => ({ kind: 'money', value: { amount, currency: 'EUR' } })),
  fc.constantFrom(0, 100, 504.92).map((one) => ({ kind: 'number', value: { value: one, unit: 'kW' } })),
  fc.constantFrom(12.5, 100).map((one) => ({ kind: 'percent', value: one })),
  fc.boolean().map((one) => ({ kind: 'covered', value: one })),
  fc.constantFrom('another', 7).map((one) => ({ kind: 'another-kind', value: one })),
);
const item = fc
  .tuple(fc.constantFrom(...FIELDS.keys(), 'colour'), value)
  .map(([code, one]) => ({ code, ...one }));
const held = fc.oneof(
  ...[word, number, day, fc.constant('2027-02-13T23:00:00.000Z'), fc.boolean(), fc.constant(null)],
  fc.constantFrom(0, 100, 504.92),
);
const policy = fc.record({
  sections: fc.array(fc.array(item, { maxLength: 6 }), { maxLength: 3 }),
  fields: fc.tuple(...[...FIELDS.values()].map((name) => held.map((one) => [name, one] as const))),
  frequency: fc.constantFrom('Annual', 'Annual', 'Monthly', null),
  /** Of picklists the org has texts of its own. */
  label: fc.constantFrom(null, 'Audi', 'Other'),
});

test(`the job counts what the tab shows, in ${RUNS.toLocaleString('en')} policies`, () => {
  let most = 0;
  fc.assert(
    fc.property(policy, ({ sections, fields, frequency, label }) => {
      const view = { v: 1, title: 'Polis', sections: sections.map((items) => ({ code: 'details', items })) };
      const values = { ...Object.fromEntries(fields), PremiumFrequency: frequency };
      const record = shown(view, { ...values, CuZo_Product__c: 'car' });
      const labelled = Object.entries(record.fields).map(([name, one]) => [
        name,
        name === 'Make__c' ? { ...one, displayValue: label } : one,
      ]);
      const situation = policySituation(
        { ...record, fields: Object.fromEntries(labelled) },
        {
          ...{ brandField: undefined, deceasedField: undefined, comparedFields: SETTING },
          ...{ showDifferences: true, showDocuments: false },
        },
      );
      const marked = situation.differences.map(
        ({ section, item: place }) => view.sections[Number(section)]?.items[Number(place)]?.code ?? '',
      );

      const items = comparedItems(view, CONFIG);
      const displays = label === null ? {} : { Make__c: { display: label } };
      const kept = keptFields(
        { CuZo_View_Hash__c: 'h' },
        {
          ...{ id: '', accountId: '', isPersonAccount: false, customer: null, brand: 'P&V', isActive: true },
          ...{ modifiedBy: null, fields: {} },
          held: Object.fromEntries(
            Object.entries(values).map(([name, one]) => [
              name,
              { value: one, ...(displays as Readonly<Record<string, object>>)[name] },
            ]),
          ),
        },
        items,
        CONFIG,
      );
      expect(kept).toEqual({
        CuZo_Zone__c: 'MYPV',
        CuZo_Differences__c: items.length === 0 ? null : marked.length,
        CuZo_Difference_Fields__c: codesText(marked, 255) || null,
      });
      most = Math.max(most, marked.length);
    }),
    { numRuns: RUNS, seed: 1 },
  );
  expect(most).toBeGreaterThan(3);
});
