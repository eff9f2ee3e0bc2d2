import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { contact, hidden, shown } from '../../../tests/kit/events.ts';
import { ALL_REGISTERED, BY_BULK, writeRuns } from '../../../tests/kit/writeRuns.ts';
import { discardRun } from '../../commands/discard.ts';
import type { Config } from '../../config/config.ts';
import { SyncError } from '../../errors.ts';
import { TransientError } from '../../org/transientError.ts';

/** Parts of one row. */
const SMALL_PARTS: Config = { ...BY_BULK, bulkPartBytes: 60 };

const { memory, open, stateDir, run, runWith, registerAll, resume, logged, jobs, onboarded } =
  writeRuns(BY_BULK);
const LOST = { msg: 'a Bulk job is lost, its rows go again', object: 'Account', rows: 3 };
/** The files of rows that wait for a job. */
const partFiles = (): readonly string[] =>
  readdirSync(stateDir(), { recursive: true, encoding: 'utf8' })
    .filter((name) => /part-\d+\.csv$/.test(name))
    .map((name) => join(stateDir(), name));

test('rows go as one job, each with its own result', async () => {
  memory.refuse = (id) => (id === '001B' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  expect(await registerAll()).toMatchObject({ changed: 2, failed: 1, rowsWritten: 2 });
  expect([jobs(), onboarded(), memory.sent]).toEqual([['JobComplete 3'], [true, false, true], []]);
});

test('the file of rows, which is personal data, is gone once it is uploaded', async () => {
  let left: readonly string[] = ['not looked'];
  memory.bulk.onClose = () => {
    left = partFiles();
  };
  await registerAll();
  expect(left).toStrictEqual([]);
  const uploaded = { msg: 'Bulk job uploaded', object: 'Account', job: '750-1', rows: 3 };
  expect(logged()).toContainEqual(expect.objectContaining(uploaded));
});

test('a row leaves alone what others of its job write', async () => {
  for (const letter of ['A', 'B'])
    memory.records.InsurancePolicy.set(`0YT${letter}`, {
      Name: `P-${letter}`,
      NameInsuredId: `001${letter}`,
    });
  const policy = (id: string) => memory.records.InsurancePolicy.get(id);
  await run(shown('P-A', 'a view'), shown('P-B', 'a view'));
  const before = { ...policy('0YTA') };
  const later = { time: '2026-11-21T11:00:00Z' };
  await run(shown('P-A', 'a view', later, { product: 'home' }), shown('P-B', 'another', later));
  expect(jobs()).toEqual(['JobComplete 2', 'JobComplete 2']);
  expect(policy('0YTA')).toMatchObject({ CuZo_Product__c: 'home', CuZo_View__c: before.CuZo_View__c });
  expect(policy('0YTB')?.CuZo_View__c).toContain('another');
  await run(hidden('P-A', 'ended', { time: '2026-11-21T12:00:00Z' }));
  expect(policy('0YTA')).toMatchObject({ CuZo_View__c: null, CuZo_View_Hash__c: null });
});

test('when an upload fails, the job before it is settled before the run stops', async () => {
  memory.bulk.onUpload = ({ id }) => {
    if (id === '750-2') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll({ config: SMALL_PARTS })).rejects.toMatchObject({ code: 'ORG_GONE' });
  expect(jobs()).toEqual(['JobComplete 1', 'Open 1']);
  memory.requests.length = 0;
  expect(await resume()).toMatchObject({ changed: 3 });
  expect(memory.requests.filter((request) => request.endsWith('/750-1'))).toStrictEqual([]);
});

test('a run that is to stop makes no other job', async () => {
  const controller = new AbortController();
  memory.bulk.onClose = () => {
    controller.abort('SIGTERM');
  };
  const { signal } = controller;
  await expect(registerAll({ config: SMALL_PARTS, signal })).rejects.toMatchObject({ code: 'STOPPED' });
  expect(jobs()).toEqual(['JobComplete 1']);
});

test('after an upload that went wrong its job is aborted, and the rows go in another', async () => {
  let uploads = 0;
  memory.bulk.onUpload = () => {
    uploads += 1;
    if (uploads === 1) throw new TransientError('cut');
  };
  expect(await registerAll()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test('giving up a run aborts its job, also one without a whole upload', async () => {
  memory.bulk.onUpload = () => {
    throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
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
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  expect(await resume()).toMatchObject({ changed: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test('a stopped run whose file of rows is lost makes another, and leaves no job open', async () => {
  memory.bulk.onUpload = () => {
    if (memory.bulk.jobs.size === 1) throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  expect(partFiles()).toHaveLength(1);
  for (const file of partFiles()) rmSync(file);
  expect(await resume()).toMatchObject({ changed: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
});

test.each([
  ['as many as go by Bulk', 1, ['JobComplete 3', 'JobComplete 2'], []],
  ['fewer', 2, ['JobComplete 3'], [['001+A', '001+B']]],
])('rows that were matched again go by the way that pays off: %s', async (_how, bulkAbove, made, sent) => {
  memory.bulk.onClose = () => {
    if (memory.bulk.jobs.size > 1) return;
    for (const letter of ['A', 'B']) {
      memory.records.Account.delete(`001${letter}`);
      memory.records.Account.set(`001+${letter}`, {
        Customer_Number__c: `C-${letter}`,
        IsPersonAccount: true,
      });
    }
  };
  expect(await registerAll({ config: { ...BY_BULK, bulkAbove } })).toMatchObject({
    changed: 3,
    rowsWritten: 3,
  });
  expect([jobs(), memory.sent]).toEqual([made, sent]);
});

test('a row that locks goes again by Bulk, and by Collections in the last round', async () => {
  memory.refuse = (id) => (id === '001B' ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await registerAll()).toMatchObject({ changed: 2, failed: 1 });
  expect([jobs(), memory.sent]).toEqual([['JobComplete 3', 'JobComplete 1'], [['001B']]]);
});

test('the few rows that were locked go again by Collections', async () => {
  memory.refuse = (id) => (id === '001B' ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await registerAll({ config: { ...BY_BULK, bulkAbove: 1 } })).toMatchObject({
    changed: 2,
    failed: 1,
  });
  expect([jobs(), memory.sent]).toEqual([['JobComplete 3'], [['001B'], ['001B']]]);
});

test('where the day has no batches left, locked rows do not go by Bulk either', async () => {
  const { request } = memory.org;
  Object.assign(memory.org, {
    request: async (method: 'GET', path: string, body?: unknown) => {
      const answer = (await request(method, path, body)) as object | null;
      return path.endsWith('/limits') ? { ...answer, DailyBulkApiBatches: { Remaining: 0 } } : answer;
    },
  });
  memory.refuse = () => (memory.sent.length < 2 ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await registerAll()).toMatchObject({ changed: 3 });
  expect([jobs(), memory.sent.length]).toEqual([[], 2]);
});

test('a job that the org has lost goes again', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') memory.bulk.jobs.delete('750-1');
  };
  expect(await registerAll()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(logged()).toContainEqual(expect.objectContaining({ ...LOST, job: '750-1' }));
});

test('a stopped run whose job was not made yet is planned anew, with nothing to abort', async () => {
  memory.onRequest = (request) => {
    if (request === 'POST /jobs/ingest') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  expect(await resume({}, true)).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(memory.requests.filter((request) => request.startsWith('PATCH /jobs'))).toEqual([
    'PATCH /jobs/ingest/750-1',
  ]);
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
  await expect(registerAll()).rejects.toBe(gone);
  expect(jobs()).toEqual(['Open 3']);
  memory.bulk.onUpload = () => undefined;
  memory.onRequest = () => undefined;
  const report = await resume({}, true);
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['Aborted 3', 'JobComplete 3']);
  // What was uploaded may have been processed: the org is asked for it.
  const isLost = logged().some(({ msg }) => msg === LOST.msg);
  expect(isLost).toBe(where === 'upload');
});

test('a row whose record has disappeared is matched again, also when the run is planned anew', async () => {
  memory.refuse = (id) =>
    id === '001B' && memory.bulk.jobs.size === 1 ? 'INVALID_CROSS_REFERENCE_KEY' : undefined;
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  expect(await resume({}, true)).toMatchObject({ changed: 3, failed: 0, rowsWritten: 3 });
});

test('what CSV has no word for, and what a duplicate rule alerts about, goes by Collections', async () => {
  memory.refuse = (id) => (id === '001B' && memory.sent.length === 0 ? 'DUPLICATES_DETECTED' : undefined);
  const phone = contact('C-A', '2026-11-03T10:00:00Z', { phone: '#N/A' });
  const config: Config = { ...BY_BULK, duplicateRules: 'save' };
  const report = await runWith({ config }, ...ALL_REGISTERED.slice(1), phone);
  expect(report).toMatchObject({ changed: 3, failed: 0, rowsWritten: 3 });
  expect([jobs(), memory.sent]).toEqual([['JobComplete 2'], [['001A', '001B']]]);
  expect(memory.records.Account.get('001A')).toMatchObject({ Phone: '#N/A' });
});

test('what a job has written of a run that is planned anew is not written again', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  const report = await resume({}, true);
  expect(report).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['JobComplete 3']);
});

test('a run that stopped while the org was at a job takes its results when it goes on', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /jobs/ingest/750-1') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(registerAll()).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  expect(await resume()).toMatchObject({ changed: 3, rowsWritten: 3 });
  expect(jobs()).toEqual(['JobComplete 3']);
  expect(logged().map(({ msg }) => msg)).toContain('Bulk job over');
});
