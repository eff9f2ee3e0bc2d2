import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact, registration, shown, type Sent } from '../../../tests/kit/events.ts';
import { memoryOrg, QUICK, type MemoryOrg } from '../../../tests/kit/memoryOrg.ts';
import { feedOf, quickJob } from '../../../tests/kit/quickJob.ts';
import { discardRun } from '../../commands/discard.ts';
import { resumeRun } from '../../commands/resume.ts';
import { runFeed } from '../../commands/run.ts';
import type { Config } from '../../config/config.ts';
import { SyncError } from '../../errors.ts';
import { TransientError } from '../../org/transientError.ts';
import type { Report } from '../../report/report.ts';

/** Everything by Bulk. */
const CONFIG: Config = { ...QUICK, bulkAbove: 0, waits: { ...QUICK.waits, row: [0, 0] } };
const LETTERS = ['A', 'B', 'C'];

let folder: string;
let memory: MemoryOrg;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'parts-'));
  memory = memoryOrg();
  for (const letter of LETTERS)
    memory.records.Account.set(`001${letter}`, { Customer_Number__c: `C-${letter}`, IsPersonAccount: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const stateDir = (): string => join(folder, 'state');
const open = (): Promise<MemoryOrg['org']> => Promise.resolve(memory.org);
const LINES: readonly Sent[] = LETTERS.map((letter) => registration(`C-${letter}`, '2026-11-01'));
const run = (lines = LINES, config = CONFIG): Promise<Report> =>
  runFeed(quickJob(config).job, stateDir(), feedOf(folder, lines), open);
const jobs = () => [...memory.bulk.jobs.values()].map(({ state, rows }) => `${state} ${rows.length}`);
const onboarded = (): readonly unknown[] =>
  [...memory.records.Account.values()].map((fields) => fields.CuZo_MyPV_Onboarded__c ?? false);

test('rows go as one job, each with its own result', async () => {
  memory.refuse = (id) => (id === '001B' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  expect(await run()).toMatchObject({ changed: 2, failed: 1, rowsWritten: 2 });
  expect([jobs(), onboarded(), memory.sent]).toEqual([['JobComplete 3'], [true, false, true], []]);
});

test('rows travel in parts of so many bytes, accounts before policies', async () => {
  memory.records.InsurancePolicy.set('0YTA', { Name: 'P-A', NameInsuredId: '001A', IsActive: true });
  await run([...LINES, shown('P-A', 'a "view", with commas\nand lines')], { ...CONFIG, bulkPartBytes: 60 });
  expect([...memory.bulk.jobs.values()].map(({ object, rows }) => [object, rows.length])).toEqual([
    ['Account', 1],
    ['Account', 1],
    ['Account', 1],
    ['InsurancePolicy', 1],
  ]);
  expect(memory.records.InsurancePolicy.get('0YTA')?.CuZo_View__c).toContain(
    'a \\"view\\", with commas\\nand lines',
  );
});

test('after an upload that went wrong its job is aborted, and the rows go in another', async () => {
  let uploads = 0;
  memory.bulk.onUpload = () => {
    uploads += 1;
    if (uploads === 1) throw new TransientError('cut');
  };
  expect(await run()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test('giving up a run aborts its job, also one without a whole upload', async () => {
  memory.bulk.onUpload = () => {
    throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(run()).rejects.toMatchObject({ code: 'ORG_GONE' });
  expect(jobs()).toEqual(['Open 3']);
  await discardRun(stateDir(), open, '2026-11-22T04:00:00.000Z');
  expect(jobs()).toEqual(['Aborted 3']);
});

test('a run that stopped in its upload leaves no job open when it goes on', async () => {
  let uploads = 0;
  memory.bulk.onUpload = () => {
    uploads += 1;
    if (uploads === 1) throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(run()).rejects.toMatchObject({ code: 'ORG_GONE' });
  expect(await resumeRun(quickJob(CONFIG).job, stateDir(), open)).toMatchObject({ changed: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test('a row that locks goes again by Bulk, and by Collections in the last round', async () => {
  memory.refuse = (id) => (id === '001B' ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await run()).toMatchObject({ changed: 2, failed: 1 });
  expect([jobs(), memory.sent]).toEqual([['JobComplete 3', 'JobComplete 1'], [['001B']]]);
});

test.each([
  [
    'names another record',
    (lines: readonly string[]) => lines.map(() => '"001X","FIELD_CUSTOM_VALIDATION_EXCEPTION:no:--","001X"'),
  ],
  ['is missing', () => []],
])('a failed row whose result %s is not taken for saved', async (_how, change) => {
  memory.refuse = (id) =>
    id === '001B' && memory.bulk.jobs.size === 1 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined;
  memory.bulk.resultsOf = (kind, lines) => (kind === 'failedResults' ? change(lines) : lines);
  const { job, logged } = quickJob(CONFIG);
  const report = await runFeed(job, stateDir(), feedOf(folder, LINES), open);
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(onboarded()).toEqual([true, true, true]);
  expect(jobs()).toEqual(['JobComplete 3', 'JobComplete 1']);
  expect(logged.map(({ msg }) => msg)).toContain('the numbers of a Bulk job do not add up');
});

test('a job that the org aborts goes again with what is left', async () => {
  memory.bulk.onClose = (job) => {
    if (job.id !== '750-1') return;
    job.state = 'Aborted';
    job.errors.set('001A', '');
    Object.assign(memory.records.Account.get('001A') ?? {}, { CuZo_MyPV_Onboarded__c: true });
  };
  expect(await run()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 2']);
});

test('a job that the org fails as a whole stops the run, which goes on later', async () => {
  memory.bulk.onClose = (job) => {
    if (memory.bulk.jobs.size === 1)
      Object.assign(job, { state: 'Failed', errorMessage: 'InvalidBatch : no such field' });
  };
  await expect(run()).rejects.toMatchObject({ code: 'JOB_FAILED' });
  expect(await resumeRun(quickJob(CONFIG).job, stateDir(), open)).toMatchObject({
    changed: 3,
    rowsWritten: 3,
  });
});

test('one that it fails for a reason that passes goes again', async () => {
  memory.bulk.onClose = (job) => {
    if (memory.bulk.jobs.size === 1)
      Object.assign(job, { state: 'Failed', errorMessage: 'InternalServerError : busy' });
  };
  expect(await run()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Failed 3', 'JobComplete 3']);
});

test('a job that the org has lost goes again', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') memory.bulk.jobs.delete('750-1');
  };
  expect(await run()).toMatchObject({ changed: 3, rowsWritten: 3 });
});

test.each([
  ['in its upload', 'upload'],
  ['before its job was closed', 'close'],
])('a run that stopped %s is planned anew: its job is aborted, every row goes once', async (_when, where) => {
  const gone = new SyncError('ORG_GONE', 'for a test');
  memory.bulk.onUpload = () => {
    if (where === 'upload') throw gone;
  };
  memory.onRequest = (request) => {
    if (where === 'close' && request.startsWith('PATCH /jobs')) throw gone;
  };
  await expect(run()).rejects.toBe(gone);
  expect(jobs()).toEqual(['Open 3']);
  memory.bulk.onUpload = () => undefined;
  memory.onRequest = () => undefined;
  const report = await resumeRun(quickJob(CONFIG).job, stateDir(), open, true);
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test('what CSV has no word for, and what a duplicate rule alerts about, goes by Collections', async () => {
  memory.refuse = (id) => (id === '001B' && memory.sent.length === 0 ? 'DUPLICATES_DETECTED' : undefined);
  const phone = contact('C-A', '2026-11-03T10:00:00Z', { phone: '#N/A' });
  const config: Config = { ...CONFIG, duplicateRules: 'save' };
  expect(await run([...LINES.slice(1), phone], config)).toMatchObject({
    changed: 3,
    failed: 0,
    rowsWritten: 3,
  });
  expect([jobs(), memory.sent]).toEqual([['JobComplete 2'], [['001A', '001B']]]);
  expect(memory.records.Account.get('001A')).toMatchObject({ Phone: '#N/A' });
});

test('where duplicates are refused, such a row fails', async () => {
  memory.refuse = (id) => (id === '001B' ? 'DUPLICATES_DETECTED' : undefined);
  expect(await run(LINES, { ...CONFIG, duplicateRules: 'refuse' })).toMatchObject({ changed: 2, failed: 1 });
  expect(memory.sent).toEqual([]);
});

test.each<[string, string, object]>([
  [
    'for what concerns the day',
    'ExceededQuota : no more today',
    { errorCode: 'ExceededQuota', verdict: 'day' },
  ],
  ['without a word', '', { code: 'JOB_FAILED' }],
])('a job that the org fails %s stops the run', async (_why, errorMessage, error) => {
  memory.bulk.onClose = (job) => void Object.assign(job, { state: 'Failed', errorMessage });
  await expect(run()).rejects.toMatchObject(error);
});

test('a run that stopped while the org was at a job takes its results when it goes on', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(run()).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  const { job, logged } = quickJob(CONFIG);
  expect(await resumeRun(job, stateDir(), open)).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['JobComplete 3']);
  expect(logged.map(({ msg }) => msg)).toContain('Bulk job over');
});
