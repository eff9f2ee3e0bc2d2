import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import {
  addToInbox,
  claimEvents,
  dropErased,
  dropWaitingOf,
  hasInbox,
  inboxFile,
  inboxLines,
  inboxSize,
  openInbox,
  settleInbox,
  type Inbox,
  type InboxEvent,
} from './inbox.ts';
import { allRuns, saveRun, type Phase } from './runs.ts';
import { openState, type StateStore } from './store.ts';

let folder: string;
let inbox: Inbox;
beforeEach(() => {
  ({ folder } = folderForFile('inbox-'));
  inbox = openInbox(folder);
});
afterEach(() => {
  inbox.close();
});

const event = (line: string, over: Partial<InboxEvent> = {}): InboxEvent => ({
  zone: 'mypv',
  target: 'Account',
  subjectKey: 'k1',
  customerKey: null,
  time: '2',
  line: Buffer.from(line),
  ...over,
});
const left = (): readonly unknown[] =>
  inbox
    .prepare('SELECT CAST(line AS TEXT) AS line, run FROM event ORDER BY n')
    .all()
    .map(({ line, run }) => (run === null ? line : `${String(line)} of ${String(run)}`));

async function linesOf(runId: string): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of inboxLines(inboxFile(folder), runId)) chunks.push(chunk);
  return Buffer.concat(chunks).toString();
}

test('a folder has an inbox once something was taken over HTTP', () => {
  expect([hasInbox(folder), hasInbox(join(folder, 'none'))]).toEqual([true, false]);
});

test('how much waits, and since when', () => {
  expect(inboxSize(inbox)).toEqual({ events: 0, bytes: 0, oldest: null });
  addToInbox(inbox, [event('four')], 200);
  addToInbox(inbox, [event('a'), event('b')], 100);
  claimEvents(inbox, 'r', 1);
  expect(inboxSize(inbox)).toEqual({ events: 3, bytes: 6, oldest: 100 });
});

test('a run gets the events that have waited longest, each event one run', async () => {
  addToInbox(
    inbox,
    ['a', 'b', 'c'].map((line) => event(line)),
    0,
  );
  expect([
    claimEvents(inbox, 'one', 2),
    claimEvents(inbox, 'two', 2),
    claimEvents(inbox, 'three', 2),
  ]).toEqual([2, 1, 0]);
  expect(await Promise.all(['one', 'two', 'three'].map(linesOf))).toEqual(['a\nb\n', 'c\n', '']);
});

test('the lines of many events come in order, however many are read at a time', async () => {
  const lines = Array.from({ length: 401 }, (_, n) => `line ${n}`);
  addToInbox(
    inbox,
    lines.map((line) => event(line)),
    0,
  );
  claimEvents(inbox, 'r', 1000);
  expect(await linesOf('r')).toBe(`${lines.join('\n')}\n`);
});

test.each<[Phase | 'none', readonly string[], readonly string[]]>([
  ['finished', ['waits'], []],
  ['discarded', ['taken', 'waits'], []],
  ['none', ['taken', 'waits'], []],
  ['planning', ['taken of r', 'waits'], ['r']],
])('of a small run that is %s', (phase, events, runs) => {
  addToInbox(inbox, [event('taken'), event('waits')], 0);
  claimEvents(inbox, 'r', 1);
  const state = openState(folder);
  const feed = { path: 'inbox.db', spooled: false, live: true };
  if (phase !== 'none') saveRun(state, { runId: 'r', started: '2026-11-21', phase, feed, settings: null });
  settleInbox(folder, state);
  expect(left()).toEqual(events);
  expect(allRuns(state).map(({ runId }) => runId)).toEqual(runs);
  state.close();
});

test('runs of a feed and hours stay, and a folder without an inbox is left alone', () => {
  const state = openState(folder);
  function run(runId: string, live: boolean): void {
    const feed = { path: 'x', spooled: false, live };
    saveRun(state, { runId, started: '2026-11-21', phase: 'finished', feed, settings: null });
  }
  run('night', false);
  run('live-20261121T03Z', true);
  run('small', true);
  settleInbox(join(folder, 'none'), state);
  expect(allRuns(state)).toHaveLength(3);
  settleInbox(folder, state);
  expect(allRuns(state).map(({ runId }) => runId)).toEqual(['night', 'live-20261121T03Z']);
  state.close();
});

