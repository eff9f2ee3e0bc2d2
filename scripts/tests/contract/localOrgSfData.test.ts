import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SfCommand } from '../../connect360/sf.ts';
import { forThisFile } from '../kit/ending.ts';
import { login, sfIn, startWidgetOrg, WIDGET_PROJECT } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);
let sf: SfCommand;

const asAdmin = ['--target-org', 'admin'];

beforeAll(async () => {
  sf = sfIn(join(widgets.folder, 'home'), WIDGET_PROJECT);
  expect(await login(sf, widgets)).toMatchObject({ code: 0 });
});

describe('sf data', () => {
  test('creates, reads, changes and deletes a record', async () => {
    const record = ['-s', 'Widget__c', ...asAdmin];
    const created = await sf([
      'data',
      'create',
      'record',
      ...record,
      '-v',
      "Name='First' Stock__c=12 Price__c=1000.5 Active__c=true",
    ]);
    expect(created).toMatchObject({ code: 0, json: { result: { success: true } } });
    const { id } = created.json?.result as { id: string };
    const changed = await sf(['data', 'update', 'record', ...record, '-i', id, '-v', "Kind__c='square'"]);
    expect(changed).toMatchObject({ code: 0 });
    const read = await sf(['data', 'get', 'record', ...record, '-w', "Name='First'"]);
    expect(read).toMatchObject({
      code: 0,
      json: { result: { Id: id, Stock__c: 12, Price__c: 1000.5, Active__c: true, Kind__c: 'square' } },
    });
    const removed = await sf(['data', 'delete', 'record', ...record, '-i', id]);
    expect(removed).toMatchObject({ code: 0 });
    expect(await widgets.query("SELECT Id FROM Widget__c WHERE Name = 'First'")).toStrictEqual([]);
  });

  test('says what the org says when a write is refused', async () => {
    const create = ['data', 'create', 'record', '-s', 'Widget__c', ...asAdmin, '-v'];
    const nobody = ['-s', 'Widget__c', '-i', 'a00000000000000AAA', ...asAdmin];
    const [price, kind, read, changed, removed] = await Promise.all([
      sf([...create, "Name='Bad' Price__c=-1"]),
      sf([...create, "Name='Bad' Kind__c='oval'"]),
      sf(['data', 'get', 'record', '-s', 'Widget__c', '-w', "Name='Nobody'", ...asAdmin]),
      sf(['data', 'update', 'record', ...nobody, '-v', "Name='Nobody'"]),
      sf(['data', 'delete', 'record', ...nobody]),
    ]);
    expect(read).toMatchObject({ code: 1, json: { name: 'DataRecordGetNoRecord' } });
    expect(changed).toMatchObject({ code: 1, json: { name: 'INVALID_CROSS_REFERENCE_KEY' } });
    expect(removed).toMatchObject({ code: 1, json: { name: 'INVALID_CROSS_REFERENCE_KEY' } });
    expect(price).toMatchObject({
      code: 1,
      json: { name: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', message: "A price can't be negative." },
    });
    expect(kind).toMatchObject({ code: 1, json: { name: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' } });
  });

  test('imports a tree, queries it with parents, exports it again', async () => {
    const file = join(widgets.folder, 'accounts.json');
    const widget = { attributes: { type: 'Widget__c', referenceId: 'w1' }, Name: 'Part', Code__c: 'P1' };
    const account = {
      attributes: { type: 'Account', referenceId: 'a1' },
      Name: 'Whole',
      Widgets__r: { records: [widget] },
    };
    writeFileSync(file, JSON.stringify({ records: [account] }));
    const imported = await sf(['data', 'import', 'tree', '--files', file, ...asAdmin]);
    expect(imported).toMatchObject({ code: 0, json: { result: [{ refId: 'a1' }, { refId: 'w1' }] } });
    const queried = await sf([
      'data',
      'query',
      '-q',
      "SELECT Name, Account__r.Name FROM Widget__c WHERE Code__c = 'P1'",
      ...asAdmin,
    ]);
    expect(queried).toMatchObject({
      code: 0,
      json: { result: { records: [{ Name: 'Part', Account__r: { Name: 'Whole' } }] } },
    });
    const out = join(widgets.folder, 'exported');
    mkdirSync(out);
    const tree = "SELECT Id, Name, (SELECT Name, Code__c FROM Widgets__r) FROM Account WHERE Name = 'Whole'";
    const exported = await sf(['data', 'export', 'tree', '-q', tree, '--output-dir', out, ...asAdmin]);
    expect(exported.code).toBe(0);
    const text = readdirSync(out)
      .map((name) => readFileSync(join(out, name), 'utf8'))
      .join('\n');
    expect(text).toContain('"Whole"');
    expect(text).toContain('"P1"');
  });

  test('says which record of a tree was refused, and what is wrong with the query of an export', async () => {
    const file = join(widgets.folder, 'refused.json');
    const attributes = { type: 'Widget__c', referenceId: 'w1' };
    writeFileSync(file, JSON.stringify({ records: [{ attributes, Name: 'Part', Price__c: -1 }] }));
    const [imported, exported] = await Promise.all([
      sf(['data', 'import', 'tree', '--files', file, ...asAdmin]),
      sf(['data', 'export', 'tree', '-q', 'SELECT Nmae FROM Account', ...asAdmin]),
    ]);
    expect(imported).toMatchObject({
      code: 1,
      json: { data: [{ referenceId: 'w1', StatusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
    });
    expect(exported).toMatchObject({ code: 1, json: { name: 'INVALID_FIELD' } });
  });

  test('a wrong query fails with the text and place of Salesforce', async () => {
    const failed = await sf(['data', 'query', '-q', 'SELECT Nmae FROM Account', ...asAdmin]);
    expect(failed).toMatchObject({ code: 1, json: { name: 'INVALID_FIELD' } });
    expect(failed.json?.message).toContain("No such column 'Nmae' on entity 'Account'");
    expect(failed.json?.message).toContain('ERROR at Row:1:Column:8');
  });

  test('upserts and deletes in bulk and tells which rows failed', async () => {
    const csv = join(widgets.folder, 'bulk.csv');
    writeFileSync(csv, 'Code__c,Name,Price__c\nB1,One,1\nB2,"Two, ""quoted""\nand broken",2\n');
    const bulk = ['-s', 'Widget__c', '--wait', '2', ...asAdmin];
    const done = await sf(['data', 'upsert', 'bulk', ...bulk, '-i', 'Code__c', '-f', csv]);
    expect(done).toMatchObject({
      code: 0,
      json: { result: { jobInfo: { numberRecordsProcessed: 2, numberRecordsFailed: 0 } } },
    });
    writeFileSync(csv, 'Code__c,Name,Price__c\nB1,One,1\nB3,Three,-3\n');
    const failed = await sf(['data', 'upsert', 'bulk', ...bulk, '-i', 'Code__c', '-f', csv]);
    expect(failed.code).toBe(1);
    expect(
      await widgets.query("SELECT Code__c, Name FROM Widget__c WHERE Code__c LIKE 'B%' ORDER BY Code__c"),
    ).toMatchObject([
      { Code__c: 'B1', Name: 'One' },
      { Code__c: 'B2', Name: 'Two, "quoted"\nand broken' },
    ]);
  });
});

describe('sf data in bulk', () => {
  const bulk = (command: string, ...args: readonly string[]): ReturnType<SfCommand> =>
    sf(['data', command, 'bulk', '-s', 'Widget__c', '--wait', '2', ...args, ...asAdmin]);

  function csvFile(name: string, ...lines: readonly string[]): string {
    const file = join(widgets.folder, name);
    writeFileSync(file, `${lines.join('\n')}\n`);
    return file;
  }

  const idsOf = async (batch: string): Promise<readonly string[]> =>
    (await widgets.query(`SELECT Id FROM Widget__c WHERE Batch__c = '${batch}' ORDER BY Name`)).map(
      ({ Id }) => String(Id),
    );

  test('imports, gives the results and the state of the job, and exports', async () => {
    const good = await bulk('import', '-f', csvFile('good.csv', 'Name,Batch__c', 'One,in', 'Two,in'));
    expect(good).toMatchObject({ code: 0, json: { result: { successfulRecords: 2, failedRecords: 0 } } });
    const { jobId } = good.json?.result as { readonly jobId: string };
    // The results land in the folder that the command runs in.
    const here = sfIn(join(widgets.folder, 'home'), widgets.folder);
    const output = join(widgets.folder, 'out.csv');
    const query = "SELECT Name, Account__r.Name FROM Widget__c WHERE Batch__c = 'in' ORDER BY Name";
    const [results, state, exported] = await Promise.all([
      here(['data', 'bulk', 'results', '--job-id', jobId, ...asAdmin]),
      sf(['data', 'resume', '--job-id', jobId, ...asAdmin]),
      here([
        ...['data', 'export', 'bulk', '-q', query, '--output-file', output, '--result-format', 'csv'],
        ...['--wait', '2', ...asAdmin],
      ]),
    ]);
    expect(results).toMatchObject({ code: 0, json: { result: { processedRecords: 2, failedRecords: 0 } } });
    expect(readFileSync(join(widgets.folder, `${jobId}-success-records.csv`), 'utf8')).toContain(
      '"true","One","in"',
    );
    expect(state).toMatchObject({
      code: 0,
      json: { result: { id: jobId, state: 'JobComplete', numberRecordsProcessed: '2' } },
    });
    expect(exported).toMatchObject({ code: 0, json: { result: { totalSize: 2 } } });
    expect(readFileSync(output, 'utf8')).toBe('"Name","Account__r.Name"\n"One",""\n"Two",""\n');
  });

  test('updates and deletes', async () => {
    const records = ['a', 'b'].map((Name) => ({
      attributes: { type: 'Widget__c' },
      Name,
      Batch__c: 'change',
    }));
    await widgets.call('POST', '/composite/sobjects', { records });
    const ids = await idsOf('change');
    const update = csvFile('update.csv', 'Id,Stock__c', ...ids.map((id) => `${id},7`));
    expect(await bulk('update', '-f', update)).toMatchObject({
      code: 0,
      json: { result: { successfulRecords: 2 } },
    });
    expect(
      await widgets.query("SELECT Id FROM Widget__c WHERE Batch__c = 'change' AND Stock__c = 7"),
    ).toHaveLength(2);
    const remove = csvFile('delete.csv', 'Id', ...ids);
    expect(await bulk('delete', '-f', remove)).toMatchObject({
      code: 0,
      json: { result: { jobInfo: { numberRecordsProcessed: 2, numberRecordsFailed: 0 } } },
    });
    expect(await idsOf('change')).toStrictEqual([]);
    expect(await bulk('delete', '-f', remove)).toMatchObject({
      code: 1,
      json: { name: 'FailedRecordDetailsError' },
    });
  });

  test('fails with the reason', async () => {
    const refused = csvFile('refused.csv', 'Name,Price__c,Batch__c', 'One,1,part', 'Two,-2,part');
    const column = csvFile('column.csv', 'Id,Nope__c', 'a00000000000000AAA,1');
    const ids = csvFile('ids.csv', 'Id', 'a00000000000000AAA');
    const unknown = ['--job-id', '750000000000000AAA', ...asAdmin];
    const query = ['-q', 'SELECT Nmae FROM Widget__c', '--output-file', join(widgets.folder, 'no.csv')];
    const [rows, header, hard, results, state, exported] = await Promise.all([
      bulk('import', '-f', refused),
      bulk('update', '-f', column),
      bulk('delete', '--hard-delete', '-f', ids),
      sf(['data', 'bulk', 'results', ...unknown]),
      sf(['data', 'resume', ...unknown]),
      sf(['data', 'export', 'bulk', ...query, '--result-format', 'csv', ...asAdmin]),
    ]);
    expect(rows).toMatchObject({ code: 1, json: { name: 'FailedRecordDetailsError' } });
    expect(await idsOf('part')).toHaveLength(1);
    expect(header).toMatchObject({ code: 1, json: { name: 'JobFailedError' } });
    expect(header.json?.message).toContain('InvalidBatch : Field name not found : Nope__c');
    expect(hard).toMatchObject({ code: 1, json: { name: 'HardDeletePermissionError' } });
    expect(results).toMatchObject({ code: 1, json: { name: 'InvalidIdError' } });
    expect(state).toMatchObject({ code: 1, json: { name: 'InvalidJob' } });
    expect(exported).toMatchObject({ code: 1, json: { name: 'INVALID_FIELD' } });
  });
});
