import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { forThisFile } from '../kit/ending.ts';
import { registration, shown, type Sent } from '../kit/events.ts';
import { SHORT_WAITS, snapshot, startSyncBench, type Ended } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);
afterEach(() => bench.fault([]));

const COLLECTIONS = { method: 'PATCH', path: '/composite/sobjects$' };
const errorCode = ({ stderr }: Ended): string =>
  [...stderr.matchAll(/"code":"([A-Z_]+)"/g)].at(-1)?.[1] ?? '';
const resume = (state: string): Promise<Ended> =>
  bench.sync(['resume', '--state-dir', bench.stateDir(state), '--json', '--config', slow()]);
/** Few rows a request, so that there is a middle to stop in. */
const slow = (): string =>
  bench.config('slow', (config) => ({ ...config, rowsPerRequest: 2, requestsAtOnce: 2 }));

async function customers(prefix: string, count: number): Promise<readonly Sent[]> {
  const numbers = Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
  await bench.persons(numbers);
  return numbers.map((number) => registration(number, '2026-11-01'));
}

async function written(prefix: string): Promise<number> {
  const soql = `SELECT Id FROM Account WHERE Customer_Number__c LIKE '${prefix}-%' AND CuZo_MyPV_Onboarded__c = true`;
  return (await bench.org.query(soql)).length;
}

test('an org that is busy, cuts connections or answers half gets the rows all the same', async () => {
  const events = await customers('busy', 6);
  await bench.fault([
    { ...COLLECTIONS, times: 1, fault: { status: 503 } },
    { ...COLLECTIONS, skip: 1, times: 2, fault: { reset: 0 } },
    { ...COLLECTIONS, skip: 3, times: 1, fault: { reset: 20 } },
    { path: '/composite$', times: 1, fault: { status: 500 } },
    { path: '/describe$', times: 1, fault: { reset: 50 } },
  ]);
  const run = await bench.run('busy', events, '--config', slow());
  expect(run).toMatchObject({ code: 0, report: { changed: 6, rowsWritten: 6 } });
  expect(await written('busy')).toBe(6);
});

test('rows that are locked are tried again until they are free', async () => {
  const [account = ''] = (await bench.persons(['lock-0'])).values();
  const numbers = Array.from({ length: 8 }, (_, n) => `lock-${n}`);
  await bench.policies(numbers, account);
  await bench.fault([{ fault: { lock: { object: 'InsurancePolicy', share: 0.5 } } }]);
  const patient = bench.config('patient', (config) => ({
    ...config,
    waits: { ...SHORT_WAITS, row: Array(12).fill(0.02) },
  }));
  const run = await bench.run(
    'lock',
    numbers.map((number) => shown(number, 'x')),
    '--config',
    patient,
  );
  expect(run).toMatchObject({ code: 0, report: { changed: 8, failed: 0, rowsWritten: 8 } });
});

test('a session that ends is renewed by JWT; a bare token stops the run, which can be resumed', async () => {
  const renewed = await customers('jwt', 6);
  await bench.fault([{ ...COLLECTIONS, skip: 1, times: 1, fault: { expireToken: true } }]);
  const feed = bench.feed('jwt.ndjson', renewed.map((one) => JSON.stringify(one)).join('\n'));
  const args = ['run', '--feed', feed, '--state-dir', bench.stateDir('jwt'), '--json', '--config', slow()];
  const jwt = bench.org.jwtEnv('sync@connect360.local');
  expect(await bench.sync(args, { env: jwt })).toMatchObject({ code: 0, report: { changed: 6 } });

  const stopped = await customers('token', 6);
  const token = await bench.org.tokenFor('sync@connect360.local');
  await bench.fault([{ ...COLLECTIONS, skip: 1, times: 1, fault: { expireToken: true } }]);
  const other = bench.feed('token.ndjson', stopped.map((one) => JSON.stringify(one)).join('\n'));
  const again = [
    'run',
    '--feed',
    other,
    '--state-dir',
    bench.stateDir('token'),
    '--json',
    '--config',
    slow(),
  ];
  const run = await bench.sync(again, { env: { SF_INSTANCE_URL: bench.org.url, SF_ACCESS_TOKEN: token } });
  expect([run.code, errorCode(run), run.stdout]).toEqual([3, 'SESSION_ENDED', '']);
  const resumed = await bench.sync(['resume', '--state-dir', bench.stateDir('token'), '--json'], {
    env: jwt,
  });
  expect(resumed).toMatchObject({ code: 0, report: { changed: 6, rowsWritten: 6 } });
});

test('a session that ends half-way and is not given anew stops the run, which can be resumed', async () => {
  const events = await customers('revoked', 6);
  const feed = bench.feed('revoked.ndjson', events.map((one) => JSON.stringify(one)).join('\n'));
  const options = ['--state-dir', bench.stateDir('revoked'), '--json'];
  const jwt = bench.org.jwtEnv('sync@connect360.local');
  const refused = { error: 'invalid_grant', error_description: 'expired authorization code' };
  await bench.fault([
    { ...COLLECTIONS, skip: 1, times: 1, fault: { expireToken: true } },
    { path: 'oauth2/token', skip: 1, fault: { status: 400, body: refused } },
  ]);
  const run = await bench.sync(['run', '--feed', feed, ...options, '--config', slow()], { env: jwt });
  expect([run.code, errorCode(run), run.stdout]).toEqual([3, 'SESSION_ENDED', '']);
  expect(run.stderr).toContain('invalid_grant');
  expect(run.stderr).not.toContain('expired authorization code');
  await bench.fault([]);
  const resumed = await bench.sync(['resume', ...options], { env: jwt });
  expect(resumed).toMatchObject({ code: 0, report: { read: 6, changed: 6, rowsWritten: 6 } });
});

