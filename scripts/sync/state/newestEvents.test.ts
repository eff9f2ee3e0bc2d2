import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { parseInstant, type Instant } from '../../feed/instant.ts';
import { MYVIVIUM, registration, type Sent } from '../../tests/kit/events.ts';
import { memoryOrg } from '../../tests/kit/memoryOrg.ts';
import { memoryState } from '../../tests/kit/memoryState.ts';
import { feedOf, quickJob, TEST_NOW } from '../../tests/kit/quickJob.ts';
import { runFeed } from '../commands/run.ts';
import { status, statusText } from '../commands/status.ts';
import { DEFAULT_QUIET_HOURS } from '../config/config.ts';
import { newestEvents, noteNewestEvent, quietZones } from './newestEvents.ts';

const NOW = Date.parse('2026-11-22T12:00:00.500Z');
const at = (text: string): Instant => parseInstant(text) ?? '';
const TEN = at('2026-11-22T10:00:00Z');
const ELEVEN = at('2026-11-22T11:00:00.250Z');

test('of each zone the newest event is kept, an older one changes nothing', () => {
  const store = memoryState();
  const known = () => newestEvents(store, NOW).map(({ zone, newestEvent }) => `${zone} ${newestEvent}`);
  expect(known()).toStrictEqual([]);
  noteNewestEvent(store, 'myvivium', TEN);
  noteNewestEvent(store, 'mypv', ELEVEN);
  noteNewestEvent(store, 'mypv', TEN);
  expect(known()).toEqual(['mypv 2026-11-22T11:00:00.250Z', 'myvivium 2026-11-22T10:00:00.000Z']);
  noteNewestEvent(store, 'myvivium', ELEVEN);
  expect(known()[1]).toBe('myvivium 2026-11-22T11:00:00.250Z');
});

test.each<[string, Instant | null, Instant | null, string | undefined]>([
  ['nothing is known', null, null, undefined],
  ['only the folder knows one', TEN, null, '2026-11-22T10:00:00.000Z'],
  ['only the feed has one', null, TEN, '2026-11-22T10:00:00.000Z'],
  ['that of the feed is newer', TEN, ELEVEN, '2026-11-22T11:00:00.250Z'],
  ['that of the feed is older', ELEVEN, TEN, '2026-11-22T11:00:00.250Z'],
])('the newest event with a feed that is not settled, when %s', (_when, before, today, newestEvent) => {
  const store = memoryState();
  if (before !== null) noteNewestEvent(store, 'mypv', before);
  const found = newestEvents(store, NOW, (zone) => (zone === 'mypv' ? today : null));
  expect(found.map((one) => one.newestEvent)).toEqual(newestEvent === undefined ? [] : [newestEvent]);
});

test('hours since then are whole ones, none for an event that is ahead; a folder of an earlier version knows of none', () => {
  const store = memoryState();
  const hours = (newest: string) => newestEvents(store, NOW, () => at(newest))[0]?.hours;
  expect(hours('2026-11-22T10:00:00.500Z')).toBe(2);
  expect(hours('2026-11-22T10:00:00.501Z')).toBe(1);
  expect(hours('2026-11-22T13:00:00Z')).toBe(0);
  store.db.exec('DROP TABLE newest_event');
  expect([newestEvents(store, NOW), hours('2026-11-22T10:00:00Z')]).toEqual([[], 2]);
});

test('a zone is quiet after more hours than are allowed', () => {
  const quiet = (hours: number) => quietZones([{ zone: 'mypv', newestEvent: 'x', hours }], 36);
  expect([quiet(36), quiet(37).length]).toEqual([[], 1]);
});

const HOUR_MS = 60 * 60 * 1000;
const { org } = memoryOrg();

test('a zone that has been quiet for longer than 36 hours is told in report, log and status until it speaks', async () => {
  const { folder } = folderForFile('zone-words-');
  const state = join(folder, 'state');
  const spoken = (hoursAgo: number, over: Sent = {}): Sent =>
    registration('C-1', null, { time: new Date(TEST_NOW - hoursAgo * HOUR_MS).toISOString(), ...over });
  async function night(hours: number, ...lines: readonly Sent[]) {
    const now = TEST_NOW + hours * HOUR_MS;
    const { job, logged } = quickJob(undefined, now);
    const { quiet } = await runFeed(job, state, feedOf(folder, lines), () => Promise.resolve(org));
    const warned = logged.filter(({ level, zone }) => level === 40 && zone !== undefined);
    expect(warned).toMatchObject(quiet);
    const text = statusText(await status(state, now, DEFAULT_QUIET_HOURS));
    for (const zone of ['mypv', 'myvivium'])
      expect(text.includes(`${zone} has been quiet`)).toBe(quiet.some((one) => one.zone === zone));
    return quiet;
  }
  // What nobody has heard of yet is not missed.
  expect(await night(0, spoken(36))).toStrictEqual([]);
  expect(await night(1)).toMatchObject([{ zone: 'mypv', hours: 37 }]);
  expect(await night(2, spoken(0, MYVIVIUM))).toMatchObject([{ zone: 'mypv', hours: 38 }]);
  // An event that comes late is no newer word.
  expect(await night(37, spoken(40))).toMatchObject([{ zone: 'mypv' }, { zone: 'myvivium', hours: 37 }]);
  expect(await night(38, spoken(-37))).toMatchObject([{ zone: 'myvivium' }]);
});
