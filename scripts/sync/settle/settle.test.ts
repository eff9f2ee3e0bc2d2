import { contact, erased, MYVIVIUM, registration, type Sent } from '../../tests/kit/events.ts';
import { QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging, memoryState } from '../../tests/kit/memoryState.ts';
import { checked } from '../../tests/kit/replayed.ts';
import type { Report } from '../report/report.ts';
import { eventStager } from '../staging/newEvents.ts';
import type { Staging } from '../staging/staging.ts';
import { asOfReader, guardKey, type GuardScope } from '../state/asOfs.ts';
import { keepEvents, keptEvents } from '../state/keptEvents.ts';
import type { HourEntry } from '../state/liveHours.ts';
import { newestEvents } from '../state/newestEvents.ts';
import { allRuns, saveRun } from '../state/runs.ts';
import { settledReader } from '../state/settled.ts';
import type { StateStore } from '../state/store.ts';
import { toIsoSecond } from '../../feed/instant.ts';
import { settle } from './settle.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const FINISHED = '2026-11-22T04:00:00.000Z';
const OLDEST = '2026-10-23T04:00:00.000Z';
const LINE = Buffer.from('line'.padEnd(16));
const REPORT = { runId: 'r' } as Report;

let state: StateStore;
let staging: Staging;
beforeEach(() => {
  state = memoryState();
  staging = memoryStaging();
  const feed = { path: '/feed', spooled: false };
  saveRun(state, { runId: 'r', started: '2026-11-22T03:00:00.000Z', phase: 'writing', feed, settings: null });
});
interface Settled {
  readonly outcome: string;
  /** The scope of its guard, where the state folder is to know of it. */
  readonly guard?: GuardScope;
  readonly origin?: string;
}

/** Stages an event with its outcome, as planning and writing leave it. */
function stage(sent: Sent, { outcome, guard, origin = 'feed' }: Settled): void {
  const event = checked(sent);
  eventStager(staging)(event);
  const key = guard === undefined ? null : guardKey(state, guard, event.subject.toLowerCase());
  staging
    .prepare('UPDATE event SET outcome = ?, guard = ?, origin = ? WHERE id = ?')
    .run(outcome, key, origin, event.id);
}
const at = (time: string, more: Sent = {}): Sent => ({ time: `2026-11-21T${time}Z`, ...more });
function settled(): void {
  settle(staging, state, REPORT, QUICK, { finished: FINISHED, oldest: OLDEST });
}
function seen(subject: string, scope: GuardScope): string | null {
  const instant = asOfReader(state)(subject)(scope);
  return instant === undefined ? null : toIsoSecond(instant).slice(11, 19);
}

describe('what is remembered', () => {
  test('of an event that changed nothing its time, until the org holds a time of its own', () => {
    stage(registration('K1', null, at('10:00:00')), { outcome: 'unchanged', guard: 'mypv' });
    settled();
    expect([seen('k1', 'mypv'), seen('k1', 'myvivium'), seen('k2', 'mypv')]).toEqual([
      '10:00:00',
      null,
      null,
    ]);
    stage(registration('K1', null, at('11:00:00')), { outcome: 'changed', guard: 'mypv' });
    staging.exec("DELETE FROM event WHERE outcome = 'unchanged'");
    settled();
    expect(seen('k1', 'mypv')).toBeNull();
  });

  test('the newest time, whatever comes later', () => {
    stage(registration('K1', null, at('11:00:00')), { outcome: 'unchanged', guard: 'mypv' });
    settled();
    staging.exec('DELETE FROM event');
    stage(registration('K1', null, at('10:00:00')), { outcome: 'unchanged', guard: 'mypv' });
    settled();
    expect(seen('k1', 'mypv')).toBe('11:00:00');
    staging.exec('DELETE FROM event');
    stage(registration('K1', null, at('12:00:00')), { outcome: 'unchanged', guard: 'mypv' });
    settled();
    expect(seen('k1', 'mypv')).toBe('12:00:00');
  });

  test.each(['changed', 'unchanged', 'unmatched'])(
    'of an erasure that is %s all that it guards',
    (outcome) => {
      stage(erased('K1', 'customer', at('10:00:00')), { outcome, guard: 'mypv' });
      stage(erased('P1', 'policy', at('11:00:00', MYVIVIUM)), { outcome, guard: 'policy' });
      settled();
      expect([
        seen('k1', 'mypv'),
        seen('k1', 'contact'),
        seen('k1', 'myvivium'),
        seen('p1', 'policy'),
      ]).toEqual(['10:00:00', '10:00:00', null, '11:00:00']);
    },
  );

  test('an erasure and what came after it, in order of time', () => {
    stage(registration('K1', null, at('11:00:00')), { outcome: 'changed', guard: 'mypv' });
    stage(erased('K1', 'customer', at('10:00:00')), { outcome: 'changed', guard: 'mypv' });
    settled();
    expect([seen('k1', 'mypv'), seen('k1', 'contact')]).toEqual([null, '10:00:00']);
  });

  test.each([
    ['at its very instant', '10:00:00Z', '10:00:00'],
    ['later in its second', '10:00:00.9Z', '10:00:00'],
    ['in the second after it, which the org holds', '10:00:01Z', null],
  ])('an erasure and what changed %s', (_when, changed, remembered) => {
    stage(erased('K1', 'customer', at('10:00:00')), { outcome: 'changed', guard: 'mypv' });
    stage(contact('K1', `2026-11-21T${changed}`, {}), { outcome: 'changed', guard: 'contact' });
    settled();
    expect(seen('k1', 'contact')).toBe(remembered);
  });

  test.each(['late', 'superseded', 'failed', 'foreign'])('nothing of an event that is %s', (outcome) => {
    stage(registration('K1', null, at('10:00:00')), { outcome, guard: 'mypv' });
    settled();
    expect(seen('k1', 'mypv')).toBeNull();
  });
});

