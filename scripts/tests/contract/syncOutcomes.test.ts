import { readFileSync } from 'node:fs';
import {
  contact,
  erased,
  hidden,
  MYVIVIUM,
  notRegistered,
  registration,
  shown,
  type Sent,
} from '../kit/events.ts';
import { forThisFile } from '../kit/ending.ts';
import { startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

const at = (time: string, more: Sent = {}): Sent => ({ time, ...more });
const DAY_1 = at('2026-11-20T10:00:00Z');
const DAY_2 = at('2026-11-21T10:00:00Z');

const failuresOf = (path: string | null): readonly Record<string, string>[] =>
  readFileSync(path ?? 'no failures file', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

test('a registration changes its own zone, then it is unchanged, then late', async () => {
  await bench.persons(['R1']);
  const first = await bench.run('r', [
    registration('R1', '2026-11-02', DAY_1),
    notRegistered('R1', { ...DAY_1, ...MYVIVIUM }),
  ]);
  expect(first.code).toBe(0);
  expect(first.report).toMatchObject({
    read: 2,
    changed: 2,
    rowsWritten: 1,
    newestEvent: '2026-11-20T10:00:00.000Z',
  });
  expect(await bench.accountOf('R1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: true,
    CuZo_MyPV_Onboarding_Date__c: '2026-11-02',
    CuZo_MyPV_As_Of__c: '2026-11-20T10:00:00.000+0000',
    CuZo_MyVivium_Onboarded__c: false,
    CuZo_MyVivium_As_Of__c: '2026-11-20T10:00:00.000+0000',
  });

  const again = await bench.run('r', [registration('R1', '2026-11-02', DAY_2)]);
  expect(again.report).toMatchObject({ unchanged: 1, rowsWritten: 0 });
  expect(await bench.accountOf('R1')).toMatchObject({ CuZo_MyPV_As_Of__c: '2026-11-20T10:00:00.000+0000' });

  const between = await bench.run('r', [notRegistered('R1', at('2026-11-20T20:00:00Z'))]);
  expect(between.report).toMatchObject({ late: 1, rowsWritten: 0 });
  const other = await bench.run('other-state', [notRegistered('R1', at('2026-11-20T09:59:59.9Z'))]);
  expect(other.report).toMatchObject({ late: 1, rowsWritten: 0 });
  const sameSecond = await bench.run('other-state', [registration('R1', null, at('2026-11-20T10:00:00.1Z'))]);
  expect(sameSecond.report).toMatchObject({ changed: 1 });
  expect(await bench.accountOf('R1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: true,
    CuZo_MyPV_Onboarding_Date__c: null,
  });
});

test('a policy follows the zone of its brand; without a brand the newest of either zone', async () => {
  const accounts = await bench.persons(['P1']);
  const account = accounts.get('P1') ?? '';
  await bench.policies(['PV-1'], account);
  await bench.policies(['NO-BRAND'], account, { Brand__c: null });
  const { report } = await bench.run('p', [
    shown('PV-1', 'own', DAY_1),
    shown('PV-1', 'foreign', { ...DAY_2, ...MYVIVIUM }),
    shown('NO-BRAND', 'older', DAY_1),
    hidden('NO-BRAND', 'ended', { ...DAY_2, ...MYVIVIUM }),
  ]);
  expect(report).toMatchObject({ changed: 2, foreign: 1, superseded: 1, rowsWritten: 2 });
  const own = await bench.policyOf('PV-1');
  expect(own).toMatchObject({
    CuZo_Visibility__c: 'Shown',
    CuZo_Product__c: 'car',
    CuZo_Hidden_Reason__c: null,
  });
  expect(JSON.parse(String(own.CuZo_View__c))).toMatchObject({ v: 1, title: 'own' });
  expect(await bench.policyOf('NO-BRAND')).toMatchObject({
    CuZo_Visibility__c: 'Hidden',
    CuZo_Hidden_Reason__c: 'ended',
  });

  const next = await bench.run('p', [
    hidden('PV-1', 'legacy-car', DAY_2),
    shown('NO-BRAND', 'again', at('2026-11-22T10:00:00Z')),
  ]);
  expect(next.report).toMatchObject({ changed: 2 });
  expect(await bench.policyOf('PV-1')).toMatchObject({
    CuZo_Visibility__c: 'Hidden',
    CuZo_Hidden_Reason__c: 'legacy-car',
    CuZo_View__c: null,
    CuZo_View_Hash__c: null,
  });
  expect(await bench.policyOf('NO-BRAND')).toMatchObject({
    CuZo_Visibility__c: 'Shown',
    CuZo_Hidden_Reason__c: null,
  });
});

test('unmatched events are kept and tried again; nothing is created', async () => {
  const before = await bench.org.query('SELECT Id FROM Account');
  const first = await bench.run('u', [
    registration('NEW-1', '2026-11-04', DAY_1),
    shown('NEW-P', 'kept', DAY_1),
  ]);
  expect(first).toMatchObject({ code: 0, report: { unmatched: 2, retried: 0, rowsWritten: 0 } });
  expect(await bench.org.query('SELECT Id FROM Account')).toHaveLength(before.length);

  const accounts = await bench.persons(['new-1']);
  await bench.policies(['NEW-P'], accounts.get('new-1') ?? '');
  const second = await bench.run('u', []);
  expect(second).toMatchObject({ code: 0, report: { read: 0, changed: 0, retried: 2, rowsWritten: 2 } });
  expect(await bench.accountOf('new-1')).toMatchObject({ CuZo_MyPV_Onboarding_Date__c: '2026-11-04' });
  expect(JSON.parse(String((await bench.policyOf('NEW-P')).CuZo_View__c))).toMatchObject({
    title: 'kept',
  });
  expect((await bench.run('u', [])).report).toMatchObject({ retried: 0, rowsWritten: 0 });
});

test('a kept event that is refused once its record is there is told among the failures', async () => {
  await bench.run('kept-refused', [contact('NEW-2', '2026-11-20T08:00:00Z', { email: 'no address' }, DAY_1)]);
  const accounts = await bench.persons(['NEW-2']);
  const { code, report } = await bench.run('kept-refused', []);
  expect([code, report.failed, report.retried]).toEqual([0, 0, 1]);
  expect(failuresOf(report.failures)).toMatchObject([
    { outcome: 'failed', code: 'INVALID_EMAIL_ADDRESS', record: accounts.get('NEW-2') },
  ]);
});

test('forget purges a kept event', async () => {
  await bench.run('f', [
    registration('GONE', null, DAY_1),
    shown('GONE-P', 'x', DAY_1, { customer: 'gone' }),
  ]);
  const forgotten = await bench.sync([
    'forget',
    '--customer',
    'Gone',
    '--state-dir',
    bench.stateDir('f'),
    '--json',
  ]);
  expect(forgotten).toMatchObject({ code: 0, stdout: '{"removed":2}\n' });
  expect((await bench.run('f', [])).report).toMatchObject({ retried: 0 });
});

test('ambiguous: the customer is another one, or several policies have the number and not one of them is active', async () => {
  const accounts = await bench.persons(['A1', 'A2']);
  const [one = '', two = ''] = accounts.values();
  await bench.policies(['TWICE', 'TWICE'], one, { Status: 'Cancelled' });
  await bench.policies(['ONE-ACTIVE'], one, { Status: 'Cancelled' });
  await bench.policies(['ONE-ACTIVE'], two, { Status: 'In Force' });
  await bench.policies(['OTHERS'], one);
  const { code, report } = await bench.run('a', [
    shown('TWICE', 'x'),
    shown('ONE-ACTIVE', 'x', {}, { customer: 'a2' }),
    shown('OTHERS', 'x', {}, { customer: 'A2' }),
  ]);
  expect(code).toBe(1);
  expect(report).toMatchObject({ ambiguous: 2, changed: 1, rowsWritten: 1 });
  expect(
    failuresOf(report.failures)
      .map(({ code: why }) => why)
      .sort(),
  ).toEqual(['OTHER_CUSTOMER', 'SEVERAL_RECORDS']);
});

test('an erasure clears its zone, and what is older stays away', async () => {
  const accounts = await bench.persons(['E1']);
  await bench.policies(['E-P'], accounts.get('E1') ?? '');
  await bench.run('e', [
    registration('E1', '2026-11-01', DAY_1),
    registration('E1', '2026-11-01', { ...DAY_1, ...MYVIVIUM }),
    contact('E1', '2026-11-20T08:00:00Z', { email: 'e1@example.com' }, DAY_1),
    shown('E-P', 'x', DAY_1),
  ]);
  const erasure = await bench.run('e', [erased('E1', 'customer', DAY_2), erased('E-P', 'policy', DAY_2)]);
  expect(erasure.report).toMatchObject({ changed: 2, rowsWritten: 2 });
  expect(await bench.accountOf('E1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: false,
    CuZo_MyPV_Onboarding_Date__c: null,
    CuZo_MyPV_As_Of__c: null,
    CuZo_MyVivium_Onboarded__c: true,
    CuZo_Contact_Changed_On__c: null,
    CuZo_Contact_As_Of__c: null,
    CuZo_Contact_Zone__c: null,
  });
  const left = Object.entries(await bench.policyOf('E-P')).filter(([, value]) => value !== null);
  // The zone is that of the brand, which Connect 360 has itself.
  expect(left.map(([name]) => name)).toEqual(['Id', 'CuZo_Zone__c']);
  const older = await bench.run('e', [registration('E1', '2026-11-01', DAY_1), shown('E-P', 'x', DAY_1)]);
  expect(older.report).toMatchObject({ late: 2, rowsWritten: 0 });
  const together = await bench.run('e', [
    erased('E1', 'customer', at('2026-11-22T10:00:00Z')),
    registration('E1', '2026-11-01', DAY_2),
    registration('E1', '2026-11-22', at('2026-11-22T11:00:00Z')),
  ]);
  expect(together.report).toMatchObject({ superseded: 1, rowsWritten: 1 });
  expect(await bench.accountOf('E1')).toMatchObject({ CuZo_MyPV_Onboarding_Date__c: '2026-11-22' });
});

test("after an erasure, contact data that was changed before it is late: an agent's correction stays", async () => {
  const accounts = await bench.persons(['E2']);
  const before = { email: 'e2@example.com' };
  await bench.run('e2', [contact('E2', '2026-11-20T08:00:00Z', before, { ...DAY_1, ...MYVIVIUM })]);
  const path = `sobjects/Account/${accounts.get('E2') ?? ''}`;
  await bench.org.rest('PATCH', path, { PersonEmail: 'agent@example.com' });
  const feed = [
    erased('E2', 'customer', at('2026-11-21T12:00:00Z')),
    contact('E2', '2026-11-20T08:00:00Z', before, { ...at('2026-11-21T13:00:00Z'), ...MYVIVIUM }),
  ];
  expect((await bench.run('e2', feed)).report).toMatchObject({ changed: 1, late: 1, rowsWritten: 1 });
  expect((await bench.run('e2', feed)).report).toMatchObject({ unchanged: 1, late: 1, rowsWritten: 0 });
  expect(await bench.accountOf('E2')).toMatchObject({
    PersonEmail: 'agent@example.com',
    CuZo_Contact_As_Of__c: null,
  });
});

test('of a refused row only the culprit fails', async () => {
  await bench.persons(['F1', 'F2']);
  const { code, report } = await bench.run('split', [
    registration('F1', '2026-11-05', DAY_1),
    contact('F1', '2026-11-10T10:00:00Z', { email: 'no address' }),
    contact('F2', '2026-11-10T10:00:00Z', { mobile: '0'.repeat(60) }),
  ]);
  expect(code).toBe(1);
  expect(report).toMatchObject({ changed: 1, failed: 2, rowsWritten: 1 });
  expect(await bench.accountOf('F1')).toMatchObject({
    CuZo_MyPV_Onboarding_Date__c: '2026-11-05',
    PersonEmail: null,
  });
  const failures = failuresOf(report.failures);
  expect(failures.map((one) => one.code).sort()).toEqual(['INVALID_EMAIL_ADDRESS', 'STRING_TOO_LONG']);
  expect(JSON.stringify(failures)).not.toMatch(/no address|0{20}/);
});
