import { DatabaseSync } from 'node:sqlite';
import { chmodSync, copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { sfWithHome } from '../../connect360/sf.ts';
import { forThisFile } from '../kit/ending.ts';
import { ndjson, registration, type Sent } from '../kit/events.ts';
import { startSyncBench, type Ended } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

/** Exit code and the code of the error, as the log tells it. */
const refusal = ({ code, stderr }: Ended): string =>
  `${String(code)} ${/"code":"([A-Z_]+)"/.exec(stderr)?.[1] ?? ''}`;
const runFile = (path: string, state: string, ...more: readonly string[]): Promise<Ended> =>
  bench.sync(['run', '--feed', path, '--state-dir', bench.stateDir(state), '--json', ...more]);
const many = (count: number, make: (n: number) => Sent | string): readonly (Sent | string)[] =>
  Array.from({ length: count }, (_, n) => make(n));

test('a folder without a feed is refused, and an empty feed where it is asked to be one', async () => {
  const empty = join(bench.org.folder, 'no-feed');
  mkdirSync(empty);
  const refused = await runFile(empty, 'no-feed');
  expect(refusal(refused)).toBe('2 FEED');
  expect(refused.stderr).toContain('--allow-empty');
  const taken = await runFile(empty, 'no-feed', '--allow-empty');
  expect([taken.code, taken.report.read]).toEqual([0, 0]);
});

test('what only has the name of a feed is refused, and leaves nothing to resume', async () => {
  const odd = join(bench.org.folder, 'odd-feed');
  mkdirSync(join(odd, 'd.ndjson'), { recursive: true });
  const refused = await runFile(odd, 'odd-feed');
  expect(refusal(refused)).toBe('2 FEED');
  expect(refused.stderr).toContain('d.ndjson is a folder');
  const zip = bench.feed('zip.ndjson', Buffer.from('PK\u0003\u0004 and more'));
  expect(refusal(await runFile(zip, 'odd-feed'))).toBe('2 FEED');
  expect((await runFile(bench.feed('fine.ndjson', ''), 'odd-feed')).code).toBe(0);
});

test.each([
  [[]],
  [['runn']],
  [['run']],
  [['run', '--feed']],
  [['plan', '--feed', 'x', '--max-rejects', '200%']],
  [['forget']],
  [['forget', '--customer', '1', '--policy', '2']],
  [['run', '--feed', 'x', '--wrong']],
])('usage: %j is refused', async (args) => {
  expect(refusal(await bench.sync(args))).toBe('2 USAGE');
});

test('a configuration that can not be used says what and where', async () => {
  const wrong = bench.config('wrong', (config) => ({
    ...config,
    roles: { policyBrand: '1 no field' },
    contact: {},
  }));
  const refused = await bench.sync(['check', '--config', wrong]);
  expect(refusal(refused)).toBe('2 CONFIG');
  expect(refused.stderr).toMatch(/policyBrand/);
  expect(refused.stderr).toMatch(/contact.since/);
  expect(refusal(await bench.sync(['check', '--config', 'none.json']))).toBe('2 CONFIG');
});

test('logins that fail are refused', async () => {
  const login = async (env: Readonly<Record<string, string>>, ...args: readonly string[]): Promise<string> =>
    refusal(await bench.sync(['check', ...args], { env }));
  expect(await login({})).toBe('2 LOGIN');
  expect(await login({ SF_INSTANCE_URL: bench.org.url, SF_ACCESS_TOKEN: `${bench.org.orgId}!wrong` })).toBe(
    '2 LOGIN',
  );
  const jwt = bench.org.jwtEnv('sync@connect360.local');
  expect(await login({ ...jwt, SF_USERNAME: 'nobody@connect360.local' })).toBe('2 LOGIN');
  const open = join(bench.org.folder, 'open.key');
  copyFileSync(bench.org.jwtKeyFile, open);
  chmodSync(open, 0o644);
  expect(await login({ ...jwt, SF_JWT_KEY_FILE: open })).toBe('2 KEY_FILE_OPEN');
  const quick = bench.config('unreachable', (config) => config);
  const nobody = { SF_INSTANCE_URL: 'http://127.0.0.1:9', SF_ACCESS_TOKEN: 'x!y' };
  expect(await login(nobody, '--config', quick)).toBe('2 LOGIN');
});

test('an address that answers with a page instead of the API is refused as a login', async () => {
  const page = createServer((_request, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end('<html><body>Log in</body></html>');
  });
  await new Promise<void>((listening) => page.listen(0, '127.0.0.1', listening));
  const url = `http://127.0.0.1:${String((page.address() as AddressInfo).port)}`;
  const quick = bench.config('page', (config) => config);
  const env = { SF_INSTANCE_URL: url, SF_ACCESS_TOKEN: 'x!y' };
  const checked = await bench.sync(['check', '--config', quick], { env });
  page.close();
  expect(refusal(checked)).toBe('2 LOGIN');
  expect(checked.stderr).toContain('HTTP 200 but no JSON');
});

test('check and run say in a line each what the org lacks', async () => {
  const config = bench.config('lacking', (shipped) => ({
    ...shipped,
    roles: {
      ...(shipped.roles as object),
      policyBrand: 'Not_There__c',
      customerNumber: 'CuZo_MyPV_Onboarded__c',
      policyActive: 'Name',
    },
  }));
  const checked = await bench.sync(['check', '--config', config]);
  expect(refusal(checked)).toBe('2 NOT_READY');
  for (const said of [
    /InsurancePolicy\.Not_There__c: there is no such field/,
    /CuZo_MyPV_Onboarded__c: is of type boolean/,
    /Name: is of type string/,
  ])
    expect(checked.stderr).toMatch(said);
  expect(refusal(await runFile(bench.feed('ok.ndjson', ''), 'lacking', '--config', config))).toBe(
    '2 NOT_READY',
  );
  const agent = await bench.org.tokenFor('agent.nl@connect360.local');
  const asAgent = await bench.sync(['check'], {
    env: { SF_INSTANCE_URL: bench.org.url, SF_ACCESS_TOKEN: agent },
  });
  expect(refusal(asAgent)).toBe('2 NOT_READY');
  expect(asAgent.stderr).toMatch(/the user may not edit it/);
  expect(asAgent.stderr).toMatch(/CuZo_Sync_Run__c: the user may not create it/);
  expect(asAgent.stderr).toMatch(/CuZo_Sync_Run__c\.Status__c: the user may not edit it/);
});

test('check, and every way to log in: access token, JWT, an alias of the Salesforce CLI', async () => {
  const ready = { code: 0, stdout: '{"ready":true,"limits":"Sforce-Limit-Info"}\n' };
  expect(await bench.sync(['check', '--json'])).toMatchObject(ready);
  const jwt = bench.org.jwtEnv('sync@connect360.local');
  expect(await bench.sync(['check', '--json'], { env: jwt })).toMatchObject(ready);
  const admin = { SF_INSTANCE_URL: bench.org.url, SF_ACCESS_TOKEN: bench.org.accessToken };
  expect((await bench.sync(['check'], { env: admin })).stdout).toContain('is read from GET /limits');

  const home = join(bench.org.folder, 'home');
  const token = await bench.org.tokenFor('sync@connect360.local');
  const login = [
    'org',
    'login',
    'access-token',
    '--instance-url',
    bench.org.url,
    '--no-prompt',
    '--alias',
    'bench',
  ];
  await sfWithHome(home)(login, { SF_ACCESS_TOKEN: token });
  const asAlias = (alias: string): Promise<Ended> =>
    bench.sync(['check', '--json', '--target-org', alias], { env: { HOME: home } });
  expect(await asAlias('bench')).toMatchObject(ready);
  expect(refusal(await asAlias('nobody'))).toBe('2 LOGIN');
});

test.each<[string, () => string]>([
  ['a file that is not there', () => join(bench.org.folder, 'none.ndjson')],
  [
    'gzip cut off',
    () =>
      bench.feed(
        'cut.ndjson.gz',
        gzipSync(ndjson(many(300, (n) => registration(`T${n}`, null)))).subarray(0, -30),
      ),
  ],
  ['UTF-16', () => bench.feed('utf16.ndjson', Buffer.from('\uFEFF{"a":1}\n', 'utf16le'))],
  ['a JSON array', () => bench.feed('array.ndjson', JSON.stringify([registration('T1', null)]))],
  [
    'a wrong checksum',
    () => {
      const path = bench.feed('sum/a.ndjson', 'x');
      bench.feed(
        'sum/manifest.json',
        JSON.stringify({ files: [{ name: 'a.ndjson', sha256: '0'.repeat(64), lines: 1 }] }),
      );
      return path;
    },
  ],
])('a feed that can not be read is refused and leaves nothing: %s', async (_what, make) => {
  const path = make();
  const refused = await runFile(path, 'feeds');
  expect(refusal(refused)).toBe('2 FEED');
  expect(refused.stderr).toContain(path);
  expect((await runFile(bench.feed('fine.ndjson', ''), 'feeds')).code).toBe(0);
});

test('too many rejects or unmatched stop before anything is written, from 1,000 lines up', async () => {
  await bench.persons(['M1']);
  const one = registration('M1', '2026-11-01');
  const bad = [one, ...many(200, () => '{}'), ...many(900, () => one)];
  const refused = await bench.run('many', bad);
  expect(refusal(refused)).toBe('2 TOO_MANY_REJECTS');
  const rejects = /\((\/[^)]+rejects\.ndjson)\)/.exec(refused.stderr)?.[1] ?? '';
  expect(readFileSync(rejects, 'utf8').trim().split('\n')).toHaveLength(200);
  const strange = [one, ...many(1000, (n) => registration(`none-${n}`, null))];
  expect(refusal(await bench.run('many', strange))).toBe('2 TOO_MANY_UNMATCHED');
  expect(await bench.accountOf('M1')).toMatchObject({ CuZo_MyPV_As_Of__c: null });

  expect((await bench.run('many', bad.slice(0, 999))).code).toBe(1);
  expect(await bench.run('many', bad, '--max-rejects', '20%')).toMatchObject({
    code: 1,
    report: { rejected: 200 },
  });
  expect(await bench.run('many', strange, '--max-unmatched', '1')).toMatchObject({
    code: 0,
    report: { unmatched: 1000 },
  });
});

