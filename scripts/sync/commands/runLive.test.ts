import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { checkLine } from '../check/checkLine.ts';
import { forThisFile } from '../../tests/kit/ending.ts';
import { contact, erased, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { folderForFile } from '../../tests/kit/folder.ts';
import { memoryOrg, QUICK, type MemoryOrg } from '../../tests/kit/memoryOrg.ts';
import { feedOf, quickJob, TEST_NOW } from '../../tests/kit/quickJob.ts';
import type { Config } from '../config/config.ts';
import { subjectKey } from '../events/event.ts';
import { hourlyOrg } from '../org/hourlyOrg.ts';
import { addToInbox, inboxSize, openInbox, type Inbox } from '../state/inbox.ts';
import { latestRuns } from '../state/runs.ts';
import { forget } from './forget.ts';
import { runFeed } from './run.ts';
import { runLive } from './runLive.ts';
import { withState, withStateToRead } from './stateFolder.ts';

const HOUR_MS = 3_600_000;

interface Ground {
  readonly stateDir: string;
  readonly inbox: Inbox;
  readonly memory: MemoryOrg;
  /** Runs what waits, `minutes` after three o'clock. */
  readonly run: (minutes?: number, config?: Config) => ReturnType<typeof runLive>;
  readonly feed: (lines: readonly Sent[]) => Promise<unknown>;
}

const place = forThisFile(() => Promise.resolve(folderForFile('live-')));
let grounds = 0;

function ground(): Ground {
  grounds += 1;
  const stateDir = join(place.folder, `state-${grounds}`);
  mkdirSync(stateDir, { mode: 0o700 });
  const inbox = openInbox(stateDir);
  const memory = memoryOrg();
  for (const number of ['1', '2'])
    memory.records.Account.set(`00100000000000${number}AAA`, {
      [QUICK.roles.customerNumber]: number,
      [QUICK.roles.isPersonAccount]: true,
    });
  let time = TEST_NOW;
  const hourly = hourlyOrg(memory.org, 0.5, () => time);
  return {
    stateDir,
    inbox,
    memory,
    run: (minutes = 0, config = QUICK) => {
      time = TEST_NOW + minutes * 60_000;
      const { job } = quickJob(config, time);
      return runLive(job, stateDir, inbox, () => Promise.resolve(hourly.forRun()));
    },
    feed: (lines) =>
      runFeed(quickJob().job, stateDir, feedOf(place.folder, lines), () => Promise.resolve(memory.org)),
  };
}

function take({ inbox }: Ground, ...events: readonly Sent[]): void {
  const checked = events.map((one) => {
    const line = Buffer.from(JSON.stringify(one));
    const { event } = checkLine({ number: 1, bytes: line }, TEST_NOW);
    if (!event) throw new Error('a test event that breaks the contract');
    const { customer } = (event.data ?? {}) as { readonly customer?: string };
    const { zone, target, time, subject } = event;
    const customerKey = customer === undefined ? null : subjectKey(customer);
    return { zone, target, time, subjectKey: subjectKey(subject), customerKey, line };
  });
  addToInbox(inbox, checked, TEST_NOW);
}

const ONBOARDED = 'CuZo_MyPV_Onboarded__c';
const accountOf = ({ memory }: Ground, number: string): unknown =>
  memory.records.Account.get(`00100000000000${number}AAA`)?.[ONBOARDED];

test('what waits is brought in and erased; the small runs of an hour are one record of the org and one entry', async () => {
  const own = ground();
  take(own, registration('1', '2026-11-21'), registration('9', null));
  expect(await own.run()).toMatchObject({ read: 2, changed: 1, unmatched: 1 });
  take(own, registration('2', '2026-11-20', { time: '2026-11-21T11:00:00Z' }));
  expect(await own.run(30)).toMatchObject({ read: 1, changed: 1 });
  expect([accountOf(own, '1'), accountOf(own, '2')]).toEqual([true, true]);
  expect(inboxSize(own.inbox).events).toBe(0);
  const key = 'live-20261122T03Z';
  expect([...own.memory.runs.keys()]).toEqual([key]);
  expect(own.memory.runs.get(key)).toMatchObject({
    Kind__c: 'Live',
    Status__c: 'Finished',
    Started__c: '2026-11-22T03:00:00.000Z',
    Finished__c: '2026-11-22T03:30:00.000Z',
    Read__c: 3,
    Changed__c: 2,
    Unmatched__c: 1,
    Exit_Code__c: 0,
    Kept_Events__c: 1,
    Reject_Codes__c: null,
    Seconds__c: expect.any(Number),
    Newest_MyPV_Event__c: '2026-11-21T11:00:00Z',
    Newest_MyVivium_Event__c: null,
  });
  take(own, registration('1', null, { time: '2026-11-21T12:00:00Z' }));
  await own.run(60);
  const runs = await withStateToRead(own.stateDir, (state) => latestRuns(state, 10));
  expect(runs.map(({ runId, phase }) => [runId, phase])).toEqual([
    ['live-20261122T04Z', 'finished'],
    [key, 'finished'],
  ]);

  take(own, registration('1', '2026-11-21', { time: '2026-11-21T12:30:00Z' }));
  await own.run(31 * 24 * 60);
  const later = await withStateToRead(own.stateDir, (state) => latestRuns(state, 10));
  expect(later.map(({ runId }) => runId)).toEqual(['live-20261223T03Z']);
});

test('what objects are and what the day allows is asked once an hour', async () => {
  const own = ground();
  const seldom = (): number =>
    own.memory.requests.filter((one) => /describe$|limits$|Organization$/.test(one)).length;
  take(own, registration('1', '2026-11-21'));
  await own.run();
  const first = seldom();
  expect(first).toBe(5);
  for (const minutes of [10, 59]) {
    take(own, registration('1', null, { time: `2026-11-21T11:${minutes}:00Z` }));
    await own.run(minutes);
  }
  expect(seldom()).toBe(first);
  take(own, registration('1', '2026-11-20', { time: '2026-11-21T13:00:00Z' }));
  await own.run(HOUR_MS / 60_000 + 1);
  expect(seldom()).toBe(2 * first);
});

test('events that a threshold stops wait, all of them, and go once it lets them', async () => {
  const own = ground();
  take(own, ...Array.from({ length: 1200 }, (_, n) => registration(`none-${n}`, null)));
  await expect(own.run()).rejects.toMatchObject({ code: 'TOO_MANY_UNMATCHED' });
  expect(inboxSize(own.inbox).events).toBe(1200);
  expect(await own.run(1, { ...QUICK, maxUnmatched: 1 })).toMatchObject({ read: 1200, unmatched: 1200 });
  expect(inboxSize(own.inbox).events).toBe(0);
});

test("a small run that was stopped goes on, with the configuration of now; another's run is left alone", async () => {
  const own = ground();
  take(own, registration('1', '2026-11-21'));
  own.memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') throw new Error('the org is gone');
  };
  await expect(own.run()).rejects.toThrow('gone');
  expect(inboxSize(own.inbox).events).toBe(1);
  own.memory.onRequest = () => undefined;
  take(own, registration('2', '2026-11-21'));
  const changed: Config = { ...QUICK, brands: { ...QUICK.brands, Other: 'mypv' } };
  expect(await own.run(1, changed)).toMatchObject({ read: 1, changed: 1 });
  expect(await own.run(2)).toMatchObject({ read: 1, changed: 1 });
  expect(inboxSize(own.inbox).events).toBe(0);

  own.memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') throw new Error('the org is gone');
  };
  await expect(own.feed([registration('1', null, { time: '2026-11-21T14:00:00Z' })])).rejects.toThrow('gone');
  take(own, registration('2', null, { time: '2026-11-21T14:00:00Z' }));
  await expect(own.run(3)).rejects.toMatchObject({ code: 'UNFINISHED' });
  expect(inboxSize(own.inbox).events).toBe(1);
});

