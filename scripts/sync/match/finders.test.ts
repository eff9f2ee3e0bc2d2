import { setImmediate } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { memoryOrg, QUICK } from '../../tests/kit/memoryOrg.ts';
import { memoryStaging } from '../../tests/kit/memoryState.ts';
import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import type { Org } from '../org/org.ts';
import { OrgRefusal } from '../org/orgRefusal.ts';
import type { Staging } from '../staging/staging.ts';
import type { BulkReading } from './bulkFinder.ts';
import type { RecordsOf } from './finder.ts';
import { openFinder } from './openFinder.ts';
import { queryFinder } from './queryFinder.ts';

/** An org in which every statement is answered by `answer`; what it was asked is in `asked`. */
function orgOf(answer: (soql: string) => readonly object[]): { readonly org: Org; readonly asked: string[] } {
  const { org } = memoryOrg();
  const asked: string[] = [];
  const tryOnce: Org['tryOnce'] = (_method, _path, body) => {
    const { compositeRequest } = body as { readonly compositeRequest: readonly { readonly url: string }[] };
    const pages = compositeRequest.map(({ url }) => {
      const soql = decodeURIComponent(url.split('q=')[1] ?? '');
      asked.push(soql);
      return { httpStatusCode: 200, body: { records: answer(soql) } };
    });
    return Promise.resolve({ compositeResponse: pages });
  };
  return { org: { ...org, tryOnce }, asked };
}

const config = (over: Partial<Config>): Config => ({ ...QUICK, ...over });
const idsOf = (recordsOf: RecordsOf, key: string): readonly string[] =>
  recordsOf(key).map(({ read }) => read().id);

