import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { registration } from '../../tests/kit/events.ts';
import { addPerson, memoryOrg, type MemoryOrg } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { SyncError } from '../errors.ts';
import type { RunSoFar } from '../job.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import { discardRun } from './discard.ts';
import type { OpenOrg } from './openOrg.ts';
import { runFeed } from './run.ts';
import { status } from './status.ts';

const { memory, open, folder, stateDir, feed, job, run, runWith } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'C-1');
});

const NOW = '2026-11-22T04:00:00.000Z';
const gone = new SyncError('ORG_GONE', 'for a test');
const records = (): readonly unknown[] => [...memory.runs.values()];

function failAt(start: string): void {
  memory.onRequest = (request) => {
    if (request.startsWith(start)) throw gone;
  };
}

test('a run that is refused says so in the org, once, and leaves no empty folder', async () => {
  const missing = { feed: join(folder(), 'none.ndjson'), allowEmpty: false };
  await expect(runFeed(job(), stateDir(), missing, open)).rejects.toMatchObject({ code: 'FEED' });
  expect(records()).toMatchObject([
    { Status__c: 'Refused', Finished__c: expect.any(String), Exit_Code__c: 2 },
  ]);
  expect(readdirSync(join(stateDir(), 'runs'))).toStrictEqual([]);
  failAt('PATCH /sobjects');
  await expect(runFeed(job(), stateDir(), missing, open)).rejects.toMatchObject({ code: 'FEED' });
  expect(memory.requests.filter((request) => request.startsWith('PATCH /sobjects'))).toHaveLength(2);
});

test('so does a run that the org is not ready for; a login to another org writes nothing there', async () => {
  memory.onRequest = (request) => {
    if (request === 'GET /sobjects/Account/describe') throw new SyncError('NOT_READY', 'for a test');
  };
  await expect(run()).rejects.toMatchObject({ code: 'NOT_READY' });
  expect(records()).toMatchObject([{ Status__c: 'Refused', Exit_Code__c: 2 }]);
  memory.onRequest = () => undefined;
  await run();
  const other = memoryOrg();
  const elsewhere = { ...other.org, request: otherId(other.org.request) };
  await expect(runFeed(job(), stateDir(), feed(), () => Promise.resolve(elsewhere))).rejects.toMatchObject({
    code: 'OTHER_ORG',
  });
  expect(other.runs.size).toBe(0);
});

function otherId(request: MemoryOrg['org']['request']): MemoryOrg['org']['request'] {
  return (method, path, body) =>
    path.includes('Organization')
      ? Promise.resolve({ records: [{ Id: '00D000000000002AAA' }] })
      : request(method, path, body);
}

test('a run that is given up is Discarded in the org, in one try; an org that is gone keeps nobody from it', async () => {
  const event = registration('C-1', null);
  failAt('PATCH /composite/sobjects');
  await expect(run(event, '{}')).rejects.toBe(gone);
  const known = {
    Exit_Code__c: 3,
    Read__c: 2,
    Rejected__c: 1,
    Reject_Codes__c: 'MISSING 1',
    Rows_Written__c: 0,
  };
  expect(records()).toMatchObject([{ ...known, Status__c: 'Stopped', Seconds__c: expect.any(Number) }]);
  const [runId = ''] = memory.runs.keys();
  // As when the process was killed.
  memory.runs.set(runId, { Status__c: 'Running' });
  memory.onRequest = () => undefined;
  expect(await discardRun(stateDir(), open, NOW)).toBeDefined();
  expect(records()).toMatchObject([
    {
      Status__c: 'Discarded',
      Finished__c: NOW,
      Read__c: 2,
      Reject_Codes__c: 'MISSING 1',
      Rows_Written__c: 0,
    },
  ]);

  failAt('PATCH /composite/sobjects');
  await expect(run(event)).rejects.toBe(gone);
  const asked: unknown[] = [];
  const nobody: OpenOrg = (patient) => {
    asked.push(patient);
    return Promise.reject(gone);
  };
  expect(await discardRun(stateDir(), nobody, NOW)).toBeDefined();
  expect(asked).toEqual([false]);
  memory.onRequest = () => undefined;
  expect(await run(event)).toMatchObject({ changed: 1 });
});

test('lines that broke the contract stay when the feed is refused, an empty file never does', async () => {
  const bad = Array.from({ length: 1000 }, () => '{}');
  await expect(run(...bad)).rejects.toMatchObject({ code: 'TOO_MANY_REJECTS' });
  expect(records()).toMatchObject([
    {
      Status__c: 'Refused',
      Exit_Code__c: 2,
      Read__c: 1000,
      Rejected__c: 1000,
      Reject_Codes__c: 'MISSING 1000',
      Kept_Events__c: 0,
    },
  ]);
  const [refused = ''] = readdirSync(join(stateDir(), 'runs'));
  expect(readdirSync(join(stateDir(), 'runs', refused))).toEqual(['rejects.ndjson']);
  const { runId } = await run(registration('C-1', null));
  expect(existsSync(join(stateDir(), 'runs', runId))).toBe(false);
});

test('whoever tells of a run hears its id when it begins, and its counts when it is refused', async () => {
  const bad = [...Array.from({ length: 1000 }, () => '{}'), registration('C-1', null)];
  const heard: RunSoFar[] = [];
  const onRun = (one: RunSoFar): void => void heard.push(one);
  await expect(runWith({ onRun }, ...bad)).rejects.toMatchObject({
    code: 'TOO_MANY_REJECTS',
  });
  expect(heard).toEqual([
    { runId: heard[0]?.runId },
    { runId: heard[0]?.runId, counts: { read: 1001, rejected: 1000, rowsWritten: 0 } },
  ]);
});

test('an org that lacks the newer fields is still told that a run was refused', async () => {
  const missing = { feed: join(folder(), 'none.ndjson'), allowEmpty: false };
  memory.onRequest = (request) => {
    if (!request.startsWith('PATCH /sobjects')) return;
    memory.onRequest = () => undefined;
    throw new OrgRefusal('INVALID_FIELD');
  };
  await expect(runFeed(job(), stateDir(), missing, open)).rejects.toMatchObject({ code: 'FEED' });
  expect(records()).toMatchObject([{ Status__c: 'Refused' }]);
  expect(records()).not.toMatchObject([{ Exit_Code__c: 2 }]);
});

test('what is kept is counted once, by the night and by later nights that find some of it', async () => {
  expect(await run(registration('C-8', null), registration('C-9', null))).toMatchObject({
    kept: 2,
    exitCode: 0,
  });
  memory.records.Account.set('0018', { Customer_Number__c: 'C-8', IsPersonAccount: true });
  const report = await run(registration('C-9', null, { id: 'again' }), '{');
  expect(report).toMatchObject({ kept: 1, retried: 2, exitCode: 1, rejectCodes: { NOT_JSON: 1 } });
  expect(report.apiShare).toBe(Number((report.apiCalls / 100_000).toFixed(6)));
  expect(records().at(-1)).toMatchObject({
    Kept_Events__c: 1,
    Exit_Code__c: 1,
    Reject_Codes__c: 'NOT_JSON 1',
  });
  expect((await status(stateDir(), Date.parse(NOW), 36)).kept).toBe(1);
});
