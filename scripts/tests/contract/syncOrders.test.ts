import fc from 'fast-check';
import { OUTCOMES } from '../../sync/staging/outcomes.ts';
import type { PlanReport } from '../../sync/report/plannedWork.ts';
import {
  contact,
  erased,
  hidden,
  MYVIVIUM,
  ndjson,
  notRegistered,
  registration,
  shown,
  type Sent,
} from '../kit/events.ts';
import { forThisFile } from '../kit/ending.ts';
import { snapshot, startSyncBench } from '../kit/syncBench.ts';

const bench = forThisFile(startSyncBench);

const ORDERS = 20;
const AT_ONCE = 3;
const at = (time: string, id: string, more: Sent = {}): Sent => ({ time, id, ...more });

/** Events with every outcome that one feed alone can cause, about the records of one suffix. */
function events(suffix: string): readonly (Sent | string)[] {
  const [person, other, policy, another] = [`A${suffix}`, `B${suffix}`, `P${suffix}`, `Q${suffix}`];
  const twice = registration(other, '2026-11-02', at('2026-11-20T10:00:00Z', 'twice'));
  return [
    registration(person, '2026-11-01', at('2026-11-20T11:00:00+01:00', 'a')),
    notRegistered(person, at('2026-11-20T10:00:00.000Z', 'b')),
    registration(person, null, at('2026-11-20T10:00:00.5Z', 'c', MYVIVIUM)),
    contact(person, '2026-11-03T10:00:00Z', { phone: '02 000 00 01' }, at('2026-11-20T12:00:00Z', 'd')),
    contact(
      person,
      '2026-11-03T10:00:00Z',
      { phone: '02 000 00 02' },
      at('2026-11-20T11:00:00Z', 'e', MYVIVIUM),
    ),
    twice,
    { ...twice, data: { registered: false, registeredOn: null } },
    erased(other, 'customer', at('2026-11-20T11:00:00Z', 'f')),
    registration(other, '2026-11-04', at('2026-11-20T12:00:00Z', 'g')),
    shown(policy, 'older', at('2026-11-20T10:00:00Z', 'h')),
    shown(policy, 'newer', at('2026-11-20T10:00:00Z', 'i')),
    hidden(policy, 'ended', at('2026-11-20T13:00:00Z', 'j', MYVIVIUM)),
    shown(`none-${suffix}`, 'x', at('2026-11-20T10:00:00Z', 'k')),
    shown(another, 'x', at('2026-11-20T10:00:00Z', 'l'), { customer: other }),
    '{"no": "event"}',
  ];
}

async function makeRecords(suffix: string): Promise<void> {
  const accounts = await bench.persons([`A${suffix}`, `B${suffix}`]);
  await bench.policies([`P${suffix}`, `Q${suffix}`], accounts.get(`A${suffix}`) ?? '');
}

/** What the org holds of a suffix, without ids, which are each record's own. */
async function stateOf(suffix: string): Promise<unknown> {
  const found = [
    await bench.accountOf(`A${suffix}`),
    await bench.accountOf(`B${suffix}`),
    await bench.policyOf(`P${suffix}`),
  ];
  return found.map((fields) => ({ ...fields, Id: null }));
}

/** Runs the suffix's events in an order and cut in two files; gives sums and state. */
async function runInOrder(index: number, split: number, order: readonly number[]): Promise<unknown> {
  const suffix = `-${index}`;
  await makeRecords(suffix);
  const sent = events(suffix);
  const lines = order.map((place) => sent[place] ?? '');
  bench.feed(`order${suffix}/1.ndjson`, ndjson(lines.slice(0, split)));
  const second = bench.feed(`order${suffix}/2.ndjson`, ndjson(lines.slice(split)));
  const { report } = await bench.sync([
    'run',
    '--feed',
    second.replace(/\/[^/]+$/, ''),
    '--state-dir',
    bench.stateDir(suffix),
    '--json',
  ]);
  const sums = Object.fromEntries(OUTCOMES.map((outcome) => [outcome, report[outcome]]));
  return { sums, rows: report.rowsWritten, state: await stateOf(suffix) };
}

test('the same events end the same in any order and split over two files', async () => {
  const count = events('').length;
  const places = [...Array(count).keys()];
  const cases = fc.sample(
    fc.tuple(fc.nat({ max: count }), fc.shuffledSubarray(places, { minLength: count })),
    { numRuns: ORDERS, seed: 20261121 },
  );
  const ends: unknown[] = [];
  for (let first = 0; first < cases.length; first += AT_ONCE) {
    const some = cases.slice(first, first + AT_ONCE);
    ends.push(...(await Promise.all(some.map(([split, order], n) => runInOrder(first + n, split, order)))));
  }
  expect(new Set(ends.map((end) => JSON.stringify(end))).size).toBe(1);
  expect(ends[0]).toMatchObject({
    sums: {
      changed: 5,
      superseded: 4,
      duplicate: 1,
      foreign: 1,
      unmatched: 1,
      ambiguous: 1,
      rejected: 1,
      unchanged: 1,
    },
  });
});

