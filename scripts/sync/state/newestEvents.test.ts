import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { MYVIVIUM, registration, type Sent } from '../../tests/kit/events.ts';
import { memoryOrg } from '../../tests/kit/memoryOrg.ts';
import { feedOf, quickJob, TEST_NOW } from '../../tests/kit/quickJob.ts';
import { runFeed } from '../commands/run.ts';
import { status, statusText } from '../commands/status.ts';
import { DEFAULT_QUIET_HOURS } from '../config/config.ts';

const HOUR_MS = 60 * 60 * 1000;
const { org } = memoryOrg();

test('a zone that has been quiet for longer than 36 hours is told in report, log and status until it speaks', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'zone-words-'));
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
  expect(await night(0, spoken(36))).toEqual([]);
  expect(await night(1)).toMatchObject([{ zone: 'mypv', hours: 37 }]);
  expect(await night(2, spoken(0, MYVIVIUM))).toMatchObject([{ zone: 'mypv', hours: 38 }]);
  // An event that comes late is no newer word.
  expect(await night(37, spoken(40))).toMatchObject([{ zone: 'mypv' }, { zone: 'myvivium', hours: 37 }]);
  expect(await night(38, spoken(-37))).toMatchObject([{ zone: 'myvivium' }]);
  rmSync(folder, { recursive: true, force: true });
});
