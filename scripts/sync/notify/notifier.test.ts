import { execFile } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, statSync, writeFileSync } from 'node:fs';
import { createServer, type IncomingHttpHeaders, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { folderForFile } from '../../tests/kit/folder.ts';
import { quickJob, TEST_NOW } from '../../tests/kit/quickJob.ts';
import { endingOf, SyncError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import type { Channel } from '../state/lastTold.ts';
import type { Form } from './forms.ts';
import { openNotifier, type Notifier } from './notifier.ts';
import { post } from './post.ts';

/** A receiver of messages, and what it answers. */
interface Receiver {
  readonly got: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }[];
  status: number;
}

const receiver: Receiver = { got: [], status: 200 };
let server: Server;
let url: URL;
let folder: string;

beforeAll(async () => {
  server = createServer((request, response) => {
    void text(request).then((body) => {
      receiver.got.push({ url: request.url ?? '', headers: request.headers, body });
      if (receiver.status === 0) return;
      response.writeHead(receiver.status, receiver.status === 302 ? { Location: '/elsewhere' } : {});
      response.end('ok');
    });
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/hook/secret-part`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
});
beforeEach(() => {
  ({ folder } = folderForFile('cuzo-notify-'));
  receiver.got.length = 0;
  receiver.status = 200;
});

const HOUR_MS = 60 * 60 * 1000;

interface Given {
  readonly form?: Form;
  readonly now?: number;
  readonly repeatHours?: number;
  readonly channel?: Channel;
  readonly address?: URL;
}

function notifier(given: Given = {}): Notifier & { readonly logged: ReturnType<typeof quickJob>['logged'] } {
  const { form = 'webhook', now = TEST_NOW, repeatHours = 0, channel = 'feed', address = url } = given;
  const { job, logged } = quickJob();
  const notifying = { form, address, stateDir: folder, command: 'run', repeatHours, log: job.log };
  return { ...openNotifier({ ...notifying, now: () => now }, channel), logged };
}

const sent = (): readonly Record<string, unknown>[] =>
  receiver.got.map(({ body }) => JSON.parse(body) as Record<string, unknown>);

const FINE = {
  runId: '20261122T030000Z-ab12',
  exitCode: 0,
  read: 8,
  changed: 5,
  unchanged: 3,
  late: 0,
  superseded: 0,
  duplicate: 0,
  foreign: 0,
  unmatched: 0,
  ambiguous: 0,
  rejected: 0,
  failed: 0,
  rowsWritten: 5,
  rejects: '/home/jan.peeters/.sync/runs/x/rejects.ndjson',
} as unknown as Report;
const FAULTY: Report = { ...FINE, exitCode: 1, changed: 2, rejected: 2, failed: 1 };
const NOT_READY = endingOf(new SyncError('NOT_READY', 'jan.peeters@example.com may not read Account'));

test('a run with faults is told with its counts, and the first that is fine after it', async () => {
  await notifier().finished(FINE);
  expect(sent()).toStrictEqual([]);
  await notifier().finished(FAULTY);
  await notifier({ now: TEST_NOW + 24 * HOUR_MS }).finished(FINE);
  await notifier({ now: TEST_NOW + 48 * HOUR_MS }).finished(FINE);
  const [faults, recovered, ...more] = sent();
  expect(more).toStrictEqual([]);
  expect(faults).toEqual({
    job: 'cuzo-sync',
    event: 'faults',
    command: 'run',
    runId: FINE.runId,
    exitCode: 1,
    errorCode: null,
    what: 'The run has finished with faults: 2 rejected, 1 failed',
    next: expect.stringContaining('docs/OPERATIONS.md') as string,
    at: '2026-11-22T03:00:00.000Z',
    counts: expect.objectContaining({ read: 8, changed: 2, rejected: 2, rowsWritten: 5 }) as object,
  });
  expect(recovered).toMatchObject({ event: 'recovered', exitCode: 0, runId: FINE.runId });
  expect(recovered?.what).toContain('since faults of 2026-11-22T03:00:00.000Z');
  expect(receiver.got[0]?.headers['content-type']).toBe('application/json; charset=utf-8');
});

test.each(['webhook', 'slack', 'teams'] as const)(
  'a run that is refused or stopped is told by its code, never by its detail: %s',
  async (form) => {
    await notifier({ form }).ended(NOT_READY);
    const stopped = notifier({ form });
    stopped.onRun({ runId: 'a-run', counts: { read: 7, changed: 3, rowsWritten: 2 } });
    await stopped.ended(endingOf(new SyncError('ORG_GONE', 'jan.peeters')));
    await notifier({ form }).finished(FAULTY);
    const bodies = receiver.got.map(({ body }) => body);
    expect(bodies.join('')).not.toMatch(/peeters|\{\}/);
    expect(bodies[0]).toContain('NOT_READY');
    expect(bodies[0]).toContain('The org is not ready for the job');
    expect(bodies[1]).toContain('ORG_GONE');
    expect(bodies[1]).toContain('a-run');
    expect(bodies[1]).toContain('npm run -s sync -- resume');
    expect(bodies[1]).toContain('7');
  },
);

test('every error has a headline and a next step of its own', () => {
  for (const code of ['USAGE', 'FEED', 'STOPPED', 'STATE_LOCKED', 'UNFINISHED'] as const) {
    const { headline, next } = endingOf(new SyncError(code, 'SECRET', 'SECRET'));
    expect(`${headline} ${next}`).not.toMatch(/SECRET|\{\}/);
    expect(headline).toMatch(/^[A-Z].*\w$/);
    expect(next).not.toBe('');
  }
  expect(endingOf(undefined)).toMatchObject({ code: 'UNEXPECTED', exit: 3 });
});

test('a run whose stopped run before it had faults is told as one with faults', async () => {
  await notifier().finished(FINE, { ...FAULTY, runId: 'the-night-before' });
  expect(sent()).toMatchObject([{ event: 'faults', runId: 'the-night-before' }]);
});

test('what is the same is not told again within --notify-repeat, something else is', async () => {
  const small = (now: number): Notifier => notifier({ now, repeatHours: 6, channel: 'live' });
  const gone = endingOf(new SyncError('ORG_GONE'));
  await small(TEST_NOW).ended(gone);
  await small(TEST_NOW + HOUR_MS).ended(gone);
  await small(TEST_NOW + 2 * HOUR_MS).ended(endingOf(new SyncError('LOGIN')));
  await notifier().finished(FINE);
  await small(TEST_NOW + 9 * HOUR_MS).ended(endingOf(new SyncError('LOGIN')));
  await small(TEST_NOW + 10 * HOUR_MS).finished(FINE);
  expect(sent().map(({ event, errorCode }) => errorCode ?? event)).toEqual([
    'ORG_GONE',
    'LOGIN',
    'LOGIN',
    'recovered',
  ]);
});

test('what could not be posted is told the next time, however soon', async () => {
  const small = (minutes: number): Notifier =>
    notifier({ now: TEST_NOW + minutes * 60_000, repeatHours: 6, channel: 'live' });
  receiver.status = 503;
  await small(0).finished(FAULTY);
  receiver.status = 200;
  await small(5).finished(FAULTY);
  await small(10).finished(FAULTY);
  await small(15).finished(FINE);
  expect(sent().map(({ event, at }) => [event, at])).toEqual([
    ['faults', '2026-11-22T03:00:00.000Z'],
    ['faults', '2026-11-22T03:05:00.000Z'],
    ['recovered', '2026-11-22T03:15:00.000Z'],
  ]);
});

test('an error that comes back after all was told to be well is told again; faults of single events are not', async () => {
  const small = (minutes: number): Notifier =>
    notifier({ now: TEST_NOW + minutes * 60_000, repeatHours: 6, channel: 'live' });
  const gone = endingOf(new SyncError('ORG_GONE'));
  for (const minutes of [0, 20]) {
    await small(minutes).ended(gone);
    await small(minutes + 5).ended(gone);
    await small(minutes + 10).finished(FINE);
  }
  expect(sent().map(({ event, errorCode }) => errorCode ?? event)).toEqual([
    'ORG_GONE',
    'recovered',
    'ORG_GONE',
    'recovered',
  ]);
  receiver.got.length = 0;
  for (const minutes of [40, 50]) {
    await small(minutes).finished(FAULTY);
    await small(minutes + 5).finished(FINE);
  }
  expect(sent().map(({ event }) => event)).toEqual(['faults', 'recovered']);
});

test('what is kept is readable by its owner only, and holds codes', async () => {
  await notifier().ended(NOT_READY);
  const file = join(folder, 'notified-feed.json');
  expect(statSync(file).mode & 0o777).toBe(0o600);
  expect(JSON.parse(readFileSync(file, 'utf8'))).toEqual({
    event: 'refused',
    errorCode: 'NOT_READY',
    at: '2026-11-22T03:00:00.000Z',
    isTold: true,
    isOpen: true,
  });
});

test('a message that could not be posted is logged without its address; that all is well again is tried anew', async () => {
  await notifier().ended(NOT_READY);
  receiver.status = 500;
  const failed = notifier();
  await failed.finished(FINE);
  expect(JSON.stringify(failed.logged)).toContain('HTTP 500');
  expect(JSON.stringify(failed.logged)).not.toContain('secret-part');
  receiver.status = 202;
  await notifier().finished(FINE);
  await notifier().finished(FINE);
  expect(sent().map(({ event }) => event)).toEqual(['refused', 'recovered', 'recovered']);
});

test('a state folder that can not be used keeps nobody from being told', async () => {
  const file = join(folder, 'file');
  writeFileSync(file, '');
  const { job, logged } = quickJob();
  const given = { form: 'webhook', address: url, command: 'run', repeatHours: 0, log: job.log } as const;
  await openNotifier({ ...given, stateDir: file, now: () => TEST_NOW }, 'feed').ended(NOT_READY);
  expect(sent()).toHaveLength(1);
  expect(JSON.stringify(logged)).toContain('what was told last');
});

test('redirects are not followed, silence is not waited for, and a closed port says why', async () => {
  receiver.status = 302;
  expect(await post(url, {})).toBe('HTTP 302');
  expect(receiver.got.map(({ url: path }) => path)).toEqual(['/hook/secret-part']);
  receiver.status = 0;
  expect(await post(url, {}, 50)).toBe('no answer in time');
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  expect(await post(new URL(`http://127.0.0.1:${port}/`), {})).toBe('ECONNREFUSED');
});

test('the job tells of a run that is refused before it begins, and ends as it would without', async () => {
  receiver.status = 302;
  const child = execFile(
    process.execPath,
    [
      join('scripts', 'sync', 'main.ts'),
      ...['run', '--feed', folder, '--state-dir', folder, '--config', 'missing.json', '--notify', 'webhook'],
      ...['--metrics-file', join(folder, 'cuzo.prom')],
    ],
    { env: { PATH: process.env.PATH, CUZO_NOTIFY_URL: url.href } },
  );
  const said = child.stderr ? text(child.stderr) : Promise.resolve('');
  const [exit] = (await once(child, 'exit')) as [number];
  expect(exit).toBe(2);
  expect(sent()).toMatchObject([{ event: 'refused', command: 'run', errorCode: 'CONFIG', runId: null }]);
  expect(readFileSync(join(folder, 'cuzo.prom'), 'utf8')).toMatch(
    /^cuzo_sync_exit_code 2$[^]*^cuzo_sync_error\{code="CONFIG"\} 1$/m,
  );
  const lines = (await said).trim().split('\n');
  expect(lines[0]).toContain('HTTP 302');
  expect(lines.at(-1)).toContain('"code":"CONFIG"');
  expect(lines.join('')).not.toContain('secret-part');
});