test('unmatched events are kept from the end of the run on; those that found a record and old ones are dropped', () => {
  const kept = { source: '/portals/mypv', subjectKey: 'k', view: null, event: '[]' };
  keepEvents(state, '2026-10-23T03:59:59.999Z', [{ ...kept, id: 'old' }]);
  keepEvents(state, OLDEST, [
    { ...kept, id: 'young' },
    { ...kept, id: 'found' },
  ]);
  stage(registration('K1', null, at('10:00:00', { id: 'new' })), { outcome: 'unmatched' });
  stage(registration('K2', null, at('10:00:00', { id: 'found' })), { outcome: 'changed', origin: 'kept' });
  settled();
  const left = (since: string): readonly string[] => [...keptEvents(state, since)].map(({ id }) => id);
  expect(left('0')).toEqual(['new', 'young']);
  expect(left(FINISHED)).toEqual(['new']);
});

test('the newest event of each zone is noted, and the run is over', () => {
  stage(registration('K1', null, at('10:00:00')), { outcome: 'changed' });
  stage(contact('K1', '2026-11-01T10:00:00Z', {}, at('09:00:00')), { outcome: 'late' });
  settled();
  expect(newestEvents(state, NOW)).toMatchObject([{ zone: 'mypv', newestEvent: '2026-11-21T10:00:00.000Z' }]);
  expect(allRuns(state)).toMatchObject([{ phase: 'finished', finished: FINISHED, report: '{"runId":"r"}' }]);
});

test('the lines of the run are known the next time', () => {
  stage(registration('K1', null), { outcome: 'changed' });
  staging.prepare("UPDATE event SET line = ?, record = 'R'").run(LINE);
  settled();
  expect(settledReader(state, NOW)('Account', 'k1')?.line(LINE)).toBeDefined();
});

test('when something goes wrong nothing is settled', () => {
  stage(registration('K1', null, at('10:00:00')), { outcome: 'unchanged', guard: 'mypv' });
  state.db.exec('DROP TABLE newest_event');
  expect(settled).toThrow(/newest_event/);
  expect(seen('k1', 'mypv')).toBeNull();
});

const HOUR = { key: 'live-20261122T03Z', started: '2026-11-22T03:00:00.000Z', report: '{"read":3}' };

test.each<[string, HourEntry | undefined, readonly object[]]>([
  [
    'a small run is over, and its hour is kept',
    { ...HOUR, feed: { path: '/inbox', spooled: false, live: true } },
    [
      { runId: 'r', phase: 'finished' },
      { runId: HOUR.key, phase: 'finished', finished: FINISHED, report: HOUR.report },
    ],
  ],
  ['a run of a feed has no hour', undefined, [{ runId: 'r', phase: 'finished' }]],
])('%s', (_what, hour, runs) => {
  settle(staging, state, REPORT, QUICK, { finished: FINISHED, oldest: OLDEST }, hour);
  expect(allRuns(state)).toMatchObject(runs);
});
