import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { memoryState } from '../../tests/kit/memoryState.ts';
import { endReading } from '../staging/reading.ts';
import { openStaging } from '../staging/staging.ts';
import { privateFolder } from './ownFolder.ts';
import { runFolder, STAGING_FILE } from './runFiles.ts';
import {
  allRuns,
  deleteRun,
  feedFrom,
  feedToReadOnce,
  finishRun,
  isOver,
  lastFinished,
  latestRuns,
  mayHaveWritten,
  mustBeFinished,
  replanRun,
  runEntry,
  saveRun,
  setPhase,
  unfinishedRun,
  type Phase,
  type RunSettings,
} from './runs.ts';
import type { StateStore } from './store.ts';

let state: StateStore;
beforeEach(() => {
  state = memoryState();
});

const FEED = { path: '/feed', spooled: false, allowEmpty: true };
const SETTINGS = { settings: { a: 1 }, thresholds: { maxRejects: 1 } } as unknown as RunSettings;

function save(runId: string, started: string, phase: Phase = 'finished'): void {
  saveRun(state, { runId, started, phase, feed: FEED, settings: SETTINGS });
}
const ids = (runs: readonly { readonly runId: string }[]): readonly string[] =>
  runs.map(({ runId }) => runId);

test('the feed of a command line: a path, or the copy of standard input in the run, or standard input itself', () => {
  const options = { feed: 'x/../y.ndjson', allowEmpty: true };
  const path = { path: join(process.cwd(), 'y.ndjson'), spooled: false, allowEmpty: true };
  expect(feedFrom(options, '/run')).toEqual(path);
  expect(feedToReadOnce(options)).toEqual(path);
  const stdin = { feed: '-', allowEmpty: false };
  expect(feedFrom(stdin, '/run')).toEqual({ path: '/run/stdin.ndjson', spooled: true });
  expect(feedToReadOnce(stdin)).toEqual({ path: '-', spooled: false, direct: true });
});

test('a run comes back as it was saved; one of an earlier version has no settings', () => {
  save('r', '2026-11-21', 'planning');
  const entry = { runId: 'r', started: '2026-11-21', phase: 'planning', feed: FEED, report: null };
  expect(allRuns(state)).toEqual([{ ...entry, settings: SETTINGS, finished: null }]);
  state.db.exec('UPDATE run SET settings = NULL');
  expect(allRuns(state)[0]?.settings).toBeNull();
  finishRun(state, 'r', '2026-11-22', '{}');
  expect(allRuns(state)).toEqual([
    { ...entry, phase: 'finished', settings: null, finished: '2026-11-22', report: '{}' },
  ]);
});

test('runs come newest first, of one moment by their id', () => {
  for (const [id, started] of [
    ['b', '2026-11-20'],
    ['c', '2026-11-21'],
    ['a', '2026-11-21'],
  ] as const)
    save(id, started);
  expect(ids(allRuns(state))).toEqual(['c', 'a', 'b']);
  expect(ids(latestRuns(state, 2))).toEqual(['c', 'a']);
});

test('a run is found by its id, and forgotten by it', () => {
  save('a', '2026-11-20');
  save('b', '2026-11-21');
  expect([runEntry(state, 'a')?.started, runEntry(state, 'none')]).toEqual(['2026-11-20', undefined]);
  deleteRun(state, 'a');
  expect([runEntry(state, 'a'), ids(allRuns(state))]).toEqual([undefined, ['b']]);
});

test('the last night is the newest run of a feed that finished, whatever has run since', () => {
  expect(lastFinished(state)).toBeUndefined();
  save('before', '2026-11-19');
  save('night', '2026-11-20');
  save('given up', '2026-11-21', 'discarded');
  save('under way', '2026-11-22', 'writing');
  const feed = { path: 'inbox.db', spooled: false, live: true };
  saveRun(state, { runId: 'small', started: '2026-11-23', phase: 'finished', feed, settings: null });
  expect(lastFinished(state)?.runId).toBe('night');
});

test.each<[Phase, { readonly over: boolean; readonly written: boolean }]>([
  ['reading', { over: false, written: false }],
  ['planning', { over: false, written: false }],
  ['replanning', { over: false, written: true }],
  ['writing', { over: false, written: true }],
  ['finished', { over: true, written: false }],
  ['discarded', { over: true, written: false }],
])('a run that is %s', (phase, { over, written }) => {
  save('before', '2026-11-20');
  save('r', '2026-11-21', 'reading');
  setPhase(state, 'r', phase);
  expect(unfinishedRun(state)?.runId).toBe(over ? undefined : 'r');
  expect(allRuns(state).map(isOver)).toEqual([over, true]);
  expect(mayHaveWritten(state, 'r')).toBe(written);
});

test('what a run is planned with anew replaces what it was started with, of that run alone', () => {
  save('r', '2026-11-21', 'writing');
  save('other', '2026-11-20');
  const settings = { ...SETTINGS, thresholds: {} };
  replanRun(state, 'r', 'replanning', settings);
  expect(allRuns(state)).toMatchObject([
    { phase: 'replanning', settings },
    { phase: 'finished', settings: SETTINGS },
  ]);
});

describe('before another run', () => {
  const { folder } = folderForFile('runs-');

  test('nothing is asked of runs that are over', () => {
    save('r', '2026-11-21');
    expect(() => {
      mustBeFinished(state, folder);
    }).not.toThrow();
  });

  test('one that was reading is to be resumed, whatever is staged', () => {
    save('r', '2026-11-21', 'reading');
    expect(() => {
      mustBeFinished(state, folder);
    }).toThrow(expect.objectContaining({ code: 'UNFINISHED', detail: 'r' }) as Error);
  });

  test('one past reading is to be resumed while its staged data is there', () => {
    save('r', '2026-11-21', 'planning');
    expect(() => {
      mustBeFinished(state, folder);
    }).toThrow(
      expect.objectContaining({ code: 'STAGED_GONE', detail: 'r: what it had staged is gone' }) as Error,
    );
    privateFolder(join(folder, 'runs'));
    privateFolder(runFolder(folder, 'r'));
    const staging = openStaging(join(runFolder(folder, 'r'), STAGING_FILE));
    endReading(staging);
    staging.close();
    expect(() => {
      mustBeFinished(state, folder);
    }).toThrow(expect.objectContaining({ code: 'UNFINISHED' }) as Error);
  });
});