describe('nothing of an event is left on disk', () => {
  const SECRET = 'a customer number';
  const isOnDisk = (): boolean =>
    readdirSync(folder).some(
      (name) => name.startsWith('inbox') && readFileSync(join(folder, name)).includes(SECRET),
    );

  test.each<[string, () => void]>([
    [
      'once its run has finished',
      () => {
        claimEvents(inbox, 'r', 1);
        const state = openState(folder);
        const feed = { path: 'inbox.db', spooled: false, live: true };
        saveRun(state, { runId: 'r', started: '2026-11-21', phase: 'finished', feed, settings: null });
        settleInbox(folder, state);
        state.close();
      },
    ],
    ['once its subject is forgotten', () => void dropWaitingOf(folder, 'Account', 'k1')],
    [
      'once its zone has erased it',
      () => void dropErased(folder, [{ zone: 'mypv', target: 'Account', subjectKey: 'k1', time: '3' }]),
    ],
  ])('%s', (_when, erase) => {
    addToInbox(inbox, [event(SECRET.repeat(1000)), event('waits', { subjectKey: 'k2' })], 0);
    expect(isOnDisk()).toBe(true);
    erase();
    expect([left(), isOnDisk()]).toEqual([['waits'], false]);
  });
});

/** The last connection that is closed takes the write-ahead log away (SQLite, Write-Ahead Logging). */
test.each<[string, (state: StateStore) => void]>([
  [
    'is settled',
    (state) => {
      settleInbox(folder, state);
    },
  ],
  ['forgets a subject', () => void dropWaitingOf(folder, 'Account', 'k1')],
])('no connection stays open when it %s', (_what, work) => {
  addToInbox(inbox, [event('a')], 0);
  inbox.close();
  const state = openState(folder);
  work(state);
  state.close();
  const files = readdirSync(folder).filter((name) => name.startsWith('inbox'));
  inbox = openInbox(folder);
  expect(files).toEqual(['inbox.db']);
});

const POLICY = { target: 'InsurancePolicy', subjectKey: 'p1' } as const;

describe('an erasure by a zone', () => {
  const erased = { zone: 'mypv', target: 'Account', subjectKey: 'k1', time: '2' } as const;

  test.each<[string, Partial<InboxEvent>, boolean]>([
    ['drops what the zone said before', { time: '1' }, true],
    ['leaves what it said at that time', { time: '2' }, false],
    ['leaves what the other zone said', { time: '1', zone: 'myvivium' }, false],
    ['leaves another customer', { time: '1', subjectKey: 'k2' }, false],
    ['drops a policy that names the customer', { time: '1', ...POLICY, customerKey: 'k1' }, true],
    ['leaves a policy that names another', { time: '1', ...POLICY, customerKey: 'k2' }, false],
    ['leaves a policy of that number', { time: '1', ...POLICY, subjectKey: 'k1' }, false],
  ])('%s', (_what, over, isDropped) => {
    addToInbox(inbox, [event('line', over)], 0);
    expect(dropErased(folder, [erased])).toBe(isDropped ? 1 : 0);
    expect(left()).toEqual(isDropped ? [] : ['line']);
  });

  test('of a policy drops the policy alone', () => {
    addToInbox(
      inbox,
      [event('policy', { ...POLICY, time: '1' }), event('customer', { customerKey: 'p1', time: '1' })],
      0,
    );
    expect(dropErased(folder, [{ ...erased, ...POLICY }])).toBe(1);
    expect(left()).toEqual(['customer']);
  });

  test('leaves what a run has taken', () => {
    addToInbox(inbox, [event('line', { time: '1' })], 0);
    claimEvents(inbox, 'r', 1);
    expect(dropErased(folder, [erased])).toBe(0);
  });
});

test('what is forgotten of a subject goes whole, taken or not, from either zone', () => {
  const vivium = { zone: 'myvivium', ...POLICY, customerKey: 'k1' } as const;
  addToInbox(inbox, [event('a', { time: '9' }), event('b', vivium), event('c', { subjectKey: 'k2' })], 0);
  claimEvents(inbox, 'r', 1);
  expect(dropWaitingOf(folder, 'Account', 'k1')).toBe(2);
  expect(left()).toEqual(['c']);
  expect([
    dropWaitingOf(folder, 'Account', 'k1'),
    dropWaitingOf(join(folder, 'none'), 'Account', 'k1'),
  ]).toEqual([0, 0]);
});
