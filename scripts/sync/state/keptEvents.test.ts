import { memoryState } from '../../tests/kit/memoryState.ts';
import { dropKept, dropKeptOf, keepEvents, keptEvents, keptEventsOf, type KeptEvent } from './keptEvents.ts';
import type { StateStore } from './store.ts';

let state: StateStore;
beforeEach(() => {
  state = memoryState();
});

const DAY_1 = '2026-11-01T03:00:00.000Z';
const DAY_2 = '2026-11-02T03:00:00.000Z';
const DAY_3 = '2026-11-03T03:00:00.000Z';
const EVER = '0000';

/** An event as it is kept: its columns from `zone` on as an array. */
function event(id: string, over: Partial<KeptEvent> = {}, target = 'Account', data: unknown = {}): KeptEvent {
  const columns = ['mypv', target, 'registration', id, '0638', '0638', JSON.stringify(data)];
  return {
    source: '/portals/mypv',
    id,
    subjectKey: id,
    view: null,
    event: JSON.stringify(columns),
    ...over,
  };
}
const left = (since = EVER): readonly string[] => [...keptEvents(state, since)].map(({ id }) => id);

test('what is kept comes back as it was', () => {
  const kept = [event('a'), event('b', { view: '{"v":1}', source: '/portals/myvivium' })];
  keepEvents(state, DAY_1, kept);
  expect([...keptEvents(state, EVER)]).toEqual(kept);
});

test('an event keeps the day on which it was kept first, with what it says last', () => {
  keepEvents(state, DAY_1, [event('a')]);
  keepEvents(state, DAY_2, [event('a', { subjectKey: 'other', view: 'v', event: '[]' }), event('b')]);
  expect([...keptEvents(state, DAY_1)][0]).toEqual(
    event('a', { subjectKey: 'other', view: 'v', event: '[]' }),
  );
  expect(left(DAY_2)).toEqual(['b']);
  expect(left(DAY_3)).toStrictEqual([]);
});

test('what was kept before the oldest day is dropped, and so is what is named, from the zone that is named', () => {
  keepEvents(state, DAY_1, [event('old')]);
  keepEvents(state, DAY_2, [event('a'), event('a', { source: '/portals/myvivium' }), event('b')]);
  dropKept(state, DAY_2, [{ source: '/portals/mypv', id: 'a' }]);
  expect([...keptEvents(state, EVER)].map(({ id, source }) => `${source} ${id}`)).toEqual([
    '/portals/mypv b',
    '/portals/myvivium a',
  ]);
});

test('of a customer everything goes, policies that name them included; of a policy itself alone', () => {
  keepEvents(state, DAY_1, [
    event('c-1', { id: 'registration' }),
    event('c-1', { id: 'policy of that number', subjectKey: 'c-1' }, 'InsurancePolicy', { customer: 'c-2' }),
    event('p-1', { id: 'policy' }, 'InsurancePolicy', { customer: 'C-1' }),
    event('p-1', { id: 'without customer' }, 'InsurancePolicy'),
  ]);
  expect(dropKeptOf(state, 'Account', 'c-1')).toBe(2);
  expect(left()).toEqual(['policy of that number', 'without customer']);
  expect(dropKeptOf(state, 'InsurancePolicy', 'c-2')).toBe(0);
  expect(dropKeptOf(state, 'InsurancePolicy', 'p-1')).toBe(1);
  expect(left()).toEqual(['policy of that number']);
});

test('a small run takes those about its own subjects, and policies that name its customers', () => {
  keepEvents(state, DAY_1, [event('c-1', { id: 'too old' })]);
  keepEvents(state, DAY_2, [
    event('c-1', { id: 'customer' }),
    event('c-2', { id: 'another' }),
    event('p-1', { id: 'policy that names' }, 'InsurancePolicy', { customer: 'C-1' }),
    event('p-2', { id: 'policy that names another' }, 'InsurancePolicy', { customer: 'c-2' }),
    event('p-3', { id: 'policy', view: 'v' }, 'InsurancePolicy'),
  ]);
  const taken = [...keptEventsOf(state, DAY_2, ['c-1', 'p-3'])];
  expect(taken.map(({ id }) => id).sort()).toEqual(['customer', 'policy', 'policy that names']);
  expect(taken.find(({ id }) => id === 'policy')).toEqual(
    event('p-3', { id: 'policy', view: 'v' }, 'InsurancePolicy'),
  );
  expect([...keptEventsOf(state, DAY_2, [])]).toStrictEqual([]);
});