test('a run that would take too many API calls is refused', async () => {
  await bench.persons(['BUDGET']);
  const none = bench.config('no-calls', (config) => ({ ...config, apiShare: 0 }));
  expect(refusal(await bench.run('budget', [registration('BUDGET', null)], '--config', none))).toBe(
    '2 API_BUDGET',
  );
  expect(await bench.accountOf('BUDGET')).toMatchObject({ CuZo_MyPV_As_Of__c: null });
  const feed = bench.feed('budget.ndjson', ndjson([registration('BUDGET', null)]));
  expect(refusal(await bench.sync(['plan', '--feed', feed, '--config', none]))).toBe('2 API_BUDGET');
});

test('metrics that can not be written are refused before anything is', async () => {
  await bench.persons(['METRICS']);
  const nowhere = join(bench.org.folder, 'nowhere', 'metrics.prom');
  const refused = await bench.run('metrics', [registration('METRICS', null)], '--metrics-file', nowhere);
  expect(refusal(refused)).toBe('2 USAGE');
  expect(await bench.accountOf('METRICS')).toMatchObject({ CuZo_MyPV_As_Of__c: null });
});

test('a state folder in use is refused', async () => {
  mkdirSync(bench.stateDir('locked'), { recursive: true });
  const lock = new DatabaseSync(join(bench.stateDir('locked'), 'lock.db'));
  lock.exec('BEGIN EXCLUSIVE');
  expect(refusal(await bench.run('locked', []))).toBe('2 STATE_LOCKED');
  lock.close();
  expect((await bench.run('locked', [])).code).toBe(0);
});

