import { memoryOrg, QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging } from '../../tests/kit/memoryState.ts';
import type { Org } from '../org/org.ts';
import { foundSaver } from '../staging/found.ts';
import type { Staging } from '../staging/staging.ts';
import { bulkFinder } from './bulkFinder.ts';
import type { RecordsOf } from './finder.ts';

let staging: Staging;
beforeEach(() => {
  staging = memoryStaging();
});
const HEAD =
  '"Id","Name","NameInsured.Customer_Number__c","IsActive","CuZo_Differences__c","SystemModstamp"\n';

/** Finds policies by a Bulk query whose answer comes in pages; the tries of a page are what its answers begin with. */
async function found(...pages: readonly (readonly string[])[]): Promise<{
  readonly soql: unknown;
  readonly counted: readonly number[];
  readonly recordsOf: RecordsOf;
}> {
  let soql: unknown;
  const counted: number[] = [];
  const { org } = memoryOrg();
  const bulk: Org = {
    ...org,
    request: (method, _path, body) => {
      if (method === 'POST') soql = (body as { readonly query: string }).query;
      return Promise.resolve({ id: '750', state: 'JobComplete', numberRecordsProcessed: 3 });
    },
    receive: async (path, read) => {
      const page = Number(/locator=(\d+)$/.exec(path)?.[1] ?? 0);
      async function* body(text: string) {
        await Promise.resolve();
        yield Buffer.from(`${HEAD}${text}`);
      }
      const locator = page + 1 < pages.length ? String(page + 1) : 'null';
      const headers = new Headers({ 'sforce-locator': locator });
      const [whole = '', ...before] = (pages[page] ?? []).toReversed();
      for (const cutOff of before) await read(body(cutOff), headers);
      return read(body(whole), headers);
    },
  };
  const find = await bulkFinder('InsurancePolicy', {
    staging,
    org: bulk,
    config: QUICK,
    labels: new Map(),
    signal: new AbortController().signal,
    records: 3,
    onRecords: (count) => counted.push(count),
  });
  return { soql, counted, recordsOf: await find([]) };
}

const ROW = '"1","P-1","K1","true","2","2026-11-22T03:00:00.000Z"\n';
const OTHER = '"2","p-1","","false","",""\n';

const idsOf = (recordsOf: RecordsOf, key: string): readonly string[] =>
  recordsOf(key).map(({ read }) => read().id);

test('a row reads as the REST API would answer it: the customer in its parent, check boxes and numbers as such, nothing as null', async () => {
  const { soql, recordsOf } = await found([`${ROW}${OTHER}`]);
  expect(soql).toMatch(
    /^SELECT Id, Name, .*, NameInsured.Customer_Number__c FROM InsurancePolicy WHERE Name != null$/,
  );
  const [one, other] = recordsOf('p-1');
  expect(one?.read()).toMatchObject({ customer: 'K1', isActive: true, fields: { CuZo_Differences__c: 2 } });
  expect(other?.read()).toMatchObject({
    customer: null,
    isActive: false,
    fields: { CuZo_Differences__c: null },
  });
  expect([one, other].map((row) => row?.changedAt())).toEqual(['2026-11-22T03:00:00.000Z', null]);
  expect([one?.text, other?.text]).toEqual([ROW.trim(), OTHER.trim()]);
});

test('the rows of all pages are found, those of a page that was cut off once', async () => {
  const { counted, recordsOf } = await found([ROW, `${ROW}${OTHER}`], ['"3","P-3","K1","true","",""\n']);
  expect(['p-1', 'p-3', 'p-4'].map((key) => idsOf(recordsOf, key))).toEqual([['1', '2'], ['3'], []]);
  expect(counted).toEqual([1, 2, 1]);
});

test('what a run had read when it was stopped does not count', async () => {
  foundSaver(staging, 'InsurancePolicy').save([{ subjectKey: 'p-1', row: ROW.trim() }]);
  expect(idsOf((await found([OTHER])).recordsOf, 'p-1')).toEqual(['2']);
});

test('where no record has a key, none is found', async () => {
  expect((await found([''])).recordsOf('p-1')).toStrictEqual([]);
});
