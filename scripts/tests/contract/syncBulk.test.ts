import { jest } from '@jest/globals';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { contact, registration, shown, type Sent } from './syncEvents.ts';
import { SHORT_WAITS, startSyncBench, type Ended, type SyncBench } from './syncFixture.ts';

jest.setTimeout(60_000);

let bench: SyncBench;
beforeAll(async () => {
  bench = await startSyncBench();
}, 120_000);
afterEach(() => bench.fault([]));
afterAll(() => bench.org.close());

const JOBS = '/jobs/ingest';
const UPLOAD = { method: 'PUT', path: `${JOBS}/\\w+/batches$` };
const CLOSE = { method: 'PATCH', path: `${JOBS}/\\w+$` };
const WAITS = { ...SHORT_WAITS, poll: [0.02, 0.05], stuck: 5 };

/** Everything by Bulk, a few rows a job. */
const bulk = (name = 'bulk', change: object = {}): string =>
  bench.config(name, (config) => ({ ...config, bulkAbove: 0, bulkPartBytes: 1200, waits: WAITS, ...change }));

const errorCode = ({ stderr }: Ended): string =>
  [...stderr.matchAll(/"code":"([A-Z_]+)"/g)].at(-1)?.[1] ?? '';

const run = (state: string, events: readonly Sent[], config = bulk()): Promise<Ended> =>
  bench.run(state, events, '--config', config);

const resume = (state: string, config = bulk()): Promise<Ended> =>
  bench.sync(['resume', '--state-dir', bench.stateDir(state), '--json', '--config', config]);

interface Job {
  readonly id: string;
  readonly state: string;
}

const jobs = async (): Promise<readonly Job[]> =>
  ((await bench.org.rest('GET', 'jobs/ingest')) as { records: readonly Job[] }).records;

/** Rows that finished jobs have processed since `before`. */
async function processedSince(before: readonly Job[]): Promise<number> {
  let processed = 0;
  for (const { id, state } of await jobs())
    if (state === 'JobComplete' && !before.some((job) => job.id === id))
      processed += ((await bench.org.rest('GET', `jobs/ingest/${id}`)) as { numberRecordsProcessed: number })
        .numberRecordsProcessed;
  return processed;
}

async function customers(prefix: string, count: number): Promise<readonly Sent[]> {
  const numbers = Array.from({ length: count }, (_, n) => `${prefix}-${n}`);
  await bench.persons(numbers);
  return numbers.map((number) => registration(number, '2026-11-01'));
}

const written = async (prefix: string): Promise<number> => {
  const soql = `SELECT Id FROM Account WHERE Customer_Number__c LIKE '${prefix}-%' AND CuZo_MyPV_Onboarding_Date__c = 2026-11-01`;
  return (await bench.org.query(soql)).length;
};

test('rows above the threshold travel by Bulk, in parts; accounts before policies; nothing of them stays on disk', async () => {
  const persons = await bench.persons(['way-0', 'way-1']);
  const numbers = Array.from({ length: 30 }, (_, n) => `way-${n}`);
  for (const account of persons.values())
    await bench.policies(
      numbers.filter((_, n) => (n % 2 === 0) === (account === persons.get('way-0'))),
      account,
    );
  const before = await jobs();
  const ended = await run('way', [
    registration('way-0', '2026-11-01'),
    ...numbers.map((number) => shown(number, `Titel "met, tekens"\nvan ${number}`)),
  ]);
  expect(ended).toMatchObject({ code: 0, report: { read: 31, changed: 31, rowsWritten: 31 } });
  expect(ended.report.wroteBy).toEqual({ Account: 'Bulk 2.0', InsurancePolicy: 'Bulk 2.0' });
  const made = (await jobs()).filter(({ id }) => !before.some((job) => job.id === id));
  expect(made.length).toBeGreaterThan(5);
  expect(new Set(made.map(({ state }) => state))).toEqual(new Set(['JobComplete']));
  expect((await bench.policyOf('way-7')).CuZo_View__c).toContain(
    '"title":"Titel \\"met, tekens\\"\\nvan way-7"',
  );
  expect(readdirSync(join(bench.stateDir('way'), 'runs'))).toEqual([]);
});

