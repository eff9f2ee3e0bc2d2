import { memoryState } from '../../tests/kit/memoryState.ts';
import { saveRun } from './runs.ts';
import {
  customerHash,
  dropSettledOf,
  settledKeeper,
  settledKey,
  settledReader,
  type SettledLine,
} from './settled.ts';
import { countRows } from './sqlite.ts';
import type { StateStore } from './store.ts';

const NOW = Date.parse('2026-12-01T03:00:00Z');
const DAY_MS = 24 * 60 * 60 * 1000;

let state: StateStore;
beforeEach(() => {
  state = memoryState();
});

const hashOf = (name: string): Buffer => Buffer.from(name.padEnd(16));
const line = (name: string, view: string | null = null, second = 7): SettledLine => ({
  hash: hashOf(name),
  view,
  second,
});
const RECORD = Buffer.from('record');

/** Keeps lines of a customer and ends the run. */
function keep(key: string, lines: readonly SettledLine[], now = NOW, customer: string | null = null): void {
  const keeper = settledKeeper(state, now);
  const named = customer === null ? null : customerHash(state, customer);
  keeper.keep(settledKey(state, 'Account', key), { lines, record: RECORD }, named);
  keeper.end();
}
const find = (key: string, now = NOW) => settledReader(state, now)('Account', key);
const count = (): number => countRows(state.db, 'FROM settled');

test('each line comes back by its hash, with its view and its second', () => {
  const lines = [line('a'), line('b', 'ab'.repeat(32), 0), line('c', null, 2 ** 40)];
  keep('k1', lines);
  expect(['a', 'b', 'c'].map((name) => find('k1')?.line(hashOf(name)))).toEqual(lines);
  expect(find('k1')?.line(hashOf('d'))).toBeUndefined();
  expect([find('k2'), settledReader(state, NOW)('InsurancePolicy', 'k1')]).toEqual([undefined, undefined]);
});

test('what is kept last counts, without a line nothing does', () => {
  keep('k1', [line('a')]);
  keep('k1', [line('b')]);
  expect([find('k1')?.line(hashOf('a')), find('k1')?.line(hashOf('b'))?.second]).toEqual([undefined, 7]);
  keep('k1', []);
  expect(count()).toBe(0);
});

test('an entry is to be written anew after one to two weeks, not all in one night', () => {
  const keys = Array.from({ length: 100 }, (_, n) => `k${n}`);
  for (const key of keys) keep(key, [line('a')]);
  const freshAfter = (days: number): number =>
    keys.filter((key) => find(key, NOW + days * DAY_MS)?.record !== null).length;
  expect(freshAfter(6)).toBe(100);
  expect(freshAfter(7)).toBeLessThan(100);
  expect(freshAfter(7)).toBeGreaterThan(50);
  expect(freshAfter(12)).toBeGreaterThan(0);
  expect(freshAfter(13)).toBe(0);
  expect(find('k1', NOW + 13 * DAY_MS)?.line(hashOf('a'))).toBeDefined();
});

test('what nothing was heard of for 23 days is dropped, which is looked at once a week', () => {
  keep('old', [line('a')]);
  keep('k1', [line('a')], NOW + 21 * DAY_MS);
  keep('k2', [line('a')], NOW + 27 * DAY_MS);
  expect(count()).toBe(3);
  keep('k3', [line('a')], NOW + 28 * DAY_MS);
  expect([count(), find('old')]).toEqual([3, undefined]);
});

test('an entry of 23 days stays', () => {
  keep('old', [line('a')]);
  keep('k1', [line('a')], NOW + 23 * DAY_MS);
  expect(count()).toBe(2);
});

test('of a customer also what names the customer is dropped; a later night that names nobody changes nothing of that', () => {
  keep('k1', [line('a')]);
  keep('p1', [line('a')], NOW, 'k1');
  keep('p1', [line('b')], NOW, null);
  keep('p2', [line('a')], NOW, 'k2');
  expect(dropSettledOf(state, 'Account', 'k1')).toBe(2);
  expect(count()).toBe(1);
  keep('p3', [line('a')], NOW, 'k3');
  expect(dropSettledOf(state, 'InsurancePolicy', 'k3')).toBe(0);
  const keeper = settledKeeper(state, NOW);
  keeper.dropOfCustomers([]);
  expect(count()).toBe(2);
  keeper.dropOfCustomers([customerHash(state, 'k2'), customerHash(state, 'k3')]);
  expect(count()).toBe(0);
});

describe('what an earlier version of the job has left', () => {
  function finished(live: boolean): void {
    const feed = { path: 'x', spooled: false, live };
    saveRun(state, { runId: `r${live}`, started: '2026-11-21', phase: 'finished', feed, settings: null });
  }

  test('a run that kept nothing makes all unknown, and the next one begins anew', () => {
    keep('k1', [line('a')]);
    finished(false);
    expect(find('k1')).toBeUndefined();
    keep('k2', [line('a')]);
    expect([find('k1'), find('k2') !== undefined, count()]).toEqual([undefined, true, 1]);
  });

  test('a small run does not, there never was one that kept nothing', () => {
    keep('k1', [line('a')]);
    finished(true);
    expect(find('k1')).toBeDefined();
  });

  test('nothing is known of a run that ended before any entry was kept', () => {
    keep('k1', [line('a')]);
    state.db.exec("DELETE FROM setting WHERE name = 'settled runs'");
    finished(false);
    expect(find('k1')).toBeUndefined();
  });

  test('a folder without the entries is read as one that knows nothing', () => {
    keep('k1', [line('a')]);
    state.db.exec('DROP TABLE settled');
    expect(find('k1')).toBeUndefined();
  });
});
