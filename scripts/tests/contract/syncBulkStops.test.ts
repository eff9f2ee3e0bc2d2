import { forThisFile } from '../kit/ending.ts';
import { CLOSE, errorCode, LOOK, startBulkBench, UPLOAD, WAITS } from '../kit/bulkBench.ts';
import type { SyncBench } from '../kit/syncBench.ts';

const bulkBench = forThisFile(startBulkBench);
let bench: SyncBench;
beforeAll(() => {
  ({ bench } = bulkBench);
});
afterEach(() => bench.fault([]));

test('a job that stays in the queue stops the run, which goes on with that same job', async () => {
  const events = await bulkBench.customers('stuck', 20);
  const before = await bulkBench.jobs();
  const info = { id: 'x', state: 'UploadComplete', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  await bench.fault([{ ...LOOK, fault: { status: 200, body: info } }]);
  const ended = await bulkBench.run(
    'stuck',
    events,
    bulkBench.bulk('stuck', { waits: { ...WAITS, stuck: 0.3 } }),
  );
  expect([ended.code, errorCode(ended)]).toEqual([3, 'JOB_STUCK']);
  expect(ended.stderr).toMatch(/UploadComplete.*resume|resume.*UploadComplete/s);
  await bench.fault([]);
  expect(await bulkBench.resume('stuck')).toMatchObject({
    code: 0,
    report: { changed: 20, rowsWritten: 20 },
  });
  expect(await bulkBench.processedSince(before)).toBe(20);
});

test('a job that the org gives up as a whole stops the run, which goes on when the cause is gone', async () => {
  const events = await bulkBench.customers('failed', 8);
  const failed = { id: 'x', state: 'Failed', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  const info = { ...failed, errorMessage: 'InvalidBatch : Field name not found : Nope__c' };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { ...LOOK, times: 1, fault: { status: 200, body: info } },
  ]);
  const ended = await bulkBench.run(
    'failed',
    events,
    bulkBench.bulk('failed', { bulkPartBytes: 90_000_000 }),
  );
  expect([ended.code, errorCode(ended)]).toEqual([3, 'JOB_FAILED']);
  expect(ended.stderr).toMatch(/: InvalidBatch\b/);
  expect(ended.stderr).not.toContain('Nope__c');
  const resumed = await bulkBench.resume('failed');
  expect(resumed).toMatchObject({ code: 0, report: { changed: 8, rowsWritten: 8 } });
  expect(resumed.report.wroteBy).toEqual({ Account: 'Bulk 2.0', InsurancePolicy: null });
});

test('A17: a job that the org gives up for what passes goes again in the same run', async () => {
  const events = await bulkBench.customers('passing', 8);
  const failed = { id: 'x', state: 'Failed', numberRecordsProcessed: 0, numberRecordsFailed: 0 };
  const info = { ...failed, errorMessage: 'TooManyLockFailure : Too many lock failure (200)' };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { ...LOOK, times: 1, fault: { status: 200, body: info } },
  ]);
  const config = bulkBench.bulk('passing', { bulkPartBytes: 90_000_000 });
  const ended = await bulkBench.run('passing', events, config);
  expect(ended).toMatchObject({ code: 0, report: { changed: 8, rowsWritten: 8 } });
});

test('a run that is given up leaves no job behind that would write later what is old by then', async () => {
  const [event] = await bulkBench.customers('given-up', 1);
  const info = { id: 'x', state: 'UploadComplete', numberRecordsFailed: 0 };
  await bench.fault([
    { ...CLOSE, times: 1, fault: { status: 200, body: {} } },
    { ...LOOK, fault: { status: 200, body: info } },
  ]);
  const stuck = await bulkBench.run(
    'given-up',
    [event ?? {}],
    bulkBench.bulk('stuck', { waits: { ...WAITS, stuck: 0.2 } }),
  );
  expect([stuck.code, errorCode(stuck)]).toEqual([3, 'JOB_STUCK']);
  await bench.fault([]);
  const discard = ['resume', '--discard', '--state-dir', bench.stateDir('given-up'), '--json'];
  expect((await bench.sync(discard, { env: {} })).code).toBe(2);
  expect((await bench.sync(discard)).code).toBe(0);
  expect((await bulkBench.jobs()).at(-1)?.state).toBe('Aborted');
  expect(await bulkBench.written('given-up')).toBe(0);
});

test('a run whose rest costs more calls than are left stops, and goes on when there are some again', async () => {
  const events = await bulkBench.customers('short', 10);
  await bench.fault([{ ...UPLOAD, fault: { status: 503 } }]);
  expect((await bulkBench.run('short', events)).code).toBe(3);
  const limits = { DailyApiRequests: { Max: 10, Remaining: 3 }, DailyBulkApiBatches: { Remaining: 0 } };
  await bench.fault([{ path: '/limits$', times: 1, fault: { status: 200, body: limits } }]);
  const short = await bulkBench.resume('short');
  expect([short.code, errorCode(short)]).toEqual([3, 'API_SHORT']);
  expect(await bulkBench.resume('short')).toMatchObject({
    code: 0,
    report: { changed: 10, rowsWritten: 10 },
  });
});
