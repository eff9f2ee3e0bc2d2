import { DatabaseSync } from 'node:sqlite';
import { join } from 'node:path';
import { erased, hidden, MYVIVIUM, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson, memoryOrg, QUICK, type Held } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import type { Config } from '../config/config.ts';
import type { Report } from '../report/report.ts';
import { forget } from './forget.ts';
import { planFeed } from './plan.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const { memory, open, stateDir, feed, job, logged, runWith } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'C-1');
  memory.records.InsurancePolicy.set('0YTA', {
    ...{ Name: 'P-1', NameInsuredId: '001A', IsActive: true, Brand__c: 'P&V' },
    ...{ PremiumAmount: 504.92, PremiumFrequency: 'Annual', RenewalDate: '2027-02-13T23:00:00.000+0000' },
  });
});

const policy = (): Held => memory.records.InsurancePolicy.get('0YTA')!;
const kept = (): readonly unknown[] =>
  ['CuZo_Zone__c', 'CuZo_Differences__c', 'CuZo_Difference_Fields__c'].map((name) => policy()[name] ?? null);

function run(lines: readonly Sent[], night = 0, config: Config = QUICK): Promise<Report> {
  memory.requests.length = 0;
  return runWith({ config, now: TEST_NOW + night * DAY_MS }, ...lines);
}

function countKept(): number {
  const db = new DatabaseSync(join(stateDir(), 'state.db'), { readOnly: true });
  const count = db.prepare('SELECT count(*) AS count FROM compared').get()?.count as number;
  db.close();
  return count;
}

const ITEMS = [
  { code: 'contract-number', kind: 'text', value: 'P 1' },
  { code: 'renewal-date', kind: 'date', value: '2027-02-14' },
  { code: 'annual-premium', kind: 'money', value: { amount: '504.92', currency: 'EUR' } },
  { code: 'start-date', kind: 'date', value: '2020-02-14' },
];
const view = (items: readonly object[] = ITEMS): Sent => ({
  view: { title: 'a view', sections: [{ code: 'details', items }] },
});
const SHOWN = shown('P-1', '', {}, view());
const LATE = { time: '2026-11-20T10:00:00Z' };

test('a view comes with the zone of the brand and the number of differences; the next night writes nothing', async () => {
  expect(await run([SHOWN])).toMatchObject({ changed: 1 });
  expect(kept()).toEqual(['MYPV', 0, null]);
  expect(await run([SHOWN])).toMatchObject({ unchanged: 1, rowsWritten: 0 });
  expect(await run([SHOWN])).toMatchObject({ unchanged: 1, rowsWritten: 0 });
});

test('what changes in Connect 360 is written the next night though the zone says the same: changed, the as-of stays', async () => {
  for (const night of [0, 1, 2]) await run([SHOWN], night);
  policy().PremiumAmount = 510;
  policy().RenewalDate = '2027-03-13T23:00:00.000+0000';
  const later = { ...SHOWN, time: '2026-11-22T02:00:00Z' };
  const { planned } = await planFeed(job(), stateDir(), feed(later), false, open);
  expect(planned.objects.InsurancePolicy.fields).toEqual({
    CuZo_Differences__c: 1,
    CuZo_Difference_Fields__c: 1,
  });
  expect(await run([later], 3)).toMatchObject({ changed: 1, rowsWritten: 1 });
  expect(kept()).toEqual(['MYPV', 2, 'renewal-date;annual-premium']);
  expect(policy().CuZo_As_Of__c).toBe('2026-11-21T10:00:00Z');
  // The later time is known all the same.
  const older = shown('P-1', 'older', { time: '2026-11-22T01:00:00Z' });
  expect(await run([older], 4)).toMatchObject({ late: 1 });
  expect(await run([later], 5)).toMatchObject({ unchanged: 1, rowsWritten: 0 });
});

test('what somebody changed by hand is put right', async () => {
  for (const night of [0, 1, 2]) await run([SHOWN], night);
  Object.assign(policy(), { CuZo_Zone__c: null, CuZo_Differences__c: 7, CuZo_Difference_Fields__c: 'x' });
  expect(await run([SHOWN], 3)).toMatchObject({ changed: 1, rowsWritten: 1 });
  expect(kept()).toEqual(['MYPV', 0, null]);
});

