import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { contact, erased, hidden, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson, QUICK, type Held } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import { checkAgain, lineChecker, type LineResult } from '../check/lineChecker.ts';
import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import type { Report } from '../report/report.ts';
import { openState } from '../state/store.ts';
import { forget } from './forget.ts';
import { planFeed } from './plan.ts';

const AGENT = '005000000000009AAA';
const DAY_MS = 24 * 60 * 60 * 1000;

const { memory, open, stateDir, feed, job, runWith, resume } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'C-1');
  const policy = { NameInsuredId: '001A', IsActive: true, Brand__c: 'P&V' };
  memory.records.InsurancePolicy.set('0YTA', { Name: 'P-1', ...policy });
});

const policy = (): Held => memory.records.InsurancePolicy.get('0YTA')!;

function run(lines: readonly (Sent | string)[], night = 0, config: Config = QUICK): Promise<Report> {
  return runWith({ config, now: TEST_NOW + night * DAY_MS }, ...lines);
}

const REGISTERED = registration('C-1', '2026-11-01');
const PHONE = contact('C-1', '2026-11-03T10:00:00Z', { phone: '02 000 00 00' });
const SHOWN = shown('P-1', 'a view', {}, { customer: 'c-1' });
const FEED = [REGISTERED, PHONE, SHOWN];

/** Two nights: on the first everything is written, on the second it is seen that nothing has to be. */
async function settle(lines: readonly Sent[] = FEED): Promise<void> {
  await run(lines);
  expect(await run(lines)).toMatchObject({ unchanged: lines.length });
}

/** How the next run takes a line. */
function taken(line: Sent | string, night = 0, version?: string): 'known' | LineResult {
  const store = openState(stateDir());
  try {
    const bytes = Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));
    const result = lineChecker(store, TEST_NOW + night * DAY_MS, version)({ number: 1, bytes });
    return 'known' in result ? 'known' : result;
  } finally {
    store.close();
  }
}

const codeOf = (result: ReturnType<typeof taken>): string | undefined =>
  typeof result === 'object' && 'reject' in result ? result.reject?.code : undefined;

function counted(what: string): number {
  const db = new DatabaseSync(join(stateDir(), 'state.db'), { readOnly: true });
  const count = db.prepare(`SELECT count(*) AS count FROM ${what}`).get()?.count as number;
  db.close();
  return count;
}

