import { once } from 'node:events';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { ndjson, registration } from '../kit/events.ts';
import { forThisFile } from '../kit/ending.ts';
import { OWN_PROCESS } from '../kit/job.ts';
import { startSyncBench, type Ended } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

/** The job with its outputs redirected by a shell. */
const shell = (redirected: string): readonly [string, ...string[]] => [
  'bash',
  '-c',
  `"$0" "$@" ${redirected}`,
  ...OWN_PROCESS,
];

/** Runs a feed with one customer and returns how the process ended and the phase of its run. */
async function runWith(
  customer: string,
  redirected: string,
  ...more: readonly string[]
): Promise<{ readonly ended: Ended; readonly phase: unknown }> {
  await bench.persons([customer]);
  const feed = bench.feed(`${customer}.ndjson`, JSON.stringify(registration(customer, null)));
  const state = ['--state-dir', bench.stateDir(customer)];
  const token = await bench.org.tokenFor('sync@connect360.local');
  const ended = await bench.sync(['run', '--feed', feed, ...state, ...more], {
    env: { SF_INSTANCE_URL: bench.org.url, SF_ACCESS_TOKEN: token },
    command: shell(redirected),
  });
  const { stdout } = await bench.sync(['status', ...state, '--json']);
  const { runs } = JSON.parse(stdout) as { readonly runs: readonly { readonly phase: string }[] };
  return { ended, phase: runs.map(({ phase }) => phase) };
}

test.each([
  ['nobody reads the report', 'PIPE', '| true; exit ${PIPESTATUS[0]}'],
  ['there is no space for the report', 'FULL', '> /dev/full'],
  ['there is no space for the log', 'LOG', '2> /dev/full'],
  ['all outputs are closed', 'CLOSED', '>&- 2>&-'],
])('A2: a finished run is finished though %s', async (_what, customer, redirected) => {
  const { ended, phase } = await runWith(customer, redirected);
  expect([ended.code, phase]).toEqual([0, ['finished']]);
  expect(await bench.accountOf(customer)).toMatchObject({ CuZo_MyPV_Onboarded__c: true });
});

test('A2: metrics that can not be written at the end are told, and the run is finished', async () => {
  const metrics = join(bench.org.folder, 'metrics');
  mkdirSync(metrics);
  const { ended, phase } = await runWith('METRICS', '', '--metrics-file', metrics);
  expect([ended.code, phase]).toEqual([0, ['finished']]);
  expect(ended.stderr).toMatch(/"what":"[^"]*metrics".*could not be written; the run has ended all the same/);
});

test('A2: a report that can not be said is told in the log', async () => {
  const { ended } = await runWith('TOLD', '> /dev/full');
  expect(ended.stderr).toMatch(/"what":"standard output","reason":"ENOSPC"/);
});

test('--notify tells of a run with faults and of the first that is fine, and the metrics of how each ended', async () => {
  const got: unknown[] = [];
  const receiver = createServer((request, response) => {
    void text(request).then((body) => {
      got.push(JSON.parse(body));
      response.end();
    });
  }).listen(0, '127.0.0.1');
  await once(receiver, 'listening');
  const address = join(bench.org.folder, 'notify');
  writeFileSync(address, `http://127.0.0.1:${(receiver.address() as AddressInfo).port}/\n`, { mode: 0o600 });
  const metrics = join(bench.org.folder, 'cuzo.prom');
  await bench.persons(['NOTIFY']);
  async function run(...lines: Parameters<typeof ndjson>[0]): Promise<string> {
    const feed = bench.feed('notify.ndjson', ndjson(lines));
    const told = ['--notify', 'webhook', '--notify-file', address, '--metrics-file', metrics];
    const ended = await bench.sync(['run', '--feed', feed, '--state-dir', bench.stateDir('NOTIFY'), ...told]);
    return `${ended.code} ${/^cuzo_sync_exit_code .*$/m.exec(readFileSync(metrics, 'utf8'))?.[0] ?? ''}`;
  }
  expect(await run(registration('NOTIFY', null), '{}')).toBe('1 cuzo_sync_exit_code 1');
  expect(await run(registration('NOTIFY', null))).toBe('0 cuzo_sync_exit_code 0');
  expect(await run(registration('NOTIFY', null))).toBe('0 cuzo_sync_exit_code 0');
  receiver.close();
  expect(got).toMatchObject([
    { event: 'faults', exitCode: 1, counts: { read: 2, rejected: 1, changed: 1 } },
    { event: 'recovered', exitCode: 0, counts: { read: 1, rejected: 0 } },
  ]);
});