describe('by query', () => {
  test('records are found by their key whatever its case, several of one key too', async () => {
    const { org } = orgOf(() => [
      { Id: '1', Customer_Number__c: 'k-1' },
      { Id: '2', Customer_Number__c: 'K-1' },
      { Id: '3', Customer_Number__c: 'K-2' },
    ]);
    const recordsOf = await queryFinder('Account', org, QUICK, new Map())(['k-1', 'k-2', 'k-3']);
    expect(['k-1', 'k-2', 'k-3'].map((key) => idsOf(recordsOf, key))).toEqual([['1', '2'], ['3'], []]);
  });

  test('a statement asks for the compared fields and so many keys, each as a literal', async () => {
    const { org, asked } = orgOf(() => []);
    await queryFinder('Account', org, config({ keysPerQuery: 2 }), new Map())(["o'k", 'b', 'c', 'd', 'e']);
    expect(asked).toHaveLength(3);
    expect(asked[0]).toMatch(
      /^SELECT Id, Customer_Number__c, .* FROM Account WHERE Customer_Number__c IN \('o\\'k','b'\)$/,
    );
    expect(asked.slice(1).map((soql) => soql.split(' IN ')[1])).toEqual(["('c','d')", "('e')"]);
  });

  test('a record that waits to be planned keeps none of the others of its call in memory', async () => {
    setFlagsFromString('--expose-gc');
    const collect = runInNewContext('gc') as () => void;
    let other: WeakRef<object> | undefined;
    const { org } = orgOf(() => {
      const records = ['k-1', 'k-2'].map((key) => ({ Id: key, Customer_Number__c: key }));
      other = new WeakRef(records[1]!);
      return records;
    });
    const find = queryFinder('Account', org, QUICK, new Map());
    const [waiting] = (await find(['k-1', 'k-2']))('k-1');
    await setImmediate();
    collect();
    expect(waiting?.read().id).toBe('k-1');
    expect(other?.deref()).toBeUndefined();
  });

  test('no key asks nothing', async () => {
    const { org, asked } = orgOf(() => []);
    await queryFinder('Account', org, QUICK, new Map())([]);
    expect(asked).toStrictEqual([]);
  });

  test('keys of 80,000 characters fill a statement, however few they are', async () => {
    const { org, asked } = orgOf(() => []);
    // With quotes, and a comma after each, two fit to the character.
    const [long, longer] = ['a'.repeat(39_997), 'b'.repeat(39_998)];
    await queryFinder('Account', org, QUICK, new Map())([long, longer, 'c']);
    expect(asked.map((soql) => soql.split(' IN ')[1]?.length)).toEqual([80_002, 5]);
  });

  test('of a policy it is told when it was changed last, of an account it isn’t', async () => {
    const changed = {
      Id: '1',
      Name: 'p',
      Customer_Number__c: 'p',
      SystemModstamp: '2026-11-22T03:00:00.000+0000',
    };
    const { org, asked } = orgOf(() => [changed, { Id: '2', Name: 'q' }]);
    const recordsOf = await queryFinder('InsurancePolicy', org, QUICK, new Map())(['p', 'q']);
    expect(['p', 'q'].map((key) => recordsOf(key)[0]?.changedAt())).toEqual([changed.SystemModstamp, null]);
    expect(recordsOf('p')[0]?.text).toBe(JSON.stringify(changed));
    expect(asked[0]).toContain('LastModifiedById, SystemModstamp, NameInsured.Customer_Number__c FROM');
    await queryFinder('Account', org, QUICK, new Map())(['p']);
    expect(asked[1]).not.toContain('SystemModstamp');
  });
});

describe('the way that takes fewer calls', () => {
  let staging: Staging;
  beforeEach(() => {
    staging = memoryStaging();
  });
  const CSV = [
    '"Id","Customer_Number__c","IsPersonAccount"',
    '"1","K-1","true"',
    '"2","k-1","false"',
    '"3","K-2",""',
    '',
  ].join('\n');

  /** Opens a finder in an org of so many records with a key. */
  async function opened(
    subjects: number,
    records: number | Error,
    over: { readonly job?: unknown; readonly config?: Config } = {},
  ) {
    const { org } = memoryOrg();
    const asked: string[] = [];
    const begun: number[] = [];
    let taken = 0;
    const reading: Omit<BulkReading, 'records'> & { readonly onBegin: (records: number) => void } = {
      staging,
      config: over.config ?? config({ keysPerQuery: 1 }),
      labels: new Map(),
      signal: new AbortController().signal,
      onRecords: (count) => {
        taken += count;
      },
      onBegin: (count) => begun.push(count),
      org: {
        ...org,
        tryOnce: (_method, path) => {
          asked.push(decodeURIComponent(path.split('q=')[1] ?? path));
          return records instanceof Error ? Promise.reject(records) : Promise.resolve({ totalSize: records });
        },
        request: (method, _path, body) => {
          asked.push(method === 'POST' ? (body as { readonly query: string }).query : method);
          if (over.job instanceof Error) return Promise.reject(over.job);
          return Promise.resolve({
            id: '750',
            state: 'JobComplete',
            numberRecordsProcessed: 3,
            ...(over.job as object),
          });
        },
        receive: (_path, read) => {
          async function* body() {
            await Promise.resolve();
            yield Buffer.from(CSV);
          }
          return read(body(), new Headers());
        },
      },
    };
    const { lookUp, find } = await openFinder('Account', subjects, reading);
    return {
      lookUp,
      asked,
      begun,
      taken: () => taken,
      again: () => openFinder('Account', subjects, reading),
      recordsOf: () => find(['k-1']),
    };
  }

  // A call takes five statements of one key each; a Bulk query seven calls and one a page of 100,000 records.
  test.each<[string, number, number, 'Queries' | 'Bulk query']>([
    ['few subjects', 35, 0, 'Queries'],
    ['as many calls as a Bulk query of a page', 40, 100_000, 'Queries'],
    ['a call more', 41, 100_000, 'Bulk query'],
    ['a page more', 41, 100_001, 'Queries'],
    ['no record', 36, 0, 'Bulk query'],
  ])('%s: %i subjects, %i records', async (_what, subjects, records, way) => {
    expect((await opened(subjects, records)).lookUp).toBe(way);
  });

  test('the org is asked for the number of records only when a Bulk query may pay off', async () => {
    expect((await opened(35, 0)).asked).toStrictEqual([]);
    expect((await opened(36, 0)).asked[0]).toBe(
      'SELECT COUNT() FROM Account WHERE Customer_Number__c != null',
    );
  });

  test('an org that can not count is asked by query', async () => {
    expect((await opened(1000, new OrgRefusal('INVALID_FIELD'))).lookUp).toBe('Queries');
    await expect(opened(1000, new SyncError('ORG_GONE', 'x'))).rejects.toMatchObject({ code: 'ORG_GONE' });
  });

  test('an org that refuses or fails the Bulk query is asked by query, any other end of it is one of the run', async () => {
    expect((await opened(1000, 5, { job: new OrgRefusal('FEATURENOTENABLED') })).lookUp).toBe('Queries');
    expect((await opened(1000, 5, { job: { state: 'Failed' } })).lookUp).toBe('Queries');
    await expect(opened(1000, 5, { job: new SyncError('ORG_GONE', 'x') })).rejects.toMatchObject({
      code: 'ORG_GONE',
    });
    await expect(opened(1000, 5, { job: new Error('x') })).rejects.toThrow('x');
  });

  test('a Bulk query reads every record that has a key, once a run', async () => {
    const { asked, begun, taken, recordsOf, again } = await opened(1000, 3);
    expect(asked[1]).toMatch(/^SELECT Id, .* FROM Account WHERE Customer_Number__c != null$/);
    expect([begun, taken()]).toEqual([[3], 3]);
    const find = await recordsOf();
    expect(['k-1', 'k-2', 'k-3'].map((key) => idsOf(find, key))).toEqual([['1', '2'], ['3'], []]);
    expect(['k-1', 'k-2'].map((key) => find(key)[0]?.read())).toMatchObject([
      { customer: 'K-1', isPersonAccount: true, fields: { CuZo_MyPV_As_Of__c: null } },
      { customer: 'K-2', isPersonAccount: false },
    ]);
    expect(find('k-1')[0]?.changedAt()).toBeNull();
    expect(find('k-1')[0]?.text).toBe('"1","K-1","true"');
    await again();
    expect(taken()).toBe(3);
  });
});