test('an org that goes away stops the run; resume ends it as if nothing had happened', async () => {
  const events = [...(await customers('gone', 6)), registration('gone-none', null)];
  await bench.fault([{ ...COLLECTIONS, skip: 1, fault: { status: 503 } }]);
  const stopped = await bench.run('gone', events, '--config', slow());
  expect([stopped.code, errorCode(stopped)]).toEqual([3, 'ORG_GONE']);
  expect(stopped.stderr).toMatch(/resume/);
  expect(await written('gone')).toBe(2);

  const refused = await bench.run('gone', events);
  expect([refused.code, errorCode(refused)]).toEqual([2, 'UNFINISHED']);
  expect(refused.stderr).toMatch(/resume/);

  await bench.fault([]);
  const [stoppedRun] = await bench.org.query(
    "SELECT Status__c FROM CuZo_Sync_Run__c WHERE Status__c = 'Stopped'",
  );
  expect(stoppedRun).toBeDefined();
  const resumed = await resume('gone');
  expect(resumed).toMatchObject({ code: 0, report: { read: 7, changed: 6, unmatched: 1, rowsWritten: 6 } });
  expect(await written('gone')).toBe(6);
  expect(await bench.org.query("SELECT Id FROM CuZo_Sync_Run__c WHERE Status__c != 'Finished'")).toHaveLength(
    0,
  );
  expect((await resume('gone')).stdout).toBe('{}\n');
});

test.each(['SIGTERM', 'SIGINT', 'SIGKILL'] as const)(
  '%s in the middle of writing loses nothing',
  async (signal) => {
    const events = await customers(signal, 10);
    await bench.fault([{ ...COLLECTIONS, skip: 2, times: 2, fault: { delayMs: 1500 } }]);
    const feed = bench.feed(`${signal}.ndjson`, events.map((one) => JSON.stringify(one)).join('\n'));
    const args = ['run', '--feed', feed, '--state-dir', bench.stateDir(signal), '--json', '--config', slow()];
    const run = await bench.sync(args, {
      onLog: (line, stop) => {
        if (line.includes('feed read')) setTimeout(stop, 900, signal);
      },
    });
    expect(run.code).toBe(signal === 'SIGKILL' ? null : 3);
    expect(run.stdout).toBe('');
    await bench.fault([]);
    expect(await written(signal)).toBeLessThan(10);
    expect(await resume(signal)).toMatchObject({ code: 0, report: { changed: 10, rowsWritten: 10 } });
    expect(await written(signal)).toBe(10);
  },
);

test.each(['SIGTERM', 'SIGKILL'] as const)(
  '%s before the end of standard input discards the run',
  async (signal) => {
    const state = `stdin-${signal}`;
    const run = await bench.sync(['run', '--feed', '-', '--state-dir', bench.stateDir(state)], {
      openStdin: true,
      onStart: (stop) => {
        const watch = setInterval(() => {
          if (!existsSync(join(bench.stateDir(state), 'runs'))) return;
          clearInterval(watch);
          setTimeout(stop, 300, signal);
        }, 20);
      },
    });
    expect([run.code, errorCode(run)]).toEqual(signal === 'SIGKILL' ? [null, ''] : [3, 'STDIN_CUT']);
    const resumed = await resume(state);
    expect([resumed.code, errorCode(resumed)]).toEqual(signal === 'SIGKILL' ? [2, 'STDIN_GONE'] : [0, '']);
    expect((await bench.run(state, [])).code).toBe(0);
  },
);

test('a run that can not go on can be given up; what it wrote stays, the feed can be fed again', async () => {
  const events = await customers('discard', 4);
  await bench.fault([{ ...COLLECTIONS, skip: 1, fault: { status: 503 } }]);
  expect((await bench.run('discard', events, '--config', slow())).code).toBe(3);
  await bench.fault([]);
  const discard = ['resume', '--discard', '--state-dir', bench.stateDir('discard'), '--json'];
  const { code, stdout } = await bench.sync(discard, { env: {} });
  expect([code, Object.keys(JSON.parse(stdout) as object)]).toEqual([0, ['discarded']]);
  expect((await bench.sync(discard, { env: {} })).stdout).toBe('{}\n');
  expect(await written('discard')).toBe(2);
  expect(await bench.run('discard', events)).toMatchObject({ code: 0, report: { changed: 2, unchanged: 2 } });
});

test('what is staged and kept can be read by its owner only, and nothing staged is left behind', async () => {
  const { report } = await bench.run('modes', ['{}', registration('modes-none', null)]);
  const files = snapshot(bench.stateDir('modes')).map((line) => line.split(' ', 2));
  expect(new Set(files.map(([, mode]) => mode))).toEqual(new Set(['100600']));
  expect(existsSync(join(bench.stateDir('modes'), 'runs', report.runId, 'staging.db'))).toBe(false);
});

test('run --resume-first finishes the run that was stopped and then takes the feed of tonight', async () => {
  const events = await customers('nights', 4);
  await bench.fault([{ ...COLLECTIONS, skip: 1, fault: { status: 503 } }]);
  expect((await bench.run('nights', events, '--config', slow())).code).toBe(3);
  await bench.fault([]);
  const [tonight] = await customers('tonight', 1);
  const ended = await bench.run('nights', [tonight ?? {}, '{}'], '--config', slow(), '--resume-first');
  expect(ended).toMatchObject({
    code: 1,
    report: { read: 2, changed: 1, rejected: 1, resumed: { read: 4, changed: 4 } },
  });
  expect(await written('nights')).toBe(4);
  const again = await bench.run('nights', [], '--config', slow(), '--resume-first');
  expect([again.code, Object.hasOwn(again.report, 'resumed')]).toEqual([0, false]);
});
