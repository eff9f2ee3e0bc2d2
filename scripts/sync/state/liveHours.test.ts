import { memoryState } from '../../tests/kit/memoryState.ts';
import { hourReport, isHour, recordedAs, saveHour } from './liveHours.ts';
import { allRuns, saveRun } from './runs.ts';

const STARTED = '2026-11-22T03:14:15.926Z';
const feed = { path: 'inbox.db', spooled: false, live: true };

test('the org knows a night by its own id, and the small runs of an hour as one', () => {
  expect(recordedAs({ runId: 'r', started: STARTED, feed: {} })).toEqual({
    key: 'r',
    started: STARTED,
    kind: 'Feed',
  });
  expect(recordedAs({ runId: 'r', started: STARTED, feed: { live: true } })).toEqual({
    key: 'live-20261122T03Z',
    started: '2026-11-22T03:00:00.000Z',
    kind: 'Live',
  });
});

test('an hour is stored in place of what it was, for thirty days, beside the nights', () => {
  const state = memoryState();
  function hour(key: string, started: string, report: string): void {
    saveHour(state, { key, started, feed, report }, '2026-12-22T03:00:00.000Z');
  }
  saveRun(state, { runId: 'night', started: '2026-01-01', phase: 'finished', feed, settings: null });
  expect(hourReport(state, 'live-a')).toBeNull();
  hour('live-old', '2026-11-22T02:59:59.999Z', '1');
  hour('live-a', '2026-11-22T03:00:00.000Z', '2');
  hour('live-a', '2026-11-22T03:00:00.000Z', '3');
  hour('live-b', '2026-11-22T04:00:00.000Z', '4');
  expect(hourReport(state, 'live-a')).toBe('3');
  expect(allRuns(state).map(({ runId, phase, finished }) => [runId, phase, finished])).toEqual([
    ['live-b', 'finished', '2026-12-22T03:00:00.000Z'],
    ['live-a', 'finished', '2026-12-22T03:00:00.000Z'],
    ['night', 'finished', null],
  ]);
  expect(allRuns(state).map(isHour)).toEqual([true, true, false]);
});