/** The subjects that the next run of the lines looks into. */
async function lookedInto(lines: readonly Sent[], night = 0, config: Config = QUICK): Promise<number> {
  memory.onRequest = (request) => {
    if (request.startsWith('PATCH /sobjects/CuZo_Sync_Run__c')) throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(run(lines, night, config)).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  const runId = newestRun();
  const db = new DatabaseSync(join(stateDir(), 'runs', runId, 'staging.db'), { readOnly: true });
  const looked = db.prepare('SELECT count(*) AS count FROM event WHERE record IS NOT NULL').get();
  db.close();
  await resume({ config, now: TEST_NOW + night * DAY_MS });
  return looked?.count as number;
}

function newestRun(): string {
  const db = new DatabaseSync(join(stateDir(), 'state.db'), { readOnly: true });
  const row = db.prepare("SELECT run_id FROM run WHERE phase NOT IN ('finished', 'discarded')").get();
  db.close();
  return row?.run_id as string;
}

test('a line is known by its data once it is settled, whatever its id and time are', async () => {
  expect(typeof taken(SHOWN)).toBe('object');
  await run(FEED);
  for (const line of FEED) {
    expect(taken(line)).toBe('known');
    expect(taken({ ...line, id: 'another', time: '2026-11-21T22:00:00Z' })).toBe('known');
  }
  expect(typeof taken(shown('P-1', 'another view', {}, { customer: 'c-1' }))).toBe('object');
  expect(typeof taken({ ...SHOWN, ...MYVIVIUM })).toBe('object');
  expect(typeof taken({ ...SHOWN, subject: 'P-2' })).toBe('object');
  expect(typeof taken({ ...SHOWN, subject: 'p-1' })).toBe('object');
});

test('another version of the contract checks every line anew, and so does an earlier version that has run since', async () => {
  await run(FEED);
  expect(typeof taken(SHOWN, 0, 'another')).toBe('object');
  const db = new DatabaseSync(join(stateDir(), 'state.db'));
  db.exec(
    `INSERT INTO run (run_id, started, phase, feed) VALUES ('older', '2026-11-22T04:00:00Z', 'finished', '{}')`,
  );
  db.close();
  expect(typeof taken(SHOWN)).toBe('object');
  await run(FEED);
  expect(taken(SHOWN)).toBe('known');
});

test('no refusal is skipped: what is wrong beside the known data rejects the line', async () => {
  await run(FEED);
  const text = JSON.stringify(SHOWN);
  const over = (found: string, instead: string): string => text.replace(found, instead);
  expect(codeOf(taken({ ...SHOWN, time: '2026-11-24T03:00:00Z' }))).toBe('FUTURE_TIME');
  expect(codeOf(taken({ ...SHOWN, source: '/portals/other' }))).toBe('UNKNOWN_SOURCE');
  expect(codeOf(taken({ ...SHOWN, time: 'yesterday' }))).toBe('INVALID_VALUE');
  expect(codeOf(taken(over('"id":', '"id":"first","id":')))).toBe('DUPLICATE_KEY');
  expect(codeOf(taken(over('"data":', '"data":1,"data":')))).toBe('DUPLICATE_KEY');
  expect(codeOf(taken(over('"specversion":"1.0",', '')))).toBe('MISSING');
  expect(codeOf(taken(over('"id":', '"note":"\\ud800","id":')))).toBe('LONE_SURROGATE');
  expect(codeOf(taken(text.slice(0, -1)))).toBe('NOT_JSON');
  expect(codeOf(taken(`${text}}`))).toBe('NOT_JSON');
});

test('a line that was refused is refused every night, and one that tells something unknown is counted every night', async () => {
  const number = shown('P-1', 'of 85.07.30-033.28');
  const unknown = { ...hidden('P-1', 'niche'), data: { shown: false, product: 'rocket', reason: 'niche' } };
  for (let night = 0; night < 3; night += 1)
    expect(await run([number, unknown, ...FEED.slice(0, 2)], night)).toMatchObject({
      rejected: 1,
      unknown: [{ what: 'product', value: 'rocket', count: 1 }],
    });
});

test('nothing is looked into of what is settled, with later times too; the state folder still learns them', async () => {
  await settle();
  expect(await lookedInto(FEED)).toBe(0);
  const later = FEED.map((line) => ({ ...line, id: `${String(line.id)}-2`, time: '2026-11-21T20:00:00Z' }));
  expect(await lookedInto(later)).toBe(0);
  expect(await run([{ ...SHOWN, id: 'between', time: '2026-11-21T15:00:00Z' }])).toMatchObject({ late: 1 });
  expect(await run(FEED)).toMatchObject({ late: 2, unchanged: 1 });
});

test.each<[string, () => Held, Held]>([
  ['a flag', () => memory.records.Account.get('001A')!, { CuZo_MyPV_Onboarded__c: false }],
  ['a view, its hash as it was', policy, { CuZo_View__c: '{}', LastModifiedById: AGENT }],
  ['a visibility', policy, { CuZo_Visibility__c: 'Hidden' }],
])('what was changed in the org by hand is healed: %s', async (_, record, changed) => {
  policy().LastModifiedById = AGENT;
  await settle();
  expect(await lookedInto(FEED)).toBe(0);
  const before = { ...record() };
  Object.assign(record(), changed);
  expect(await run(FEED)).toMatchObject({ changed: 1, unchanged: 2, rowsWritten: 1 });
  expect(record()).toEqual({
    ...before,
    ...('LastModifiedById' in changed ? { LastModifiedById: AGENT } : {}),
  });
});

test('a record that is gone, is another customer’s or another brand’s is noticed', async () => {
  await settle();
  policy().Brand__c = 'Vivium';
  expect(await run(FEED)).toMatchObject({ foreign: 1, unchanged: 2 });
  Object.assign(policy(), { Brand__c: 'P&V', NameInsuredId: '001B' });
  memory.records.Account.set('001B', { Customer_Number__c: 'C-9', IsPersonAccount: true });
  expect(await run(FEED)).toMatchObject({ ambiguous: 1, unchanged: 2 });
  memory.records.InsurancePolicy.clear();
  expect(await run(FEED)).toMatchObject({ unmatched: 1, unchanged: 2 });
  memory.records.InsurancePolicy.set('0YTB', { Name: 'P-1', NameInsuredId: '001A', Brand__c: 'P&V' });
  expect(await run([])).toMatchObject({ retried: 1, rowsWritten: 1 });
});

test('other settings plan everything anew', async () => {
  await settle();
  expect(await lookedInto(FEED, 0, { ...QUICK, apiShare: 0.1 })).toBe(0);
  expect(await lookedInto(FEED, 0, { ...QUICK, brands: { ...QUICK.brands, Other: 'mypv' } })).toBe(3);
  const since = { ...QUICK, contact: { ...QUICK.contact, since: '2026-11-04T00:00:00Z' } };
  expect(await run(FEED, 0, since)).toMatchObject({ late: 1, unchanged: 2 });
});

test('lines with one id are told apart by what they hold, known or not, in any order', async () => {
  await settle();
  const other = { ...shown('P-1', 'z view', {}, { customer: 'c-1' }), id: SHOWN.id };
  const outcomes = { read: 3, duplicate: 2 };
  async function written(lines: readonly Sent[]): Promise<unknown> {
    await run([SHOWN]);
    expect(await run(lines)).toMatchObject(outcomes);
    return policy().CuZo_View__c;
  }
  const first = await written([SHOWN, other, SHOWN]);
  expect(await written([other, SHOWN, SHOWN])).toBe(first);
  expect(await written([SHOWN, SHOWN, other])).toBe(first);
});

test('forget takes what is known of a customer, of policies whose lines name the customer too, and of a policy', async () => {
  await settle();
  expect(counted('settled')).toBe(2);
  const removed = await forget(stateDir(), 'InsurancePolicy', 'p-1');
  expect(removed).toBe(1);
  expect([typeof taken(SHOWN), taken(PHONE)]).toEqual(['object', 'known']);
  await settle();
  expect(await forget(stateDir(), 'Account', 'C-1')).toBe(2);
  expect(counted('settled')).toBe(0);
});

test('an erasure takes it as well', async () => {
  await settle();
  await run([erased('C-1', 'customer', { time: '2026-11-21T21:00:00Z' })]);
  expect(counted('settled')).toBe(0);
  await settle([SHOWN]);
  await run([erased('P-1', 'policy', { time: '2026-11-21T21:00:00Z' })]);
  expect(counted('settled')).toBe(0);
});

test('what isn’t in the feed any more is forgotten within a month, what is stays known', async () => {
  await settle();
  for (const night of [6, 13, 20, 27]) await run([REGISTERED, PHONE], night);
  expect([taken(PHONE, 27), counted('settled')]).toEqual(['known', 1]);
});

test('a plan uses it and changes nothing; a folder that has none is planned as ever', async () => {
  await settle();
  const before = counted('settled WHERE record IS NOT NULL');
  function plan(): Promise<Report> {
    return planFeed(job(), stateDir(), feed(...FEED), false, open);
  }
  expect(await plan()).toMatchObject({ unchanged: 3 });
  expect(counted('settled WHERE record IS NOT NULL')).toBe(before);
  const db = new DatabaseSync(join(stateDir(), 'state.db'));
  db.exec('DROP TABLE settled');
  db.close();
  expect(await plan()).toMatchObject({ unchanged: 3 });
  expect(await run(FEED)).toMatchObject({ unchanged: 3 });
});

test('a stopped run finds the data of known lines again, with other settings too', async () => {
  await settle();
  memory.records.Account.get('001A')!.CuZo_MyPV_Onboarded__c = false;
  policy().CuZo_Visibility__c = 'Hidden';
  memory.onRequest = (request) => {
    if (request === 'PATCH /composite/sobjects') throw new SyncError('ORG_GONE', 'for a test');
  };
  await expect(run(FEED)).rejects.toMatchObject({ code: 'ORG_GONE' });
  memory.onRequest = () => undefined;
  const config: Config = { ...QUICK, contact: { ...QUICK.contact, write: 'stamp' } };
  expect(await resume({ config }, true)).toMatchObject({ changed: 2, unchanged: 1 });
  expect(policy().CuZo_Visibility__c).toBe('Shown');
});

test('a known line that is not faultless is an error of ours', () => {
  expect(() => checkAgain(Buffer.from('{}'))).toThrow('a known line broke the contract');
});
