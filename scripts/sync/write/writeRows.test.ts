import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { contact, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { memoryOrg, QUICK, type MemoryOrg } from '../../tests/kit/memoryOrg.ts';
import { feedOf, quickJob } from '../../tests/kit/quickJob.ts';
import type { Config } from '../config/config.ts';
import { runFeed } from '../commands/run.ts';
import type { Report } from '../report/report.ts';

/** Three tries of a row: the first, one more, and the last. */
const CONFIG: Config = { ...QUICK, waits: { ...QUICK.waits, row: [0, 0] } };

let folder: string;
let memory: MemoryOrg;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'rows-'));
  memory = memoryOrg();
  for (const letter of ['A', 'B', 'C'])
    memory.records.Account.set(`001${letter}`, { Customer_Number__c: `C-${letter}`, IsPersonAccount: true });
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

const runWith = (config: Config, lines: readonly Sent[]): Promise<Report> =>
  runFeed(quickJob(config).job, join(folder, 'state'), feedOf(folder, lines), () =>
    Promise.resolve(memory.org),
  );
const run = (...lines: readonly Sent[]): Promise<Report> => runWith(CONFIG, lines);

const registered = (letter: string): Sent => registration(`C-${letter}`, '2026-11-01');
const phoned = (letter: string, phone: string): Sent =>
  contact(`C-${letter}`, '2026-11-03T10:00:00Z', { phone });

/** Policies of two accounts, two each; their events. */
function policies(): readonly Sent[] {
  return ['A', 'B'].flatMap((letter) =>
    [1, 2].map((number) => {
      const name = `P-${letter}${number}`;
      memory.records.InsurancePolicy.set(`0YT${letter}${number}`, {
        Name: name,
        NameInsuredId: `001${letter}`,
        IsActive: true,
      });
      return shown(name, 'a view');
    }),
  );
}

test('a locked row is tried again with the others that were locked, in the last round one account at a time', async () => {
  memory.refuse = () => 'UNABLE_TO_LOCK_ROW';
  expect(await run(...policies())).toMatchObject({ failed: 4, changed: 0, rowsWritten: 0 });
  const all = ['0YTA1', '0YTA2', '0YTB1', '0YTB2'];
  expect(memory.sent).toEqual([all, all, all.slice(0, 2), all.slice(2)]);
});

test('a lock that ends before the last try fails nothing', async () => {
  memory.refuse = () => (memory.sent.length < 3 ? 'UNABLE_TO_LOCK_ROW' : undefined);
  expect(await run(...policies())).toMatchObject({ failed: 0, changed: 4, rowsWritten: 4 });
});

test('a refused row with one event fails at once', async () => {
  memory.refuse = (id) => (id === '001A' ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  expect(await run(registered('A'), registered('B'))).toMatchObject({
    failed: 1,
    changed: 1,
    rowsWritten: 1,
  });
  expect(memory.sent).toEqual([['001A', '001B']]);
});

test('of a refused row with several events only the faulty one fails; the row counts once', async () => {
  memory.refuse = (id) =>
    id === '001A' && memory.sent.length < 3 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined;
  const report = await run(registered('A'), phoned('A', '02 000 00 01'), registered('B'));
  expect(report).toMatchObject({ failed: 1, changed: 2, rowsWritten: 2 });
  expect(memory.sent).toEqual([['001A', '001B'], ['001A'], ['001A']]);
  expect(memory.records.Account.get('001A')).toMatchObject({ Phone: '02 000 00 01' });
  expect(memory.records.Account.get('001A')).not.toHaveProperty('CuZo_MyPV_Onboarded__c');
});

test('a row of which every event is refused is not written', async () => {
  memory.refuse = () => 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  expect(await run(registered('A'), phoned('A', '02 000 00 01'))).toMatchObject({
    failed: 2,
    changed: 0,
    rowsWritten: 0,
  });
});

test('events of several rows that were refused go in turns, first with first', async () => {
  memory.refuse = () => (memory.sent.length === 1 ? 'FIELD_CUSTOM_VALIDATION_EXCEPTION' : undefined);
  const lines = ['A', 'B'].flatMap((letter) => [registered(letter), phoned(letter, '02 000 00 01')]);
  expect(await run(...lines)).toMatchObject({ failed: 0, changed: 4, rowsWritten: 2 });
  expect(memory.sent).toEqual([
    ['001A', '001B'],
    ['001A', '001B'],
    ['001A', '001B'],
  ]);
});

test('a lock while a row is written event by event is waited for', async () => {
  const answers = ['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'UNABLE_TO_LOCK_ROW', 'UNABLE_TO_LOCK_ROW'];
  memory.refuse = () => answers.shift();
  expect(await run(registered('A'), phoned('A', '02 000 00 01'))).toMatchObject({ failed: 0, changed: 2 });
});

/** As many accounts as need their own request in the last round, one more than are sent unasked. */
function manyAccounts(count: number): readonly Sent[] {
  return Array.from({ length: count }, (_, place) => {
    memory.records.Account.set(`001-${place}`, { Customer_Number__c: `M-${place}`, IsPersonAccount: true });
    return registration(`M-${place}`, null);
  });
}

/** Half of what the org still allows: 50 calls. */
const FEW_CALLS = { ...CONFIG, apiShare: 0.0005 };

test.each([
  ['more accounts are locked than calls are left', 101, FEW_CALLS, 'API_SHORT'],
  ['so few that the org is not asked', 100, FEW_CALLS, undefined],
  ['as many as calls are left', 101, { ...CONFIG, apiShare: 0.00101 }, undefined],
])('the last round, account by account, when %s', async (_when, count, config, code) => {
  memory.refuse = () => 'UNABLE_TO_LOCK_ROW';
  const running = runWith(config, manyAccounts(count));
  if (code === undefined) expect(await running).toMatchObject({ failed: count });
  else
    await expect(running).rejects.toMatchObject({
      code,
      detail: '101 accounts are locked still, allowed are 0.05 % of the 100000 calls of today',
    });
});

test('rows that Bulk left are not sent one by one when calls are short', async () => {
  memory.refuse = () => (memory.sent.length === 0 ? 'DUPLICATES_DETECTED' : undefined);
  const config: Config = { ...FEW_CALLS, bulkAbove: 0, rowsPerRequest: 1, duplicateRules: 'save' };
  await expect(runWith(config, manyAccounts(101))).rejects.toMatchObject({
    code: 'API_SHORT',
    detail: expect.stringMatching(/^101 requests are needed for rows that Bulk left, /) as string,
  });
  expect(memory.sent).toEqual([]);
});
