import { createReadStream, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Connection } from 'jsforce';
import { forThisFile } from '../kit/ending.ts';
import { startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);
let connection: Connection;

beforeAll(() => {
  const { url, accessToken } = widgets.server.ready;
  connection = new Connection({ instanceUrl: url, accessToken, version: '66.0' });
});

const coded = (count: number, prefix: string): { Name: string; Code__c: string }[] =>
  Array.from({ length: count }, (_, index) => ({ Name: `${prefix}${index}`, Code__c: `${prefix}${index}` }));

describe('upsert', () => {
  const widget = () => connection.sobject('Widget__c');

  test('of one record creates, changes, and refuses a key that fits several', async () => {
    const created = await widget().upsert({ Code__c: 'one', Name: 'One' }, 'Code__c');
    expect(created).toMatchObject({ success: true, created: true });
    const changed = await widget().upsert({ Code__c: 'one', Stock__c: 4 }, 'Code__c');
    expect(changed).toMatchObject({ success: true, id: (created as { id: string }).id });
    await widget().create([
      { Name: 'a', Batch__c: 'twin' },
      { Name: 'b', Batch__c: 'twin' },
    ]);
    await expect(widget().upsert({ Batch__c: 'twin', Stock__c: 9 }, 'Batch__c')).rejects.toMatchObject({
      name: 'MULTIPLE_CHOICES',
    });
    expect(await widgets.query('SELECT Id FROM Widget__c WHERE Stock__c = 9')).toStrictEqual([]);
  });

  test('finds the parent by the key of the parent, and refuses a parent that is not there', async () => {
    await connection.sobject('Account').upsert({ Key__c: 'P1', Name: 'Parent' }, 'Key__c');
    const record = { Code__c: 'child', Name: 'Child', Account__r: { Key__c: 'P1' } };
    expect(await widget().upsert(record, 'Code__c')).toMatchObject({ success: true });
    expect(
      await widgets.query("SELECT Account__r.Name FROM Widget__c WHERE Code__c = 'child'"),
    ).toMatchObject([{ Account__r: { Name: 'Parent' } }]);
    const orphan = { Code__c: 'orphan', Name: 'Orphan', Account__r: { Key__c: 'none' } };
    await expect(widget().upsert(orphan, 'Code__c')).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });

  test('of many tells each record its own outcome, and with allOrNone undoes them all', async () => {
    const records = [
      { Code__c: 'many1', Name: 'One' },
      { Code__c: 'many2', Name: 'Two', Price__c: -1 },
    ];
    const refused = await widget().upsert(records, 'Code__c', { allOrNone: true });
    expect(refused).toMatchObject([
      { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
      { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
    ]);
    expect(await widgets.query("SELECT Id FROM Widget__c WHERE Code__c LIKE 'many%'")).toStrictEqual([]);
    expect(await widget().upsert(records, 'Code__c')).toMatchObject([
      { success: true, created: true },
      { success: false },
    ]);
    // A key twice in one call is saved for neither.
    const twice = [
      { Code__c: 'same', Name: 'First' },
      { Code__c: 'same', Name: 'Second' },
    ];
    const repeated = { success: false, errors: [{ statusCode: 'DUPLICATE_VALUE' }] };
    expect(await widget().upsert(twice, 'Code__c')).toMatchObject([repeated, repeated]);
  });

  test('in bulk creates and changes', async () => {
    await widget().create({ Code__c: 'bulk0', Name: 'Before' });
    const results = await connection.bulk2.loadAndWaitForResults({
      object: 'Widget__c',
      operation: 'upsert',
      externalIdFieldName: 'Code__c',
      input: coded(3, 'bulk'),
      pollInterval: 20,
      pollTimeout: 10_000,
    });
    expect(results.failedResults).toStrictEqual([]);
    expect(results.successfulResults.map(({ sf__Created }) => sf__Created)).toEqual([
      'false',
      'true',
      'true',
    ]);
    expect(await widgets.query("SELECT Name FROM Widget__c WHERE Code__c = 'bulk0'")).toMatchObject([
      { Name: 'bulk0' },
    ]);
  });
});

describe('bulk2', () => {
  const load = async (
    operation: 'insert' | 'update' | 'delete',
    input: Record<string, string>[],
  ): ReturnType<typeof connection.bulk2.loadAndWaitForResults> =>
    connection.bulk2.loadAndWaitForResults({
      object: 'Widget__c',
      operation,
      input,
      pollInterval: 20,
      pollTimeout: 10_000,
    });

  test('inserts, updates and deletes, each row with its result', async () => {
    const inserted = await load('insert', [
      { Name: 'In 1', Price__c: '1' },
      { Name: 'In 2', Price__c: '-2' },
    ]);
    expect(inserted.successfulResults).toMatchObject([{ sf__Created: 'true', Name: 'In 1' }]);
    expect(inserted.failedResults).toMatchObject([
      { Name: 'In 2', sf__Error: expect.stringContaining('FIELD_CUSTOM_VALIDATION_EXCEPTION') as string },
    ]);
    expect(inserted.unprocessedRecords).toStrictEqual([]);
    const Id = inserted.successfulResults[0]?.sf__Id ?? '';
    expect((await load('update', [{ Id, Stock__c: '8' }])).successfulResults).toMatchObject([
      { sf__Id: Id, sf__Created: 'false' },
    ]);
    expect(await connection.sobject('Widget__c').retrieve(Id)).toMatchObject({ Stock__c: 8 });
    expect((await load('delete', [{ Id }])).successfulResults).toHaveLength(1);
    expect((await load('delete', [{ Id }])).failedResults).toMatchObject([
      { sf__Error: expect.stringContaining('ENTITY_IS_DELETED') as string },
    ]);
  });

  // The columns of jsforce/jsforce test/data/Account_bulk2_test.csv, which its test/bulk2.test.ts inserts twice into a real org.
  test('inserts a file of every column of an account, named in capitals, again and again', async () => {
    const columns =
      'NAME,TYPE,PARENTID,BILLINGSTREET,BILLINGCITY,BILLINGSTATE,BILLINGPOSTALCODE,BILLINGCOUNTRY,SHIPPINGSTREET,SHIPPINGCITY,' +
      'SHIPPINGSTATE,SHIPPINGPOSTALCODE,SHIPPINGCOUNTRY,PHONE,FAX,ACCOUNTNUMBER,WEBSITE,SIC,INDUSTRY,ANNUALREVENUE,' +
      'NUMBEROFEMPLOYEES,OWNERSHIP,TICKERSYMBOL,DESCRIPTION,RATING,SITE,JIGSAW,JIGSAWCOMPANYID,ACCOUNTSOURCE,SICDESC';
    const row = (n: number): string =>
      `Of a file ${n},Customer - Channel,,"Street ${n}\nsecond line",Gent,,9000,Belgium,,,,,,02 000 00 0${n % 10},,A${n},www.example.com,3712,Energy,` +
      `${n}00,${n},Public,TICK,"Says ""${n}"", and more",Hot,Warehouse,,,Web,`;
    const file = join(widgets.folder, 'accounts.csv');
    writeFileSync(file, [columns, ...Array.from({ length: 100 }, (_, n) => row(n)), ''].join('\n'));
    for (const held of [100, 200]) {
      const { successfulResults, failedResults, unprocessedRecords } =
        await connection.bulk2.loadAndWaitForResults({
          object: 'Account',
          operation: 'insert',
          lineEnding: 'LF',
          input: createReadStream(file),
          pollInterval: 20,
        });
      expect(failedResults).toStrictEqual([]);
      expect(unprocessedRecords).toStrictEqual([]);
      expect(new Set(successfulResults.map(({ sf__Created }) => sf__Created))).toEqual(new Set(['true']));
      expect(
        await connection.query("SELECT COUNT() FROM Account WHERE Name LIKE 'Of a file %'"),
      ).toMatchObject({
        totalSize: held,
      });
    }
    expect(
      await widgets.query(
        "SELECT BillingStreet, Description, JigsawCompanyId FROM Account WHERE Name = 'Of a file 7' LIMIT 1",
      ),
    ).toMatchObject([
      { BillingStreet: 'Street 7\nsecond line', Description: 'Says "7", and more', JigsawCompanyId: null },
    ]);
  });

  // jsforce/jsforce test/bulk2.test.ts, "should bulk upsert from CSV file using backquote as a delimiter".
  test('upserts by Id a file without that column: every row is new', async () => {
    const file = join(widgets.folder, 'backquote.csv');
    const rows = Array.from(
      { length: 10 },
      (_, n) => `Backquote ${n}\`Account\`415-555-000${n}\`http://example.com\`${n}000`,
    );
    writeFileSync(file, ['NAME`TYPE`PHONE`WEBSITE`ANNUALREVENUE', ...rows, ''].join('\n'));
    const { successfulResults, failedResults } = await connection.bulk2.loadAndWaitForResults({
      object: 'Account',
      operation: 'upsert',
      columnDelimiter: 'BACKQUOTE',
      externalIdFieldName: 'Id',
      lineEnding: 'LF',
      input: createReadStream(file),
      pollInterval: 20,
    });
    expect(failedResults).toStrictEqual([]);
    expect(successfulResults.map(({ sf__Created }) => sf__Created)).toEqual(Array(10).fill('true'));
    expect(
      await connection.query(
        "SELECT COUNT() FROM Account WHERE Name LIKE 'Backquote %' AND AnnualRevenue >= 5000",
      ),
    ).toMatchObject({ totalSize: 5 });
  });

  test('queries with queryAll what is deleted too', async () => {
    async function names(operation: { scanAll?: boolean }): Promise<readonly unknown[]> {
      const soql = "SELECT Name FROM Widget__c WHERE Name = 'In 1'";
      return (await connection.bulk2.query(soql, { ...operation, pollInterval: 20 })).toArray();
    }
    expect(await names({})).toStrictEqual([]);
    expect(await names({ scanAll: true })).toEqual([{ Name: 'In 1' }]);
  });
});

describe('reading', () => {
  beforeAll(async () => {
    await connection.sobject('Widget__c').create(coded(450, 'page'), { allowRecursive: true });
  });

  const soql = "SELECT Code__c FROM Widget__c WHERE Code__c LIKE 'page%' ORDER BY Code__c";
  const headers = { 'Sforce-Query-Options': 'batchSize=200' };

  test('streams every row once, over all pages', async () => {
    const rows: string[] = [];
    const query = connection.query<{ Code__c: string }>(soql, { headers });
    await new Promise((end, fail) => {
      query
        .on('record', ({ Code__c }: { readonly Code__c: string }) => rows.push(Code__c))
        .on('end', end)
        .on('error', fail);
      void query.run({ autoFetch: true, maxFetch: 10_000 });
    });
    expect(rows).toHaveLength(450);
    expect(new Set(rows).size).toBe(450);
    expect(rows).toEqual([...rows].sort());
  });

  test('keeps the rows of a query that has begun while records change', async () => {
    const first = await connection.query<{ Code__c: string }>(soql, { headers, autoFetch: false });
    expect(first).toMatchObject({ done: false, totalSize: 450 });
    await connection.sobject('Widget__c').create({ Name: 'page', Code__c: 'page000' });
    const codes = first.records.map(({ Code__c }) => Code__c);
    for (let page = first; !page.done;) {
      page = await connection.queryMore(page.nextRecordsUrl ?? '');
      codes.push(...page.records.map(({ Code__c }) => Code__c));
    }
    expect(codes).not.toContain('page000');
    expect(new Set(codes).size).toBe(450);
  });

  test('tells what was updated, deleted and viewed', async () => {
    const sobject = connection.sobject('Widget__c');
    const { id = '' } = await sobject.create({ Name: 'Gone' });
    await sobject.destroy(id);
    const [from, to] = [-5, 5].map((minutes) => new Date(Date.now() + minutes * 60_000));
    if (!from || !to) throw new Error('no span');
    expect((await sobject.updated(from, to)).ids.length).toBeGreaterThan(450);
    expect((await sobject.deleted(from, to)).deletedRecords).toContainEqual(expect.objectContaining({ id }));
    await connection.query("SELECT Id FROM Widget__c WHERE Code__c = 'page7' FOR VIEW");
    expect(await connection.recent()).toMatchObject([{ Name: 'page7' }]);
    expect(await sobject.recent()).toMatchObject([{ Name: 'page7' }]);
  });

  test('rejects with the code of the org', async () => {
    await expect(connection.query('SELECT Nope__c FROM Widget__c')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    });
    await expect(connection.describe('Nowhere__c')).rejects.toMatchObject({ errorCode: 'NOT_FOUND' });
    const bulk = connection.bulk2.query('SELECT Nope__c FROM Widget__c', { pollInterval: 20 });
    await expect(bulk).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' });
  });
});
