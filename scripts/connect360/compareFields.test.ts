import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { compareRows, comparisonQuery, oldFieldProblems, type OldFieldsByZone } from './compareFields.ts';
import type { OrgField } from './orgFacts.ts';

const OLD: OldFieldsByZone = { mypv: { flag: 'Old__c', date: 'Old_Day__c' } };

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('compare-'));
});

async function compared(rows: readonly string[], old = OLD, limit = 20) {
  const file = join(folder, 'rows.csv');
  const header =
    'Id,Old__c,CuZo_MyPV_Onboarded__c,Old_Day__c,CuZo_MyPV_Onboarding_Date__c,CuZo_MyPV_As_Of__c';
  writeFileSync(file, [header, ...rows, ''].join('\n'));
  const result = (await compareRows(file, old, limit)).get('mypv');
  const kinds = Object.entries(result?.different ?? {}).filter(([, { count }]) => count > 0);
  return { same: result?.same, different: Object.fromEntries(kinds) };
}

const SPOKEN = '2026-11-01T00:00:00.000Z';

test.each([
  ['registered on the same day', `1,true,true,2024-01-02,2024-01-02,${SPOKEN}`, undefined],
  ['an old date with a time', `1,true,true,2024-01-01T23:30:00.000Z,2024-01-02,${SPOKEN}`, undefined],
  ['both without a day', `1,true,true,,,${SPOKEN}`, undefined],
  ['a zone that has said nothing', '1,true,false,2024-01-02,,', 'silent'],
  ['registered in the old field only', `1,true,false,2024-01-02,,${SPOKEN}`, 'onlyOld'],
  ['registered in ours only', `1,false,true,,2024-01-02,${SPOKEN}`, 'onlyNew'],
  ['a day in the old field only', `1,true,true,2024-01-02,,${SPOKEN}`, 'dayOnlyOld'],
  ['a day in ours only', `1,true,true,,2024-01-02,${SPOKEN}`, 'dayOnlyNew'],
  ['another day', `1,true,true,2024-01-02,2024-01-03,${SPOKEN}`, 'otherDay'],
])('%s', async (_, row, difference) => {
  expect(await compared([row])).toEqual(
    difference === undefined
      ? { same: 1, different: {} }
      : { same: 0, different: { [difference]: { count: 1, ids: ['1'] } } },
  );
});

test('nobody who is registered nowhere counts', async () => {
  expect(await compared([`1,false,false,2024-01-02,,${SPOKEN}`])).toEqual({ same: 0, different: {} });
});

test('ids are kept up to the limit, the count goes on', async () => {
  const rows = ['1', '2', '3'].map((id) => `${id},false,true,,,${SPOKEN}`);
  expect((await compared(rows, OLD, 2)).different).toEqual({ onlyNew: { count: 3, ids: ['1', '2'] } });
});

test('without a flag the day says who is registered, without a day only flags are compared', async () => {
  const rows = [
    `1,false,true,2024-01-02,2024-01-02,${SPOKEN}`,
    `2,true,true,2024-01-02,2024-01-03,${SPOKEN}`,
  ];
  expect((await compared(rows, { mypv: { date: 'Old_Day__c' } })).different).toEqual({
    otherDay: { count: 1, ids: ['2'] },
  });
  expect(await compared(rows, { mypv: { flag: 'Old__c' } })).toMatchObject({
    same: 1,
    different: { onlyNew: { count: 1 } },
  });
});

test('the query reads only accounts of which something is said, of the zones that are compared', () => {
  expect(comparisonQuery(OLD)).toBe(
    'SELECT Id, Old__c, CuZo_MyPV_Onboarded__c, Old_Day__c, CuZo_MyPV_Onboarding_Date__c, CuZo_MyPV_As_Of__c FROM Account ' +
      'WHERE Old__c = TRUE OR CuZo_MyPV_Onboarded__c = TRUE OR Old_Day__c != NULL OR CuZo_MyPV_Onboarding_Date__c != NULL',
  );
  expect(comparisonQuery({ myvivium: { flag: 'F__c' } })).not.toContain('MyPV');
});

test('old fields that are missing or of another type are told', () => {
  const field = (name: string, type: string) => [name.toLowerCase(), { name, type } as OrgField] as const;
  const account = new Map([
    field('CuZo_MyPV_Onboarded__c', 'boolean'),
    field('Old__c', 'picklist'),
    field('Old_Day__c', 'datetime'),
  ]);
  expect(oldFieldProblems(OLD, account)).toEqual([
    'Account.Old__c is of type picklist; it has to be boolean.',
  ]);
  expect(oldFieldProblems({ mypv: { date: 'Nope__c' } }, account)).toEqual([
    'There is no field Account.Nope__c that you see.',
  ]);
  expect(oldFieldProblems({}, account)).toEqual([expect.stringMatching(/^Name at least one/)]);
  expect(oldFieldProblems(OLD, new Map())).toEqual([expect.stringMatching(/^The org has no CuZo fields/)]);
});
