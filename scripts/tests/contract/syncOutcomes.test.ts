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

/** The codes and records of a failures file. */
const failuresOf = (path: string | null): readonly Record<string, string>[] =>
  readFileSync(path ?? 'no failures file', 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as Record<string, string>);

/** Accounts and policies of the first night. */
async function makeRecords(): Promise<void> {
  const accounts = await bench.persons(['R1', 'E1', 'A1', 'A2', 'F1', 'F2']);
  const idOf = (key: string): string => accounts.get(key) ?? '';
  await bench.policies(['PV-1'], idOf('R1'));
  await bench.policies(['NO-BRAND'], idOf('R1'), { Brand__c: null });
  await bench.policies(['E-P'], idOf('E1'));
  await bench.policies(['TWICE', 'TWICE'], idOf('A1'), { Status: 'Cancelled' });
  await bench.policies(['ONE-ACTIVE'], idOf('A1'), { Status: 'Cancelled' });
  await bench.policies(['ONE-ACTIVE'], idOf('A2'), { Status: 'In Force' });
  await bench.policies(['OTHERS'], idOf('A1'));
}

const FIRST_NIGHT: readonly Sent[] = [
  registration('R1', '2026-11-02', DAY_1),
  notRegistered('R1', { ...DAY_1, ...MYVIVIUM }),
  shown('PV-1', 'own', DAY_1),
  shown('PV-1', 'foreign', { ...DAY_2, ...MYVIVIUM }),
  shown('NO-BRAND', 'older', DAY_1),
  hidden('NO-BRAND', 'ended', { ...DAY_2, ...MYVIVIUM }),
  registration('NEW-1', '2026-11-04', DAY_1),
  shown('NEW-P', 'kept', DAY_1),
  contact('NEW-2', '2026-11-20T08:00:00Z', { email: 'no address' }, DAY_1),
  shown('GONE-P', 'x', DAY_1, { customer: 'gone' }),
  shown('TWICE', 'x', DAY_1),
  shown('ONE-ACTIVE', 'x', DAY_1, { customer: 'a2' }),
  shown('OTHERS', 'x', DAY_1, { customer: 'A2' }),
  registration('E1', '2026-11-01', DAY_1),
  registration('E1', '2026-11-01', { ...DAY_1, ...MYVIVIUM }),
  contact('E1', '2026-11-20T08:00:00Z', { email: 'e1@example.com' }, DAY_1),
  shown('E-P', 'x', DAY_1),
  registration('F1', '2026-11-05', DAY_1),
  contact('F1', '2026-11-10T10:00:00Z', { email: 'no address' }, DAY_1),
  contact('F2', '2026-11-10T10:00:00Z', { mobile: '0'.repeat(60) }, DAY_1),
];

test('some nights of events of every kind: what is written, kept, refused and left alone', async () => {
  await makeRecords();
  const before = await bench.org.query('SELECT Id FROM Account');
  const first = await bench.run('nights', FIRST_NIGHT);
  expect(first).toMatchObject({
    code: 1,
    report: {
      ...{ read: 20, changed: 10, superseded: 1, foreign: 1, unmatched: 4, ambiguous: 2, failed: 2 },
      ...{ retried: 0, rowsWritten: 7, newestEvent: '2026-11-21T10:00:00.000Z' },
    },
  });
  expect(await bench.org.query('SELECT Id FROM Account')).toHaveLength(before.length);
  expect(await bench.accountOf('R1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: true,
    CuZo_MyPV_Onboarding_Date__c: '2026-11-02',
    CuZo_MyPV_As_Of__c: '2026-11-20T10:00:00.000+0000',
    CuZo_MyVivium_Onboarded__c: false,
    CuZo_MyVivium_As_Of__c: '2026-11-20T10:00:00.000+0000',
  });
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
  // Of a refused row only the culprit fails.
  expect(await bench.accountOf('F1')).toMatchObject({
    CuZo_MyPV_Onboarding_Date__c: '2026-11-05',
    PersonEmail: null,
  });
  const failures = failuresOf(first.report.failures);
  expect(failures.map(({ code }) => code).sort()).toEqual([
    'INVALID_EMAIL_ADDRESS',
    'OTHER_CUSTOMER',
    'SEVERAL_RECORDS',
    'STRING_TOO_LONG',
  ]);
  expect(JSON.stringify(failures)).not.toMatch(/no address|0{20}/);

  const forgotten = await bench.sync([
    ...['forget', '--customer', 'Gone'],
    ...['--state-dir', bench.stateDir('nights'), '--json'],
  ]);
  expect(forgotten).toMatchObject({ code: 0, stdout: '{"removed":1}\n' });

  const later = await bench.persons(['new-1', 'NEW-2']);
  await bench.policies(['NEW-P'], later.get('new-1') ?? '');
  const second = await bench.run('nights', [
    registration('R1', '2026-11-02', DAY_2),
    hidden('PV-1', 'legacy-car', DAY_2),
    shown('NO-BRAND', 'again', at('2026-11-22T10:00:00Z')),
    erased('E1', 'customer', DAY_2),
    erased('E-P', 'policy', DAY_2),
  ]);
  expect(second).toMatchObject({
    code: 0,
    report: { read: 5, unchanged: 1, changed: 4, retried: 3, failed: 0, rowsWritten: 6 },
  });
  expect(await bench.accountOf('R1')).toMatchObject({ CuZo_MyPV_As_Of__c: '2026-11-20T10:00:00.000+0000' });
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
  expect(await bench.accountOf('new-1')).toMatchObject({ CuZo_MyPV_Onboarding_Date__c: '2026-11-04' });
  expect(JSON.parse(String((await bench.policyOf('NEW-P')).CuZo_View__c))).toMatchObject({ title: 'kept' });
  // A kept event that is refused once its record is there.
  expect(failuresOf(second.report.failures)).toMatchObject([
    { outcome: 'failed', code: 'INVALID_EMAIL_ADDRESS', record: later.get('NEW-2') },
  ]);

  // What the state folder knows: the newest event of each zone, and erasures.
  const third = await bench.run('nights', [
    notRegistered('R1', at('2026-11-20T20:00:00Z')),
    registration('E1', '2026-11-01', DAY_1),
    shown('E-P', 'x', DAY_1),
  ]);
  expect(third.report).toMatchObject({ late: 3, retried: 0, rowsWritten: 0 });

  // What the org's stamps tell, to the second, where there is no state folder.
  const fresh = await bench.run('other-state', [
    registration('R1', null, at('2026-11-20T10:00:00.1Z')),
    registration('R1', '2026-11-09', { ...at('2026-11-20T09:59:59.9Z'), ...MYVIVIUM }),
  ]);
  expect(fresh.report).toMatchObject({ changed: 1, late: 1, rowsWritten: 1 });
  expect(await bench.accountOf('R1')).toMatchObject({
    CuZo_MyPV_Onboarded__c: true,
    CuZo_MyPV_Onboarding_Date__c: null,
    CuZo_MyVivium_Onboarded__c: false,
  });
});