test('forget and erasures reach what waits, contracts of the customer included', async () => {
  const own = ground();
  const policy = shown('900', 'x', {}, { customer: '1' });
  take(own, registration('1', null), policy, registration('2', null));
  expect(await forget(own.stateDir, 'Account', '1')).toBe(2);
  expect(inboxSize(own.inbox).events).toBe(1);
  const later = { time: '2026-11-21T20:00:00Z' };
  take(own, contact('2', '2026-11-21T09:00:00Z', { email: 'a@b.be' }), registration('2', null, later));
  await own.feed([erased('2', 'customer', { time: '2026-11-21T15:00:00Z' })]);
  const lines = own.inbox.prepare('SELECT line FROM event').all();
  expect(lines.map(({ line }) => Buffer.from(line as Uint8Array).toString())).toEqual([
    expect.stringContaining(later.time),
  ]);
});

test('a kept event of the same subject is tried again by a small run, others wait for the night', async () => {
  const own = ground();
  await own.feed([registration('3', null), registration('4', null)]);
  own.memory.records.Account.set('001000000000003AAA', {
    [QUICK.roles.customerNumber]: '3',
    [QUICK.roles.isPersonAccount]: true,
  });
  take(own, contact('3', '2026-11-21T11:00:00Z', { email: 'a@b.be' }, { time: '2026-11-21T11:00:00Z' }));
  expect(await own.run()).toMatchObject({ read: 1, retried: 1 });
});

test('run, resume and forget wait for a small run; without an inbox a locked folder is refused at once', async () => {
  const own = ground();
  let isFree = false;
  const small = withState(own.stateDir, async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    isFree = true;
  });
  await own.feed([registration('1', null)]);
  expect(isFree).toBe(true);
  await small;
  const other = join(place.folder, 'no-inbox');
  await withState(other, async () => {
    await expect(withState(other, () => Promise.resolve())).rejects.toMatchObject({ code: 'STATE_LOCKED' });
  });
});
