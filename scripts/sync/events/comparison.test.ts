import { configFile, type Config } from '../config/config.ts';
import {
  addedFields,
  comparedBy,
  comparedItems,
  heldFields,
  keptFields,
  type ComparedItems,
} from './comparison.ts';
import type { Fields, MatchedRecord } from './record.ts';

const config: Config = configFile.parse({
  contact: { since: '2026-09-01T00:00:00Z' },
  brands: { 'P&V': 'mypv', Vivium: 'myvivium', null: 'mypv' },
});
const more: Config = { ...config, comparedFields: 'start-date=EffectiveFromDate; renewal-date=' };

test('what is compared is read once of a configuration', () => {
  expect(comparedBy(config)).toBe(comparedBy(config));
  expect(comparedBy(more)).not.toBe(comparedBy(config));
});

test('the fields that are compared: the standard ones, those of the configuration, and those alone', () => {
  expect(heldFields(config)).toEqual(['PremiumAmount', 'Name', 'RenewalDate', 'PremiumFrequency']);
  expect(heldFields(more)).toEqual(['PremiumAmount', 'Name', 'EffectiveFromDate', 'PremiumFrequency']);
  expect(addedFields(config)).toStrictEqual([]);
  expect(addedFields(more)).toEqual(['EffectiveFromDate']);
});

test('of a view only the items with a field are compared, without their labels', () => {
  const number = { code: 'contract-number', kind: 'text', value: '3' };
  const sections = [
    {
      items: [
        { ...number, label: { nl: 'Nummer' } },
        { code: 'plate', kind: 'text', value: '1-ABC-1' },
      ],
    },
    { items: [{ code: 'renewal-date', kind: 'date', value: '2027-01-01' }] },
  ];
  expect(comparedItems({ sections }, config)).toEqual([
    number,
    { code: 'renewal-date', kind: 'date', value: '2027-01-01' },
  ]);
  expect(comparedItems({ sections }, more)).toEqual([number]);
});

const HELD: MatchedRecord['held'] = { Name: { value: '4' }, RenewalDate: { value: '2027-01-01' } };
const number = (value: string) => ({ code: 'contract-number', kind: 'text', value });
const renewal = (value: string) => ({ code: 'renewal-date', kind: 'date', value });
const VIEW: Fields = { CuZo_View_Hash__c: 'h' };

function kept(items: ComparedItems | undefined, brand: string | null = null, fields = VIEW): unknown {
  const record: MatchedRecord = {
    id: '1',
    accountId: '1',
    isPersonAccount: true,
    customer: 'K1',
    brand,
    isActive: true,
    modifiedBy: null,
    held: HELD,
    fields,
  };
  const {
    CuZo_Zone__c: zone,
    CuZo_Differences__c: count,
    CuZo_Difference_Fields__c: codes,
  } = keptFields(fields, record, items, config);
  return [zone, count, codes];
}

test.each([
  ['P&V', 'MYPV'],
  ['Vivium', 'MYVIVIUM'],
  ['Foreign', null],
  ['constructor', null],
  ['null', 'MYPV'],
  [null, null],
])('the zone of a policy of brand %s is %s', (brand, zone) => {
  expect(kept(undefined, brand)).toEqual([zone, undefined, undefined]);
});

test.each<[string, ComparedItems | undefined, Fields, unknown, unknown]>([
  ['no view', undefined, { CuZo_View_Hash__c: null }, null, null],
  ['a view that never came', [number('3')], {}, null, null],
  ['items that are not known', undefined, VIEW, undefined, undefined],
  ['nothing to compare', [], VIEW, null, null],
  ['no difference', [number('4'), renewal('2027-01-01')], VIEW, 0, null],
  ['one', [number('3'), renewal('2027-01-01')], VIEW, 1, 'contract-number'],
  ['two', [number('3'), renewal('2028-01-01')], VIEW, 2, 'contract-number;renewal-date'],
  ['one item twice', [number('3'), number('5')], VIEW, 2, 'contract-number'],
  [
    'more than the field holds',
    Array.from({ length: 1000 }, () => number('3')),
    VIEW,
    999,
    'contract-number',
  ],
])('differences that are kept: %s', (_what, items, fields, count, codes) => {
  expect(kept(items, null, fields)).toEqual([null, count, codes]);
});
