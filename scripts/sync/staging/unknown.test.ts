import { hidden, MYVIVIUM, registration, shown, simpleView } from '../../tests/kit/events.ts';
import { addPerson, QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import { planFeed } from '../commands/plan.ts';
import { status, statusText } from '../commands/status.ts';

const { memory, open, stateDir, feed, job, logged, run, runWith } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'C-1');
});
const warned = (): readonly unknown[] => logged().filter(({ level }) => level === 40);

function policy(number: string, brand: string | null): void {
  const fields = { Name: number, NameInsuredId: '001A', IsActive: true, Brand__c: brand };
  memory.records.InsurancePolicy.set(`0YT${number}`, fields);
}

test('a brand without a zone and policies without a brand are counted and warned of once, with the value', async () => {
  for (const number of ['P-1', 'P-2']) policy(number, 'P.V');
  policy('P-3', 'toString');
  policy('P-4', null);
  policy('P-5', 'P&V');
  const lines = ['P-1', 'P-2', 'P-3', 'P-4', 'P-5'].map((number) => shown(number, 'a view'));
  const report = await run(...lines, shown('P-1', 'another', MYVIVIUM));
  const unknown = [
    { what: 'brand', value: 'P.V', count: 3 },
    { what: 'brand', value: 'toString', count: 1 },
    { what: 'no brand', value: '', count: 1 },
  ];
  expect(report).toMatchObject({ foreign: 4, changed: 2, unknown });
  expect(warned()).toMatchObject(unknown);
  expect(memory.runs.get(report.runId)).toMatchObject({
    Unknown__c: 'brand P.V: 3 events\nbrand toString: 1 event\npolicies without a brand: 1 event',
  });
  expect(statusText(await status(stateDir(), TEST_NOW, 36))).toContain('\n  unknown brand P.V: 3 events\n');
});

test('where no brand is mapped none is missed', async () => {
  policy('P-4', null);
  const noRole = { ...QUICK, roles: { ...QUICK.roles, policyBrand: null } };
  for (const config of [noRole, { ...QUICK, brands: {} }])
    expect(await runWith({ config }, shown('P-4', 'a view'))).toMatchObject({ unknown: [] });
});

test('products, reasons and document codes that the contract does not list are counted and warned of once', async () => {
  const documents = ['one-more', 'one-more', 'policy'].map((type) => ({ type, issuedOn: '2026-11-01' }));
  const view = { ...simpleView('with documents'), documents };
  const lines = [
    shown('P-1', '', {}, { product: 'space-travel', view }),
    shown('P-2', '', {}, { product: 'space-travel' }),
    hidden('P-3', 'no-idea'),
    hidden('P-4', 'ended'),
    registration('C-1', null),
  ];
  const unknown = [
    { what: 'document', value: 'one-more', count: 1 },
    { what: 'product', value: 'space-travel', count: 2 },
    { what: 'reason', value: 'no-idea', count: 1 },
  ];
  expect(await run(...lines)).toMatchObject({ unknown });
  expect(warned()).toMatchObject(unknown);
  const planned = await planFeed(job(), stateDir(), feed(...lines), false, open);
  expect(planned).toMatchObject({ unknown });
  expect(warned()).toMatchObject(unknown);
});

test('a field mapped as brand that holds a value a record does not fill report and log', async () => {
  const numbers = Array.from({ length: 50 }, (_, n) => `N-${n}`);
  for (const number of numbers) policy(number, `${number} of somebody, ${'x'.repeat(200)}`);
  const { unknown } = await run(...numbers.map((number) => shown(number, 'a view')));
  expect(unknown).toHaveLength(21);
  expect(unknown[0]).toEqual({ what: 'brand', value: 'others', count: 30 });
  expect(Math.max(...unknown.map(({ value }) => value.length))).toBe(80);
});
