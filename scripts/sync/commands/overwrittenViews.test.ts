import { hash } from 'node:crypto';
import { hidden, shown, type Sent } from '../../tests/kit/events.ts';
import { addPerson, MEMORY_USER_ID, type Held } from '../../tests/kit/memoryOrg.ts';
import { memoryRuns } from '../../tests/kit/memoryRuns.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import type { Report } from '../report/report.ts';

const AGENT = '005000000000009AAA';
const DAY = { time: '2026-11-21T10:00:00Z' };
const NEXT_DAY = { time: '2026-11-22T01:00:00Z' };

const { memory, run } = memoryRuns();
beforeEach(() => {
  addPerson(memory, '001A', 'K1');
  for (const name of ['P1', 'P2', 'P3'])
    memory.records.InsurancePolicy.set(`0Yv${name}`, {
      Name: name,
      NameInsuredId: '001A',
      IsActive: true,
      Brand__c: 'P&V',
      LastModifiedById: MEMORY_USER_ID,
    });
});

const policy = (name: string): Held => memory.records.InsurancePolicy.get(`0Yv${name}`)!;
const runAt = (over: Sent): Promise<Report> =>
  run(shown('P1', 'one', over), shown('P2', 'two', over), hidden('P3', 'niche', over));
const whoAmI = (): readonly string[] => memory.requests.filter((request) => request === 'GET /');

test.each<[string, string, string | null]>([
  ['of another text', 'P1', '{"v":1,"title":"somebody else","sections":[]}'],
  ['that is empty now', 'P1', null],
  ['of a policy that is hidden', 'P3', '{"v":1,"title":"left behind","sections":[]}'],
])('a view %s, overwritten by somebody else, is written again', async (_, name, view) => {
  expect(await runAt(DAY)).toMatchObject({ changed: 3 });
  const { CuZo_View__c: own = null, CuZo_View_Hash__c: ownHash = null } = policy(name);
  Object.assign(policy(name), { CuZo_View__c: view, LastModifiedById: AGENT });
  expect(await runAt(NEXT_DAY)).toMatchObject({ changed: 1, unchanged: 2, failed: 0 });
  expect(policy(name)).toMatchObject({ CuZo_View__c: own, CuZo_View_Hash__c: ownHash });
});

test('a policy that somebody else changed elsewhere stays unchanged', async () => {
  await runAt(DAY);
  Object.assign(policy('P1'), { PremiumAmount: 12, LastModifiedById: AGENT });
  expect(await runAt(NEXT_DAY)).toMatchObject({ changed: 0, unchanged: 3, rowsWritten: 0 });
  const { CuZo_View__c: view, CuZo_View_Hash__c: held } = policy('P1');
  expect(held).toBe(hash('sha256', String(view)));
});

test('no view is read of policies that the job changed last, or that no zone has spoken of', async () => {
  Object.assign(policy('P3'), { LastModifiedById: AGENT });
  await runAt(DAY);
  expect(whoAmI()).toStrictEqual([]);
  for (const name of ['P1', 'P2', 'P3']) Object.assign(policy(name), { LastModifiedById: MEMORY_USER_ID });
  const before = memory.requests.length;
  expect(await runAt(NEXT_DAY)).toMatchObject({ unchanged: 3 });
  // Who the job is, and nothing of the views.
  expect(
    memory.requests.slice(before).filter((request) => request.startsWith('POST /composite')),
  ).toHaveLength(1);
});

test('a session that may not ask who it is takes every view for what its hash says', async () => {
  await runAt(DAY);
  Object.assign(policy('P1'), { CuZo_View__c: null, LastModifiedById: AGENT });
  memory.onRequest = (request) => {
    if (request === 'GET /') throw new OrgRefusal('INSUFFICIENT_ACCESS');
  };
  expect(await runAt(NEXT_DAY)).toMatchObject({ changed: 0, unchanged: 3 });
});
