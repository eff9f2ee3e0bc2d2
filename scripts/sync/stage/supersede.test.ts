import fc from 'fast-check';
import { contact, erased, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryStaging } from '../../tests/kit/memoryState.ts';
import { checked } from '../../tests/kit/replayed.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { countRows } from '../state/sqlite.ts';
import { supersedeOlder } from './supersede.ts';

let staging: Staging;
beforeEach(() => {
  staging = memoryStaging();
});

/** Stages the events and returns those that are left, as `id data`, and how many were superseded. */
function newestOf(events: readonly Sent[]): { left: readonly string[]; superseded: number } {
  staging.exec('DELETE FROM event');
  const stage = eventStager(staging);
  for (const sent of events) stage(checked(sent));
  supersedeOlder(staging);
  const left = staging
    .prepare('SELECT id, source, data FROM event WHERE outcome IS NULL ORDER BY source, id')
    .all();
  return {
    left: left.map((row) => `${String(row.id)} ${String(row.source)} ${String(row.data)}`),
    superseded: countRows(staging, "FROM event WHERE outcome = 'superseded'"),
  };
}

/** The ids of those that are left, MyP&V's first. */
const idsLeft = (events: readonly Sent[]): readonly string[] =>
  newestOf(events).left.map((one) => one.split(' ', 1)[0] ?? '');

const at = (time: string, id: string, more: Sent = {}): Sent => ({ time: `2026-11-21T${time}`, id, ...more });

test('the newest wins in full precision, whatever the offset', () => {
  const older = registration('K1', null, at('10:00:00.0001Z', 'a'));
  const newer = registration('K1', null, at('11:00:00.00011+01:00', 'b'));
  expect(idsLeft([newer, older])).toEqual(['b']);
});

test('at the same instant the greater id wins', () => {
  expect(
    idsLeft([
      registration('K1', null, at('10:00:00Z', 'b')),
      registration('K1', null, at('10:00:00.0Z', 'a')),
    ]),
  ).toEqual(['b']);
});

test('contact data of both zones with one id and moment: the greater source wins, whichever came first', () => {
  const both = ['/portals/mypv', '/portals/myvivium'].map((source) =>
    contact('K1', '2026-11-20T10:00:00Z', { phone: source }, at('10:00:00Z', 'a', { source })),
  );
  for (const events of [both, both.toReversed()])
    expect(newestOf(events).left).toEqual([expect.stringMatching(/^a \/portals\/myvivium /)]);
});

test('subjects are the same when they differ in case only', () => {
  expect(
    idsLeft([registration('k1', null, at('10:00:00Z', 'a')), registration('K1', null, at('11:00:00Z', 'b'))]),
  ).toEqual(['b']);
});

test("registrations and views are each zone's own, contact data is not", () => {
  const pairs = (make: (over: Sent) => Sent): readonly string[] =>
    idsLeft([make(at('10:00:00Z', 'a')), make(at('11:00:00Z', 'b', MYVIVIUM))]);
  expect(pairs((over) => registration('K1', null, over))).toEqual(['a', 'b']);
  expect(pairs((over) => shown('P1', 'x', over))).toEqual(['a', 'b']);
  const changedLater = contact('K1', '2026-11-20T10:00:00Z', {}, at('01:00:00Z', 'a'));
  const toldLater = contact('K1', '2026-11-19T10:00:00Z', {}, at('02:00:00Z', 'b', MYVIVIUM));
  expect(idsLeft([changedLater, toldLater])).toEqual(['a']);
});

test("an erasure puts its own zone's older words about that record aside, and nothing else", () => {
  const events = [
    erased('X1', 'customer', at('12:00:00Z', 'e')),
    registration('X1', null, at('11:00:00Z', 'older')),
    registration('X1', null, at('11:00:00Z', 'other-zone', MYVIVIUM)),
    contact('X1', '2026-11-21T09:00:00Z', {}, at('13:00:00Z', 'newer')),
    shown('X1', 'x', at('11:00:00Z', 'policy')),
    registration('X2', null, at('11:00:00Z', 'other-customer')),
  ];
  expect(idsLeft(events)).toEqual(['e', 'newer', 'other-customer', 'policy', 'other-zone']);
});