test('a plan says what the run then does, and changes neither org nor state folder', async () => {
  await makeRecords('-plan');
  await bench.run('plan', [registration('kept-for-later', null)]);
  const feed = bench.feed('plan.ndjson', ndjson(events('-plan')));
  const args = ['--feed', feed, '--state-dir', bench.stateDir('plan'), '--json'];
  const [folder, before] = [snapshot(bench.stateDir('plan')), await stateOf('-plan')];
  const runs = await bench.org.query('SELECT Id FROM CuZo_Sync_Run__c');

  const plan = await bench.sync(['plan', ...args, '--values']);
  const planned = plan.report as PlanReport;
  expect(snapshot(bench.stateDir('plan'))).toEqual(folder);
  expect(await stateOf('-plan')).toEqual(before);
  expect(await bench.org.query('SELECT Id FROM CuZo_Sync_Run__c')).toHaveLength(runs.length);
  expect(planned.planned.objects).toMatchObject({
    Account: { rows: 2, fields: { CuZo_MyPV_As_Of__c: 2, Phone: 1 } },
    InsurancePolicy: { rows: 1, fields: { CuZo_View__c: 1 } },
  });
  expect(planned.values).toHaveLength(3);
  expect(plan.stdout.replace(/"values".*/, '')).not.toContain('02 000 00');

  const run = await bench.sync(['run', ...args]);
  expect(run.code).toBe(plan.code);
  for (const outcome of [...OUTCOMES, 'read', 'retried'] as const)
    expect(run.report[outcome]).toBe(planned[outcome]);
  expect(run.report.rowsWritten).toBe(3);
});

test('a plan with values tells the view document that it replaces', async () => {
  const accounts = await bench.persons(['OLD-VIEW']);
  await bench.policies(['OLD-VIEW-P'], accounts.get('OLD-VIEW') ?? '');
  await bench.run('old-view', [shown('OLD-VIEW-P', 'before')]);
  const { CuZo_View__c: from } = await bench.policyOf('OLD-VIEW-P');
  expect(from).toContain('before');
  const feed = bench.feed(
    'old-view.ndjson',
    ndjson([hidden('OLD-VIEW-P', 'ended', { time: '2026-11-21T11:00:00Z' })]),
  );
  const plan = await bench.sync([
    'plan',
    '--feed',
    feed,
    '--state-dir',
    bench.stateDir('old-view'),
    '--json',
    '--values',
  ]);
  expect((plan.report as PlanReport).values).toMatchObject([
    { object: 'InsurancePolicy', fields: { CuZo_View__c: { from, to: null } } },
  ]);
});

test('the same feed again writes nothing, on a fresh state folder too', async () => {
  await makeRecords('-again');
  const feed = events('-again').filter((sent) => typeof sent !== 'string');
  expect((await bench.run('again', feed)).report).toMatchObject({ rowsWritten: 3 });
  await bench.org.rest('POST', '/__local/reset', {});
  for (const state of ['again', 'again-fresh']) {
    const { report } = await bench.run(state, feed);
    expect(report).toMatchObject({ changed: 0, rowsWritten: 0 });
    expect(report.apiCalls).toBeLessThanOrEqual(10);
  }
  const stats = (await bench.org.rest('GET', '/__local/stats')) as {
    rowsWritten: Readonly<Record<string, number>>;
  };
  expect(Object.keys(stats.rowsWritten)).toEqual(['CuZo_Sync_Run__c']);
});

test('each run leaves its record in the org', async () => {
  await makeRecords('-record');
  const { report } = await bench.run('record', events('-record'));
  const [record] = await bench.org.query(
    `SELECT Status__c, Read__c, Changed__c, Rejected__c, Rows_Written__c, API_Calls__c, Newest_MyPV_Event__c, Newest_MyVivium_Event__c,
     Started__c, Finished__c, Exit_Code__c, Reject_Codes__c, Kept_Events__c, Seconds__c, Peak_Memory_MB__c, API_Share__c FROM CuZo_Sync_Run__c WHERE Run_Id__c = '${report.runId}'`,
  );
  expect(record).toMatchObject({
    Status__c: 'Finished',
    Read__c: report.read,
    Changed__c: report.changed,
    Rejected__c: 1,
    Rows_Written__c: 3,
    API_Calls__c: report.apiCalls,
    Newest_MyPV_Event__c: '2026-11-20T12:00:00.000+0000',
    Newest_MyVivium_Event__c: '2026-11-20T13:00:00.000+0000',
    Started__c: expect.any(String),
    Finished__c: expect.any(String),
    Exit_Code__c: report.exitCode,
    Reject_Codes__c: Object.entries(report.rejectCodes).join('\n').replaceAll(',', ' '),
    Kept_Events__c: report.kept,
    Seconds__c: report.seconds,
    Peak_Memory_MB__c: report.peakRssMb,
    API_Share__c: Number((Number(report.apiShare) * 100).toFixed(4)),
  });
});