test('an event that is late brings the differences up to date without a look at the view, until that is forgotten', async () => {
  await run([SHOWN]);
  policy().PremiumAmount = 510;
  const late = shown('P-1', 'late', LATE);
  expect(await run([late])).toMatchObject({ late: 1, changed: 0, rowsWritten: 1 });
  expect(kept()).toEqual(['MYPV', 1, 'annual-premium']);
  expect(memory.requests.filter((request) => request.includes('CuZo_View__c'))).toStrictEqual([]);
  policy().PremiumAmount = 504.92;
  expect(await forget(stateDir(), 'InsurancePolicy', 'p-1')).toBeGreaterThan(0);
  expect(await run([late])).toMatchObject({ late: 1, rowsWritten: 0 });
  expect(kept()).toEqual(['MYPV', 1, 'annual-premium']);
});

test.each<[string, Sent]>([
  ['foreign', hidden('P-1', 'ended', MYVIVIUM)],
  ['ambiguous', shown('P-1', 'x', {}, { customer: 'C-2' })],
])('an event that is %s writes nothing', async (outcome, sent) => {
  expect(await run([sent])).toMatchObject({ [outcome]: 1, rowsWritten: 0 });
  expect(kept()).toEqual([null, null, null]);
});

test('a row without an event that the org refuses is told in the log, and tried again', async () => {
  await run([SHOWN]);
  policy().PremiumAmount = 510;
  memory.refuse = () => 'FIELD_CUSTOM_VALIDATION_EXCEPTION';
  const late = shown('P-1', 'late', LATE);
  expect(await run([late])).toMatchObject({ late: 1, failed: 0, rowsWritten: 0 });
  expect(logged()).toContainEqual(
    expect.objectContaining({ rows: 1, msg: expect.stringContaining('the org has refused the zone') }),
  );
  memory.refuse = () => undefined;
  expect(await run([late])).toMatchObject({ late: 1, rowsWritten: 1 });
});

test.each<[string, Sent, unknown]>([
  ['hides', hidden('P-1', 'ended', { time: '2026-11-21T11:00:00Z' }), 'Hidden'],
  ['erases', erased('P-1', 'policy', { time: '2026-11-21T11:00:00Z' }), null],
])(
  'a zone that %s a policy leaves nothing to compare, in the org and in the state folder',
  async (_what, sent, left) => {
    policy().PremiumAmount = 510;
    await run([SHOWN]);
    expect([kept(), countKept()]).toEqual([['MYPV', 1, 'annual-premium'], 1]);
    expect(await run([sent])).toMatchObject({ changed: 1 });
    expect([kept(), countKept()]).toEqual([['MYPV', null, null], 0]);
    expect(policy().CuZo_Visibility__c).toBe(left);
  },
);

test('what is kept of the policies of a customer goes with the customer', async () => {
  await run([SHOWN]);
  await run([erased('c-1', 'customer', { time: '2026-11-21T11:00:00Z' })]);
  expect(countKept()).toBe(0);
  await run([SHOWN]);
  expect(countKept()).toBe(1);
  expect(await forget(stateDir(), 'Account', 'C-1')).toBeGreaterThan(0);
  expect(countKept()).toBe(0);
});

test('without an item to compare the number stays empty', async () => {
  await run([shown('P-1', 'a view')]);
  expect([kept(), countKept()]).toEqual([['MYPV', null, null], 0]);
});

test('fields of the configuration are compared too; another setting compares anew', async () => {
  const config: Config = { ...QUICK, comparedFields: 'start-date=EffectiveFromDate; annual-premium=' };
  policy().EffectiveFromDate = '2020-02-15';
  await run([SHOWN]);
  expect(kept()).toEqual(['MYPV', 0, null]);
  const { records } = memory;
  Object.assign(memoryOrg(config, undefined, memory), { records });
  expect(await run([SHOWN], 1, config)).toMatchObject({ changed: 1 });
  expect(kept()).toEqual(['MYPV', 1, 'start-date']);
});
