import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { forThisFile } from '../kit/ending.ts';
import { CLOSE, CREATE, LOOK, startBulkBench, UPLOAD } from '../kit/bulkBench.ts';
import { contact, registration, shown } from '../kit/events.ts';
import type { SyncBench } from '../kit/syncBench.ts';

const bulkBench = forThisFile(startBulkBench);
let bench: SyncBench;
beforeAll(() => {
  ({ bench } = bulkBench);
});
afterEach(() => bench.fault([]));

test('rows above the threshold travel by Bulk, in parts; accounts before policies; nothing of them stays on disk', async () => {
  const persons = await bench.persons(['way-0', 'way-1']);
  const numbers = Array.from({ length: 30 }, (_, n) => `way-${n}`);
  for (const account of persons.values())
    await bench.policies(
      numbers.filter((_, n) => (n % 2 === 0) === (account === persons.get('way-0'))),
      account,
    );
  const before = await bulkBench.jobs();
  const ended = await bulkBench.run('way', [
    registration('way-0', '2026-11-01'),
    ...numbers.map((number) => shown(number, `Titel "met, tekens"\nvan ${number}`)),
  ]);
  expect(ended).toMatchObject({ code: 0, report: { read: 31, changed: 31, rowsWritten: 31 } });
  expect(ended.report.wroteBy).toEqual({ Account: 'Bulk 2.0', InsurancePolicy: 'Bulk 2.0' });
  const made = (await bulkBench.jobs()).filter(({ id }) => !before.some((job) => job.id === id));
  expect(made.length).toBeGreaterThan(5);
  expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['JobComplete']));
  expect((await bench.policyOf('way-7')).CuZo_View__c).toContain(
    '"title":"Titel \\"met, tekens\\"\\nvan way-7"',
  );
  expect(readdirSync(join(bench.stateDir('way'), 'runs'))).toStrictEqual([]);
});

test('what is cleared is cleared, and a text that CSV takes for null is written all the same', async () => {
  await bench.persons(['null-0'], { PersonEmail: 'weg@example.com', Phone: '021234567' });
  await bench.persons(['null-1']);
  const address = { street: 'Kerkstraat', houseNumber: '1', postalCode: '1000', city: '#N/A', country: 'BE' };
  const ended = await bulkBench.run('null', [
    contact('null-0', '2026-11-20T10:00:00Z', { email: null, mobile: '0470123456' }),
    contact('null-1', '2026-11-20T10:00:00Z', { address }),
  ]);
  expect(ended).toMatchObject({ code: 0, report: { changed: 2, rowsWritten: 2 } });
  expect(await bench.accountOf('null-0')).toMatchObject({
    PersonEmail: null,
    PersonMobilePhone: '0470123456',
    Phone: '021234567',
  });
  expect(await bench.accountOf('null-1')).toMatchObject({ PersonMailingCity: '#N/A' });
});

test('an org that is busy, cuts uploads and answers half gets every row once', async () => {
  const events = await bulkBench.customers('busy', 40);
  const before = await bulkBench.jobs();
  await bench.fault([
    { ...CREATE, times: 1, fault: { status: 503 } },
    { ...UPLOAD, times: 1, fault: { reset: 100 } },
    { ...UPLOAD, skip: 2, times: 1, fault: { status: 500 } },
    { ...UPLOAD, skip: 4, times: 1, fault: { reset: 100_000 } },
    { ...CLOSE, skip: 1, times: 1, fault: { reset: 100_000 } },
    { path: 'failedResults$', times: 1, fault: { reset: 10 } },
    { path: 'unprocessedrecords$', times: 1, fault: { status: 502 } },
  ]);
  const ended = await bulkBench.run('busy', events);
  expect(ended).toMatchObject({ code: 0, report: { changed: 40, rowsWritten: 40 } });
  expect(await bulkBench.written('busy')).toBe(40);
  expect(await bulkBench.processedSince(before)).toBe(40);
});

test('rows that are locked go again, one that is refused fails alone', async () => {
  const events = await bulkBench.customers('lock', 30);
  await bench.persons(['lock-bad']);
  await bench.fault([{ ...CLOSE, fault: { lock: { object: 'Account', share: 0.6 } } }]);
  const bad = contact('lock-bad', '2026-11-20T10:00:00Z', { email: 'geen adres' });
  const ended = await bulkBench.run('lock', [...events, bad], bulkBench.bulk('locked', { bulkAbove: 4 }));
  expect(ended).toMatchObject({ code: 1, report: { changed: 30, failed: 1, rowsWritten: 30 } });
  expect(ended.stderr).toMatch(/"INVALID_EMAIL_ADDRESS":1/);
  expect(await bulkBench.written('lock')).toBe(30);
});

