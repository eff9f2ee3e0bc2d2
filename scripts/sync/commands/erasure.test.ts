import { contact, erased, MYVIVIUM, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { TEST_NOW } from '../../tests/kit/quickJob.ts';
import { status } from './status.ts';

const { memory, stateDir, run } = memoryRuns();
const kept = async (): Promise<number> => (await status(stateDir(), TEST_NOW, 36)).kept;

const EARLIER = { time: '2026-11-20T10:00:00Z' };
const ERASED = { time: '2026-11-20T11:00:00Z' };
const LATER = { time: '2026-11-20T12:00:00Z' };
const viewOf = (policy: string, customer: string, over: Sent = EARLIER): Sent =>
  shown(policy, 'of a customer', over, { customer });

/** Events that find no record and are kept. */
const aboutCustomer = (): readonly Sent[] => [
  registration('Ünknown-1', null, EARLIER),
  contact('ünknown-1', EARLIER.time, { phone: '02 000 00 00' }, EARLIER),
  viewOf('POL-1', 'ÜNKNOWN-1'),
  viewOf('POL-2', 'ünknown-1', { ...EARLIER, ...MYVIVIUM }),
  viewOf('POL-3', 'ünknown-1', LATER),
  viewOf('POL-4', 'another'),
];

test('an erasure drops what was kept of the customer, policies of theirs included, for its zone and until its time', async () => {
  expect(await run(...aboutCustomer())).toMatchObject({ unmatched: 6 });
  expect(await kept()).toBe(6);
  await run(erased('ünknown-1', 'customer', ERASED));
  // Events of the other zone, later ones and those of another customer; and the erasure, which found no record.
  expect(await kept()).toBe(3 + 1);
  await run(erased('ünknown-1', 'customer', { ...ERASED, ...MYVIVIUM }));
  expect(await kept()).toBe(2 + 2);
});

test('what comes in the same feed as the erasure, or once more, is not kept either', async () => {
  const view = viewOf('POL-1', 'C-1');
  await run(view);
  expect(await kept()).toBe(1);
  const other = viewOf('POL-2', 'C-1');
  expect(await run(view, other, erased('C-1', 'customer', ERASED))).toMatchObject({ unmatched: 3 });
  expect(await kept()).toBe(1);
});

test('an erasure of a policy drops what was kept of it, for its zone', async () => {
  await run(viewOf('POL-1', 'C-1'), viewOf('pol-1', 'C-1', { ...EARLIER, ...MYVIVIUM }));
  expect(await kept()).toBe(2);
  await run(erased('POL-1', 'policy', ERASED));
  expect(await kept()).toBe(1 + 1);
});

test('the policy that turns up on the day of the erasure does not get the view back', async () => {
  await run(viewOf('POL-1', 'C-1'));
  addPerson(memory, '001A', 'C-1');
  memory.records.InsurancePolicy.set('0YTA', { Name: 'POL-1', NameInsuredId: '001A', IsActive: true });
  await run(erased('C-1', 'customer', ERASED));
  expect(memory.records.InsurancePolicy.get('0YTA')).not.toHaveProperty('CuZo_View__c');
  expect(await kept()).toBe(0);
});
