import { memoryState } from '../../tests/kit/memoryState.ts';
import type { ComparedItems } from '../events/comparison.ts';
import { comparedKeeper, comparedReader, dropComparedOf, type KeptItems } from './compared.ts';
import { customerHash, settledKey } from './settled.ts';
import { countRows } from './sqlite.ts';
import type { StateStore } from './store.ts';

const CODES = ['premium', 'renewal'];
const ITEMS = [{ code: 'premium', value: 1 }] as unknown as ComparedItems;
const KEPT: KeptItems = { view: 'view 1', items: ITEMS, customer: 'C-1' };

let state: StateStore;
beforeEach(() => {
  state = memoryState();
});

const keyOf = (policy: string): Buffer => settledKey(state, 'InsurancePolicy', policy);
function keep(policy: string, over: Partial<KeptItems> = {}): void {
  comparedKeeper(state, CODES).keep(keyOf(policy), { ...KEPT, ...over });
}
const read = (policy: string, view = 'view 1', codes = CODES): ComparedItems | undefined =>
  comparedReader(state, codes)(policy, view);
const count = (): number => countRows(state.db, 'FROM compared');

test.each<[string, ComparedItems | undefined, Parameters<typeof read>]>([
  ['the view that they are of', ITEMS, ['p1']],
  ['another view', undefined, ['p1', 'view 2']],
  ['another policy', undefined, ['p2']],
  ['fewer codes', undefined, ['p1', 'view 1', ['premium']]],
  ['other codes', undefined, ['p1', 'view 1', ['premiumrenewal']]],
])('what is known of %s', (_of, expected, given) => {
  keep('p1');
  expect(read(...given)).toEqual(expected);
});

test('what is kept last counts; a view without such items leaves none', () => {
  keep('p1');
  keep('p1', { view: 'view 2' });
  expect([read('p1'), read('p1', 'view 2'), count()]).toEqual([undefined, ITEMS, 1]);
  keep('p1', { items: [] });
  expect(count()).toBe(0);
});

test('the items of a policy are dropped, and those of policies of a customer, however its number is written', () => {
  keep('p1');
  keep('p2', { customer: 'c-1' });
  keep('p3', { customer: 'C-2' });
  keep('p4', { customer: null });
  const keeper = comparedKeeper(state, CODES);
  keeper.dropOfCustomers([]);
  expect(count()).toBe(4);
  keeper.dropOfCustomers([customerHash(state, 'c-1'), customerHash(state, 'c-9')]);
  expect(['p1', 'p2', 'p3', 'p4'].filter((policy) => read(policy))).toEqual(['p3', 'p4']);
  keeper.drop(keyOf('p3'));
  expect(['p3', 'p4'].filter((policy) => read(policy))).toEqual(['p4']);
});

test('what is forgotten of a customer or a policy is counted', () => {
  keep('p1');
  keep('p2');
  keep('p3', { customer: 'C-2' });
  expect(dropComparedOf(state, 'Account', 'c-1')).toBe(2);
  expect(dropComparedOf(state, 'InsurancePolicy', 'c-2')).toBe(0);
  expect([dropComparedOf(state, 'InsurancePolicy', 'p3'), dropComparedOf(state, 'Account', 'c-2')]).toEqual([
    1, 0,
  ]);
  expect(count()).toBe(0);
});

test('a folder of an earlier version knows none', () => {
  state.db.exec('DROP TABLE compared');
  expect(read('p1')).toBeUndefined();
});