test('the session may end at any step of a job', async () => {
  const events = await bulkBench.customers('token', 20);
  const before = await bulkBench.jobs();
  await bench.fault([
    { ...UPLOAD, times: 1, fault: { expireToken: true } },
    { ...CLOSE, skip: 2, times: 1, fault: { expireToken: true } },
    { path: 'failedResults$', skip: 1, times: 1, fault: { expireToken: true } },
  ]);
  const feed = bench.feed('bulk-token.ndjson', events.map((one) => JSON.stringify(one)).join('\n'));
  const args = [
    'run',
    '--feed',
    feed,
    '--state-dir',
    bench.stateDir('token'),
    '--json',
    '--config',
    bulkBench.bulk(),
  ];
  const ended = await bench.sync(args, { env: bench.org.jwtEnv('sync@connect360.local') });
  expect(ended).toMatchObject({ code: 0, report: { changed: 20, rowsWritten: 20 } });
  expect(await bulkBench.processedSince(before)).toBe(20);
});

test('a job that somebody aborts leaves rows unprocessed, which go again; those of a deleted one too', async () => {
  const events = await bulkBench.customers('abort', 8);
  const aborted = { id: 'x', state: 'Aborted', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  const gone = {
    status: 404,
    body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { ...LOOK, times: 1, fault: { status: 200, body: aborted } },
    { path: 'failedResults$', times: 1, fault: gone },
  ]);
  const ended = await bulkBench.run('abort', events, bulkBench.bulk('abort', { bulkPartBytes: 90_000_000 }));
  expect(ended).toMatchObject({ code: 0, report: { changed: 8, rowsWritten: 8 } });
  expect(ended.stderr).toContain('is lost');
});

test('many keys are looked up by a Bulk query, which finds what queries find', async () => {
  const numbers = Array.from({ length: 50 }, (_, n) => `read-${n}`);
  const persons = await bench.persons(numbers);
  await bench.policies(numbers, persons.get('read-0') ?? '');
  await bench.policies(['read-twice'], persons.get('read-1') ?? '', { Status: 'In Force' });
  await bench.policies(['READ-twice'], persons.get('read-2') ?? '', { Status: 'Cancelled' });
  const events = [
    ...numbers.flatMap((number) => [
      registration(number, '2026-11-01'),
      contact(number, '2026-11-20T10:00:00Z', { email: `${number}@example.com`, phone: null }),
      shown(number.toUpperCase(), 'x', {}, { customer: 'READ-0' }),
    ]),
    shown('read-twice', 'y'),
    shown('read-1', 'z', { time: '2026-11-22T00:00:00Z' }, { customer: 'read-9' }),
  ];
  const few = bulkBench.bulk('few', { keysPerQuery: 1, bulkAbove: 2000 });
  await bench.fault([
    { path: '/jobs/query/\\w+/results', times: 1, fault: { reset: 2000 } },
    { path: '/jobs/query/\\w+$', skip: 1, times: 1, fault: { status: 503 } },
  ]);
  const planned = await bench.sync([
    ...['plan', '--feed', bench.feed('read.ndjson', events.map((one) => JSON.stringify(one)).join('\n'))],
    ...['--state-dir', bench.stateDir('read'), '--json', '--config', bulkBench.bulk('many')],
  ]);
  expect(planned.report.lookedUpBy).toEqual({ Account: 'Queries', InsurancePolicy: 'Queries' });
  const first = await bulkBench.run('read', events, few);
  expect(first.report.lookedUpBy).toEqual({ Account: 'Bulk query', InsurancePolicy: 'Bulk query' });
  const { changed, superseded, ambiguous, read } = planned.report;
  expect(first.report).toMatchObject({ changed, superseded, ambiguous, read, rowsWritten: 100 });
  const again = await bulkBench.run('read', events, few);
  expect(again.report).toMatchObject({
    changed: 0,
    unchanged: changed,
    superseded,
    ambiguous,
    rowsWritten: 0,
  });
});

test('rows that go event by event travel together', async () => {
  const events = await bulkBench.customers('wave', 30);
  const bad = events.map(({ subject }) =>
    contact(String(subject), '2026-11-20T10:00:00Z', { email: 'geen adres' }),
  );
  const ended = await bulkBench.run('wave', [...events, ...bad], bulkBench.bulk('wave', { bulkAbove: 2000 }));
  expect(ended).toMatchObject({ code: 1, report: { changed: 30, failed: 30, rowsWritten: 30 } });
  expect(ended.report.apiCalls).toBeLessThan(30);
});

test('results without content are no rows', async () => {
  const events = await bulkBench.customers('empty', 4);
  await bench.fault([{ path: 'unprocessedrecords$', times: 1, fault: { status: 204 } }]);
  expect(
    await bulkBench.run('empty', events, bulkBench.bulk('one', { bulkPartBytes: 90_000_000 })),
  ).toMatchObject({
    code: 0,
    report: { changed: 4, rowsWritten: 4 },
  });
});

test('where the org gives a Bulk query up, queries look the keys up', async () => {
  const events = await bulkBench.customers('fallback', 45);
  const failed = { id: 'x', state: 'Failed', errorMessage: 'retried more than 15 times' };
  await bench.fault([{ method: 'GET', path: '/jobs/query/\\w+$', fault: { status: 200, body: failed } }]);
  const ended = await bulkBench.run(
    'fallback',
    events,
    bulkBench.bulk('few', { keysPerQuery: 1, bulkAbove: 2000 }),
  );
  expect(ended).toMatchObject({ code: 0, report: { changed: 45 } });
  expect(ended.report.lookedUpBy.Account).toBe('Queries');
});
