import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { forThisFile } from '../../tests/kit/ending.ts';
import { registration } from '../../tests/kit/events.ts';
import { folderForFile } from '../../tests/kit/folder.ts';
import { memoryOrg } from '../../tests/kit/memoryOrg.ts';
import { feedOf, quickJob, TEST_NOW } from '../../tests/kit/quickJob.ts';
import { runFeed } from '../commands/run.ts';
import { status } from '../commands/status.ts';
import { withState, withStateToRead } from '../commands/stateFolder.ts';
import { keepEnding } from '../state/lastEnding.ts';
import { saveHour } from '../state/liveHours.ts';
import { healthOf } from './measures.ts';
import { metricsText } from './metrics.ts';

const place = forThisFile(() => Promise.resolve(folderForFile('measures-')));
const stateDir = (): string => join(place.folder, 'state');
const metrics = (): Promise<string> =>
  withStateToRead(stateDir(), (state) => metricsText(healthOf(state, stateDir(), TEST_NOW)));

test('the metrics are those of the last run of a feed that finished and of how the job ended last; status has the same', async () => {
  const memory = memoryOrg();
  memory.records.Account.set('001A', { Customer_Number__c: 'C-1', IsPersonAccount: true });
  const feed = feedOf(place.folder, [registration('C-1', null), registration('NOBODY', null), '{}']);
  await runFeed(quickJob().job, stateDir(), feed, () => Promise.resolve(memory.org));
  keepEnding(stateDir(), { exitCode: 2, errorCode: 'NOT_READY', at: '2026-11-23T03:00:00.000Z' });
  await withState(stateDir(), (state) => {
    const report = JSON.stringify({ read: 999 });
    const hour = { key: 'live-20261122T09Z', started: '2026-11-22T09:00:00.000Z', report };
    saveHour(state, { ...hour, feed: { path: '', spooled: false, live: true } }, '2026-11-22T09:10:00.000Z');
    return Promise.resolve();
  });

  const text = await metrics();
  for (const line of [
    '# TYPE cuzo_sync_events gauge',
    'cuzo_sync_events{outcome="changed"} 1',
    'cuzo_sync_events{outcome="unmatched"} 1',
    'cuzo_sync_events{outcome="rejected"} 1',
    'cuzo_sync_events{outcome="late"} 0',
    'cuzo_sync_read 3',
    'cuzo_sync_kept 1',
    'cuzo_sync_rows_written 1',
    `cuzo_sync_finished_timestamp_seconds ${TEST_NOW / 1000}`,
    `cuzo_sync_ended_timestamp_seconds ${Date.parse('2026-11-23T03:00:00Z') / 1000}`,
    'cuzo_sync_exit_code 2',
    'cuzo_sync_error{code="NOT_READY"} 1',
  ])
    expect(text.split('\n')).toContain(line);
  expect(text).toMatch(/cuzo_sync_newest_event_timestamp_seconds\{zone="mypv"\} \d{10}\n/);

  const told = await status(stateDir(), TEST_NOW, 36);
  expect(told.ending).toMatchObject({ exitCode: 2, errorCode: 'NOT_READY' });
  const again = Object.entries(told.metrics).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [`${name} ${value}`]
      : Object.entries(value).map(([key, one]) => `${name} ${key} ${one}`),
  );
  const samples = text.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
  expect(again).toEqual(samples.map((line) => line.replace(/\{\w+="(.*)"\}/, ' $1')));
});

test('a folder without a run has no number of one, and what can not be read is nothing', async () => {
  const { metrics: none } = await status(join(place.folder, 'none'), TEST_NOW, 36);
  expect(none).toEqual({ cuzo_sync_kept: 0, cuzo_sync_newest_event_timestamp_seconds: {} });
  writeFileSync(join(stateDir(), 'ended.json'), '"half');
  expect(await metrics()).not.toContain('exit_code');
});