test('0: an empty feed, resume with nothing to do, status; 1: finished with rejects', async () => {
  expect(await bench.run('quiet', [])).toMatchObject({
    code: 0,
    report: { read: 0, rowsWritten: 0, newestEvent: null },
  });
  const resumed = await bench.sync(['resume', '--state-dir', bench.stateDir('quiet')]);
  expect(resumed).toMatchObject({ code: 0, stdout: 'There is no unfinished run.\n' });
  const { code, report } = await bench.run('quiet', ['{}']);
  expect(code).toBe(1);
  expect(existsSync(report.rejects ?? '')).toBe(true);
  const listed = await bench.sync(['status', '--state-dir', bench.stateDir('quiet'), '--json']);
  expect(listed.code).toBe(0);
  expect(JSON.parse(listed.stdout)).toMatchObject({
    runs: [{ phase: 'finished', report: { rejected: 1 } }, { phase: 'finished' }],
    kept: 0,
  });
});

test('standard input and metrics', async () => {
  await bench.persons(['STDIN']);
  const metrics = join(bench.org.folder, 'metrics.prom');
  const stdin = gzipSync(ndjson([registration('STDIN', '2026-11-01'), '{}']));
  const args = [
    'run',
    '--feed',
    '-',
    '--state-dir',
    bench.stateDir('stdin'),
    '--json',
    '--metrics-file',
    metrics,
  ];
  const { report } = await bench.sync(args, { stdin });
  expect(report).toMatchObject({ changed: 1, rejected: 1 });
  expect(JSON.parse(readFileSync(report.rejects ?? '', 'utf8'))).toMatchObject({ file: '-', line: 2 });
  expect(readFileSync(metrics, 'utf8')).toContain('cuzo_sync_events{outcome="changed"} 1\n');
});
