import { forThisFile } from '../kit/ending.ts';
import { jobsOf, type Jobs } from '../kit/widgetJobs.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);
let account: string;

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

beforeAll(async () => {
  account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
});

describe('Bulk API 2.0', () => {
  const finished: Jobs['finished'] = (path) => jobsOf(call).finished(path);
  const ingest: Jobs['ingest'] = (...args) => jobsOf(call).ingest(...args);
  const insert = { object: 'Widget__c', operation: 'insert' };

  test('takes any delimiter and line ending, and refuses the wrong one', async () => {
    const csv = 'Name;Notes__c\r\n"semi; colon";"two\r\nlines"\r\n';
    const format = { columnDelimiter: 'SEMICOLON', lineEnding: 'CRLF' };
    const good = await ingest({ ...insert, ...format }, csv);
    expect(good.job).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 1,
      numberRecordsFailed: 0,
    });
    expect(await widgets.query("SELECT Notes__c FROM Widget__c WHERE Name = 'semi; colon'")).toMatchObject([
      { Notes__c: 'two\r\nlines' },
    ]);
    const bad = await ingest({ ...insert, columnDelimiter: 'SEMICOLON' }, csv);
    expect(bad.job).toMatchObject({
      state: 'Failed',
      errorMessage: 'ClientInputError : LineEnding is invalid on user data. Current LineEnding setting is LF',
    });
  });

  test('fails a job with a column that is no field', async () => {
    const { job } = await ingest(insert, 'Name,Nope__c\nx,y\n');
    expect(job).toMatchObject({
      state: 'Failed',
      errorMessage: 'InvalidBatch : Field name not found : Nope__c',
    });
  });

  test('clears with #N/A, leaves alone with an empty cell, finds parents by their key', async () => {
    await call('POST', '/sobjects/Widget__c', { Name: 'Cell', Code__c: 'cell', Stock__c: 5, Price__c: 6 });
    const csv = 'Code__c,Stock__c,Price__c,Account__r.Key__c\ncell,#N/A,,H1\nother,1,1,none\n';
    const { path, job } = await ingest(
      { object: 'Widget__c', operation: 'upsert', externalIdFieldName: 'Code__c' },
      csv,
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 2, numberRecordsFailed: 1 });
    expect(
      await widgets.query("SELECT Stock__c, Price__c, Account__c FROM Widget__c WHERE Code__c = 'cell'"),
    ).toMatchObject([{ Stock__c: null, Price__c: 6, Account__c: account }]);
    // Bulk API 2.0 guide, "Get Job Successful Record Results": the data of the row "that was provided in the original job data upload".
    const success = await call('GET', `${path}/successfulResults`);
    expect(success.body).toMatch(
      /^"sf__Id","sf__Created","Code__c","Stock__c","Price__c","Account__r.Key__c"\n"\w{18}","false","cell","#N\/A","","H1"\n$/,
    );
    const failed = await call('GET', `${path}/failedResults`);
    expect(failed.body).toMatch(/\n"","\w+:.+--","other","1","1","none"\n$/);
    expect((await call('GET', `${path}/unprocessedrecords`)).body).toBe(
      '"Code__c","Stock__c","Price__c","Account__r.Key__c"\n',
    );
  });

  test('takes an upload again that was cut, and nothing of the first', async () => {
    const path = `/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', insert))}`;
    const csv = `Name,Batch__c\n${'cut,cut\n'.repeat(100)}`;
    await call('POST', '/__local/faults', { rules: [{ method: 'PUT', times: 1, fault: { reset: 200 } }] });
    await expect(call('PUT', `${path}/batches`, csv)).rejects.toThrow('fetch failed');
    expect((await call('PUT', `${path}/batches`, csv)).status).toBe(201);
    await call('PATCH', path, { state: 'UploadComplete' });
    expect(await finished(path)).toMatchObject({ numberRecordsProcessed: 100, numberRecordsFailed: 0 });
  });

  // amp-labs/connectors, providers/salesforce/test/bulk/info/partial-failure.csv: columns count from 0.
  test('tells the column of a value that can not be read', async () => {
    const { path } = await ingest(insert, 'Name,Code__c,Stock__c,Built_On__c\nx,unread,1,2003-04-98\n');
    expect((await call('GET', `${path}/failedResults`)).body).toContain(
      `"","INVALID_FIELD:Failed to deserialize field at col 3. Due to, '2003-04-98' is not a valid value for the type xsd:date:Built_On__c --","x"`,
    );
  });

  // https://help.salesforce.com/s/articleView?id=000384876
  test('fails rows of one id in the same 200, not in different ones', async () => {
    const first = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'Twice', Code__c: 'twice' }));
    const others = await Promise.all(
      Array.from({ length: 2 }, (_, index) => call('POST', '/sobjects/Widget__c', { Name: `O${index}` })),
    );
    const [one = '', two = ''] = others.map(idOf);
    const update = { object: 'Widget__c', operation: 'update' };
    const { path, job } = await ingest(
      update,
      `Id,Stock__c\n${first},1\n${one},1\n${first.slice(0, 15)},2\n`,
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 2 });
    expect((await call('GET', `${path}/failedResults`)).body).toContain(
      `DUPLICATE_VALUE:Duplicate id specified: ${first}`,
    );
    const filler = Array.from({ length: 199 }, () => 'a00000000000000AAA,1');
    const apart = await ingest(update, `Id,Stock__c\n${two},1\n${filler.join('\n')}\n${two},2\n`);
    expect(apart.job).toMatchObject({ numberRecordsProcessed: 201, numberRecordsFailed: 199 });
    expect(await widgets.query(`SELECT Stock__c FROM Widget__c WHERE Id = '${two}'`)).toMatchObject([
      { Stock__c: 2 },
    ]);
  });

  test('locks rows of the job that the faulted request started', async () => {
    const path = `/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', insert))}`;
    await call('PUT', `${path}/batches`, `Name\n${'locked\n'.repeat(10)}`);
    const fault = { lock: { object: 'Widget__c', share: 1 } };
    await call('POST', '/__local/faults', { rules: [{ method: 'PATCH', times: 1, fault }] });
    await call('PATCH', path, { state: 'UploadComplete' });
    expect(await finished(path)).toMatchObject({ numberRecordsProcessed: 10, numberRecordsFailed: 10 });
    expect((await call('GET', `${path}/failedResults`)).body).toContain('UNABLE_TO_LOCK_ROW');
  });

  // Bulk API 2.0 Developer Guide, Bulk Insert with a Multipart Request.
  test('takes a job and its data in one request', async () => {
    async function multipart(data: string): Promise<Answer> {
      const form = new FormData();
      form.set('job', new Blob([JSON.stringify(insert)], { type: 'application/json' }));
      form.set('content', new Blob([data], { type: 'text/csv' }), 'content');
      const response = await fetch(`${widgets.server.url}/services/data/v66.0/jobs/ingest`, {
        method: 'POST',
        headers: { authorization: `Bearer ${widgets.server.ready.accessToken}` },
        body: form,
      });
      return { status: response.status, headers: response.headers, body: await response.json() };
    }
    const created = await multipart('Name,Batch__c\nAstro,parts\nHootie,parts\n');
    expect(created).toMatchObject({ status: 200, body: { state: 'UploadComplete' } });
    const job = await finished(`/jobs/ingest/${idOf(created)}`);
    expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 2, numberRecordsFailed: 0 });
    expect(await multipart(`Name\n${'x'.repeat(100_000)}\n`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOB' }],
    });
    // https://github.com/restforce/restforce/issues/905
    expect(await call('PATCH', `/jobs/ingest/${idOf(created)}`, { state: 'Aborted' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' }],
    });
    // StevenMMortimer/salesforcer, a comment on closing jobs of Bulk 2.0.
    expect(await call('PATCH', `/jobs/ingest/${idOf(created)}`, { state: 'UploadComplete' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Closing already Completed Job not allowed' }],
    });
  });

  // Bulk API Developer Guide, Errors.
  test('refuses the first Bulk API in its own form', async () => {
    async function first(path: string, session = widgets.server.ready.accessToken): Promise<unknown> {
      const response = await fetch(`${widgets.server.url}/services/async/66.0${path}`, {
        headers: { 'x-sfdc-session': session },
      });
      return [response.status, /<exceptionCode>(\w+)</.exec(await response.text())?.[1]];
    }
    expect(await first('/job/750000000000000')).toEqual([400, 'InvalidJob']);
    expect(await first('/job/750000000000000/batch')).toEqual([400, 'FeatureNotEnabled']);
    expect(await first('/job/750000000000000', 'none')).toEqual([400, 'InvalidSessionId']);
  });

  test('refuses what the state of a job forbids, aborts and deletes', async () => {
    const path = `/jobs/ingest/${idOf(await call('POST', '/jobs/ingest', insert))}`;
    expect(await call('GET', `${path}/failedResults`)).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE' }],
    });
    expect((await call('PATCH', path, { state: 'Aborted' })).body).toMatchObject({ state: 'Aborted' });
    const again = async (state: string): Promise<unknown> => (await call('PATCH', path, { state })).body;
    expect(await again('UploadComplete')).toMatchObject([
      { errorCode: 'INVALIDJOBSTATE', message: 'Closing already Aborted Job not allowed' },
    ]);
    expect(await again('Paused')).toMatchObject([{ errorCode: 'API_ERROR' }]);
    expect((await call('DELETE', path)).status).toBe(204);
    expect((await call('GET', path)).status).toBe(404);
    expect(await call('POST', '/jobs/ingest', { ...insert, operation: 'hardDelete' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'FEATURENOTENABLED' }],
    });
  });

  test.each([
    'SELECT COUNT(Id) FROM Widget__c',
    'SELECT Id, (SELECT Id FROM Widgets__r) FROM Account',
    'SELECT Id FROM Widget__c LIMIT 1 OFFSET 1',
    'SELECT Id, billingaddress FROM Account',
    'SELECT Id, Account__r.ShippingAddress FROM Widget__c',
    'SELECT Id, Account__r.Owner.Address FROM Widget__c',
  ])('has no form for %s', async (query) => {
    const answer = await call('POST', '/jobs/query', { operation: 'query', query });
    expect(answer).toMatchObject({ status: 400, body: [{ errorCode: 'FUNCTIONALITY_NOT_ENABLED' }] });
  });

  test('pages the rows of a query, each page with its header', async () => {
    const csv = `Name,Batch__c\n${Array.from({ length: 250 }, (_, index) => `page ${index},pages`).join('\n')}\n`;
    await ingest(insert, csv);
    const query = "SELECT Name, Account__r.Name FROM Widget__c WHERE Batch__c = 'pages'";
    const path = `/jobs/query/${idOf(await call('POST', '/jobs/query', { operation: 'query', query }))}`;
    expect(await finished(path)).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 250 });
    const lines: string[] = [];
    let locator: string | null = '';
    while (locator !== 'null') {
      const page: Answer = await call(
        'GET',
        `${path}/results?maxRecords=100${locator ? `&locator=${locator}` : ''}`,
      );
      const [header, ...rows] = (page.body as string).trimEnd().split('\n');
      expect(header).toBe('"Name","Account__r.Name"');
      expect(page.headers.get('sforce-numberofrecords')).toBe(String(rows.length));
      lines.push(...rows);
      locator = page.headers.get('sforce-locator');
    }
    expect(new Set(lines).size).toBe(250);
    // Bulk API 2.0 Developer Guide, Abort a Query Job.
    expect(await call('PATCH', path, { state: 'Aborted' })).toMatchObject({
      status: 400,
      body: [{ errorCode: 'INVALIDJOBSTATE', message: 'Aborting already Completed Job not allowed' }],
    });
  });
});