test('of several erasures of a zone the newest counts, by time and then by id; each zone has its own', () => {
  const erasures = (...given: readonly [time: string, id: string, more?: Sent][]): readonly string[] =>
    idsLeft(given.map(([time, id, more]) => erased('K1', 'customer', at(time, id, more))));
  expect(erasures(['11:00:00Z', 'new'], ['10:00:00Z', 'old'])).toEqual(['new']);
  expect(erasures(['10:00:00Z', 'b'], ['10:00:00Z', 'a'])).toEqual(['b']);
  expect(erasures(['10:00:00Z', 'p'], ['11:00:00Z', 'v', MYVIVIUM])).toEqual(['p', 'v']);
  expect(
    idsLeft([
      erased('K1', 'customer', at('10:00:00Z', 'customer')),
      erased('K1', 'policy', at('11:00:00Z', 'policy')),
    ]),
  ).toEqual(['customer', 'policy']);
});

test('an erasure that a newer one supersedes decides nothing any more, at the same moment the id decides', () => {
  const events = (time: string, id: string): readonly Sent[] => [
    registration('K1', null, at(time, id)),
    erased('K1', 'customer', at('12:00:00Z', 'm')),
  ];
  expect(idsLeft(events('11:59:59Z', 'z'))).toEqual(['m']);
  expect(idsLeft(events('12:00:00Z', 'a'))).toEqual(['m']);
  expect(idsLeft(events('12:00:00Z', 'z'))).toEqual(['m', 'z']);
  expect(idsLeft(events('12:00:01Z', 'a'))).toEqual(['a', 'm']);
});

test('what was kept of a policy goes with the erasure of its customer by its zone, what is new stays', () => {
  const view = (id: string, customer: string, more: Sent = {}): Sent =>
    shown(`P-${id}`, 'x', at('10:00:00Z', id, more), { customer });
  staging.exec('DELETE FROM event');
  const stage = eventStager(staging);
  for (const sent of [
    view('of-the-feed', 'k1'),
    erased('K1', 'customer', at('11:00:00Z', 'e')),
    view('kept', 'k1'),
    view('other', 'k2'),
    view('other-zone', 'k1', MYVIVIUM),
  ])
    stage(checked(sent));
  staging.exec("UPDATE event SET origin = 'kept' WHERE n > 2");
  supersedeOlder(staging);
  const superseded = staging.prepare("SELECT id FROM event WHERE outcome = 'superseded'").all();
  expect(superseded.map(({ id }) => id)).toEqual(['kept']);
});

test('whatever the order of the lines, the same events are left', () => {
  const sent = fc.record({
    make: fc.constantFrom(
      (over: Sent) => registration('K1', null, over),
      (over: Sent) => registration('K1', '2026-01-01', over),
      (over: Sent) => erased('K1', 'customer', over),
      (over: Sent) => contact('K1', String(over.time), { phone: '1' }, over),
      (over: Sent) => shown('K1', String(over.id), over),
    ),
    over: fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd'),
      time: fc.constantFrom('2026-11-21T10:00:00Z', '2026-11-21T10:00:00.5Z', '2026-11-21T11:00:00+01:00'),
      source: fc.constantFrom('/portals/mypv', '/portals/myvivium'),
    }),
  });
  const orders = fc.array(sent, { maxLength: 12 }).chain((events) => {
    const made = events.map(({ make, over }) => make(over));
    return fc.tuple(fc.constant(made), fc.shuffledSubarray(made, { minLength: made.length }));
  });
  fc.assert(
    fc.property(orders, ([one, other]) => {
      expect(newestOf(other)).toEqual(newestOf(one));
    }),
    { numRuns: 60 },
  );
});