test('what is cleared is cleared, and a text that CSV takes for null is written all the same', async () => {
  await bench.persons(['null-0'], { PersonEmail: 'weg@example.com', Phone: '021234567' });
  await bench.persons(['null-1']);
  const address = { street: 'Kerkstraat', houseNumber: '1', postalCode: '1000', city: '#N/A', country: 'BE' };
  const ended = await run('null', [
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
  const events = await customers('busy', 40);
  const before = await jobs();
  await bench.fault([
    { method: 'POST', path: `${JOBS}$`, times: 1, fault: { status: 503 } },
    { ...UPLOAD, times: 1, fault: { reset: 100 } },
    { ...UPLOAD, skip: 2, times: 1, fault: { status: 500 } },
    { ...UPLOAD, skip: 4, times: 1, fault: { reset: 100_000 } },
    { ...CLOSE, skip: 1, times: 1, fault: { reset: 100_000 } },
    { path: 'failedResults$', times: 1, fault: { reset: 10 } },
    { path: 'unprocessedrecords$', times: 1, fault: { status: 502 } },
  ]);
  const ended = await run('busy', events);
  expect(ended).toMatchObject({ code: 0, report: { changed: 40, rowsWritten: 40 } });
  expect(await written('busy')).toBe(40);
  expect(await processedSince(before)).toBe(40);
});

test('rows that are locked go again, in the end one account at a time; one that is refused fails alone', async () => {
  const events = await customers('lock', 30);
  await bench.persons(['lock-bad']);
  await bench.fault([{ ...CLOSE, fault: { lock: { object: 'Account', share: 0.6 } } }]);
  const bad = contact('lock-bad', '2026-11-20T10:00:00Z', { email: 'geen adres' });
  const ended = await run('lock', [...events, bad], bulk('locked', { bulkAbove: 4 }));
  expect(ended).toMatchObject({ code: 1, report: { changed: 30, failed: 1, rowsWritten: 30 } });
  expect(ended.stderr).toMatch(/"INVALID_EMAIL_ADDRESS":1/);
  expect(await written('lock')).toBe(30);
});

test('the session may end at any step of a job', async () => {
  const events = await customers('token', 20);
  const before = await jobs();
  await bench.fault([
    { ...UPLOAD, times: 1, fault: { expireToken: true } },
    { ...CLOSE, skip: 2, times: 1, fault: { expireToken: true } },
    { path: 'failedResults$', skip: 1, times: 1, fault: { expireToken: true } },
  ]);
  const feed = bench.feed('bulk-token.ndjson', events.map((one) => JSON.stringify(one)).join('\n'));
  const args = ['run', '--feed', feed, '--state-dir', bench.stateDir('token'), '--json', '--config', bulk()];
  const ended = await bench.sync(args, { env: bench.org.jwtEnv('sync@connect360.local') });
  expect(ended).toMatchObject({ code: 0, report: { changed: 20, rowsWritten: 20 } });
  expect(await processedSince(before)).toBe(20);
});

test('a job that stays in the queue stops the run, which goes on with that same job', async () => {
  const events = await customers('stuck', 20);
  const before = await jobs();
  const info = { id: 'x', state: 'UploadComplete', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  await bench.fault([{ method: 'GET', path: `${JOBS}/\\w+$`, fault: { status: 200, body: info } }]);
  const ended = await run('stuck', events, bulk('stuck', { waits: { ...WAITS, stuck: 0.3 } }));
  expect([ended.code, errorCode(ended)]).toEqual([3, 'JOB_STUCK']);
  expect(ended.stderr).toMatch(/UploadComplete.*resume|resume.*UploadComplete/s);
  await bench.fault([]);
  expect(await resume('stuck')).toMatchObject({ code: 0, report: { changed: 20, rowsWritten: 20 } });
  expect(await processedSince(before)).toBe(20);
});

test('a job whose numbers do not add up is settled row by row, and what has no answer goes again', async () => {
  const events = await customers('sum', 6);
  const lie = { id: 'x', state: 'JobComplete', numberRecordsProcessed: 3, numberRecordsFailed: 0 };
  await bench.fault([{ method: 'GET', path: `${JOBS}/\\w+$`, times: 4, fault: { status: 200, body: lie } }]);
  const ended = await run('sum', events, bulk('sum', { bulkPartBytes: 90_000_000 }));
  expect(ended).toMatchObject({ code: 0, report: { changed: 6, rowsWritten: 6 } });
  expect(ended.stderr).toContain('do not add up');
});

test('a job that somebody aborts leaves rows unprocessed, which go again; those of a deleted one too', async () => {
  const events = await customers('abort', 8);
  const aborted = { id: 'x', state: 'Aborted', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  const gone = {
    status: 404,
    body: [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }],
  };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { method: 'GET', path: `${JOBS}/\\w+$`, times: 1, fault: { status: 200, body: aborted } },
    { path: 'failedResults$', times: 1, fault: gone },
  ]);
  const ended = await run('abort', events, bulk('abort', { bulkPartBytes: 90_000_000 }));
  expect(ended).toMatchObject({ code: 0, report: { changed: 8, rowsWritten: 8 } });
  expect(ended.stderr).toContain('is lost');
});

test('a job that the org gives up as a whole stops the run, which goes on when the cause is gone', async () => {
  const events = await customers('failed', 8);
  const failed = { id: 'x', state: 'Failed', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  const info = { ...failed, errorMessage: 'InvalidBatch : Field name not found : Nope__c' };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { method: 'GET', path: `${JOBS}/\\w+$`, times: 1, fault: { status: 200, body: info } },
  ]);
  const ended = await run('failed', events, bulk('failed', { bulkPartBytes: 90_000_000 }));
  expect([ended.code, errorCode(ended)]).toEqual([3, 'JOB_FAILED']);
  expect(ended.stderr).toContain('Field name not found : Nope__c');
  const resumed = await resume('failed');
  expect(resumed).toMatchObject({ code: 0, report: { changed: 8, rowsWritten: 8 } });
  expect(resumed.report.wroteBy).toEqual({ Account: 'Bulk 2.0', InsurancePolicy: null });
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
  const few = bulk('few', { keysPerQuery: 1, bulkAbove: 2000 });
  await bench.fault([
    { path: '/jobs/query/\\w+/results', times: 1, fault: { reset: 2000 } },
    { path: '/jobs/query/\\w+$', skip: 1, times: 1, fault: { status: 503 } },
  ]);
  const planned = await bench.sync([
    ...['plan', '--feed', bench.feed('read.ndjson', events.map((one) => JSON.stringify(one)).join('\n'))],
    ...['--state-dir', bench.stateDir('read'), '--json', '--config', bulk('many')],
  ]);
  expect(planned.report.lookedUpBy).toEqual({ Account: 'Queries', InsurancePolicy: 'Queries' });
  const first = await run('read', events, few);
  expect(first.report.lookedUpBy).toEqual({ Account: 'Bulk query', InsurancePolicy: 'Bulk query' });
  const { changed, superseded, ambiguous, read } = planned.report;
  expect(first.report).toMatchObject({ changed, superseded, ambiguous, read, rowsWritten: 100 });
  const again = await run('read', events, few);
  expect(again.report).toMatchObject({
    changed: 0,
    unchanged: changed,
    superseded,
    ambiguous,
    rowsWritten: 0,
  });
});
