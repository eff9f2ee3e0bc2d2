import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact, erased, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { QUICK } from '../../tests/kit/memoryOrg.ts';
import { checkLine } from '../check/checkLine.ts';
import type { Report } from '../report/report.ts';
import { eventStager } from '../staging/newEvents.ts';
import { temporaryStaging, type Staging } from '../staging/staging.ts';
import { asOfReader, guardKey, type GuardScope } from '../state/asOfs.ts';
import { keepEvents, keptEvents } from '../state/keptEvents.ts';
import { newestEvents } from '../state/newestEvents.ts';
import { allRuns, saveRun } from '../state/runs.ts';
import { openState, type StateStore } from '../state/store.ts';
import { toIsoSecond } from '../../feed/instant.ts';
import { finishedRunFields, newestByZone } from './runFields.ts';
import { settle } from './settle.ts';

const NOW = Date.parse('2026-12-01T00:00:00Z');
const FINISHED = '2026-11-22T04:00:00.000Z';
const OLDEST = '2026-10-23T04:00:00.000Z';
const REPORT = { runId: 'r' } as Report;

let folder: string;
let state: StateStore;
let staging: Staging;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'settle-'));
  state = openState(folder);
  staging = temporaryStaging();
  const feed = { path: '/feed', spooled: false };
  saveRun(state, { runId: 'r', started: '2026-11-22T03:00:00.000Z', phase: 'writing', feed, settings: null });
});
afterEach(() => {
  staging.close();
  state.close();
  rmSync(folder, { recursive: true, force: true });
});

interface Settled {
  readonly outcome: string;
  /** The scope of its guard, where the state folder is to know of it. */
  readonly guard?: GuardScope;
  readonly origin?: string;
}

/** Stages an event with its outcome, as planning and writing leave it. */
function stage(sent: Sent, { outcome, guard, origin = 'feed' }: Settled): void {
  const { event } = checkLine({ number: 1, bytes: Buffer.from(JSON.stringify(sent)) }, NOW);
  if (!event) throw new Error('a faulty event in the test');
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

test('when something goes wrong nothing is settled', () => {
  stage(registration('K1', null, at('10:00:00')), { outcome: 'unchanged', guard: 'mypv' });
  state.db.exec('DROP TABLE newest_event');
  expect(settled).toThrow(/newest_event/);
  expect(seen('k1', 'mypv')).toBeNull();
});

test("the run's record: every number of the report under its own name, and what each zone said last", () => {
  stage(shown('P1', 'x', at('10:00:00.9', MYVIVIUM)), { outcome: 'changed' });
  const numbers = {
    exitCode: 1,
    apiCalls: 1,
    apiShare: 0.01234,
    seconds: 15.5,
    peakRssMb: 16,
    kept: 17,
    rejectCodes: { MISSING: 10, NOT_JSON: 3 },
    rowsWritten: 2,
    retried: 3,
    read: 4,
    changed: 5,
    unchanged: 6,
    late: 7,
    superseded: 8,
    duplicate: 9,
    foreign: 10,
    unmatched: 11,
    ambiguous: 12,
    rejected: 13,
    failed: 14,
  };
  const unknown = [
    { what: 'product', value: 'boat', count: 2 },
    { what: 'reason', value: 'old', count: 1 },
    { what: 'brand', value: 'P.V', count: 1 },
  ];
  const fieldsOf = (report: object) =>
    finishedRunFields({ unknown, ...numbers, ...report } as unknown as Report, newestByZone(staging), 'end');
  expect(fieldsOf({})).toEqual({
    Status__c: 'Finished',
    Finished__c: 'end',
    Newest_MyPV_Event__c: null,
    Newest_MyVivium_Event__c: '2026-11-21T10:00:00Z',
    API_Calls__c: 1,
    Rows_Written__c: 2,
    Retried__c: 3,
    Read__c: 4,
    Changed__c: 5,
    Unchanged__c: 6,
    Late__c: 7,
    Superseded__c: 8,
    Duplicate__c: 9,
    Foreign__c: 10,
    Unmatched__c: 11,
    Ambiguous__c: 12,
    Rejected__c: 13,
    Failed__c: 14,
    Unknown__c: 'product boat: 2 events\nreason old: 1 event\nbrand P.V: 1 event',
    Exit_Code__c: 1,
    Reject_Codes__c: 'MISSING 10\nNOT_JSON 3',
    New_Codes__c: 'product boat\nreason old',
    Kept_Events__c: 17,
    Seconds__c: 15.5,
    Peak_Memory_MB__c: 16,
    API_Share__c: 1.234,
  });
  expect(fieldsOf({ unknown: [], rejectCodes: {}, apiShare: null })).toMatchObject({
    Unknown__c: null,
    New_Codes__c: null,
    Reject_Codes__c: null,
    API_Share__c: null,
  });
  const long = Array.from({ length: 100 }, () => ({ what: 'product', value: 'x'.repeat(80), count: 1 }));
  const { Unknown__c: text = '' } = fieldsOf({ unknown: long });
  expect(text?.length).toBeLessThanOrEqual(2000);
  expect(text?.split('\n').every((line) => line === `product ${'x'.repeat(80)}: 1 event`)).toBe(true);
});
