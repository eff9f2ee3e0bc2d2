import { forThisFile } from '../kit/ending.ts';
import { jobsOf } from '../kit/widgetJobs.ts';
import type { WidgetOrg } from '../kit/widgetOrg.ts';
import { startWithUser } from '../kit/widgetUser.ts';

const widgets = forThisFile(startWithUser);

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const errorCode = (body: unknown): unknown =>
  (body as readonly { readonly errorCode: string }[])[0]?.errorCode;

const DAYS_OUTSIDE = ['0001-01-01', '1699-12-31', '4001-01-01'];

describe('dates outside the years 1700 to 4000 are refused', () => {
  test.each(DAYS_OUTSIDE)('%s by REST, tree, collections, SOQL and Bulk', async (day) => {
    const record = { Name: 'x', Built_On__c: day };
    const single = await call('POST', '/sobjects/Widget__c', record);
    expect([single.status, errorCode(single.body)]).toEqual([400, 'JSON_PARSER_ERROR']);
    const attributes = { type: 'Widget__c', referenceId: 'one' };
    const records = [{ attributes, ...record }];
    for (const path of ['/composite/sobjects', '/composite/tree/Widget__c'])
      expect((await call('POST', path, { records })).status).toBe(400);
    const soql = `SELECT Id FROM Widget__c WHERE Built_On__c = ${day}`;
    expect((await call('GET', `/query?q=${encodeURIComponent(soql)}`)).status).toBe(400);
    const { job } = await jobsOf(call).ingest(
      { object: 'Widget__c', operation: 'insert' },
      `Name,Built_On__c\nx,${day}\n`,
    );
    expect(job).toMatchObject({ numberRecordsProcessed: 1, numberRecordsFailed: 1 });
  });
});

test('a Bulk query of an address is refused', async () => {
  const { status, body } = await call('POST', '/jobs/query', {
    operation: 'query',
    query: 'SELECT Id, BillingAddress FROM Account',
  });
  expect([status, body]).toEqual([
    400,
    [
      {
        errorCode: 'FUNCTIONALITY_NOT_ENABLED',
        message: 'Selecting compound data not supported in Bulk Query',
      },
    ],
  ]);
});

test('a Bulk upsert by Id without a column of ids inserts', async () => {
  const { job } = await jobsOf(call).ingest(
    { object: 'Widget__c', operation: 'upsert', externalIdFieldName: 'Id' },
    'Name\nwithout an id\n',
  );
  expect(job).toMatchObject({ state: 'JobComplete', numberRecordsProcessed: 1, numberRecordsFailed: 0 });
  expect(await widgets.query("SELECT Id FROM Widget__c WHERE Name = 'without an id'")).toHaveLength(1);
});

/** The words are those of forcedotcom/wsc, com.sforce.async.CSVReader. */
test.each([
  ['a"b"c', 'Found unescaped quote. A value with quote should be within a quote'],
  ['"a"b', 'Not expecting more text after end quote'],
  ['"a', 'EOF reached before closing an opened quote'],
])('a CSV with the cell %s fails its job', async (cell, words) => {
  const { job } = await jobsOf(call).ingest({ object: 'Widget__c', operation: 'insert' }, `Name\n${cell}\n`);
  expect(job).toMatchObject({ state: 'Failed', errorMessage: `InvalidBatch : ${words}` });
});

test('a thousand ORed conditions of a Bulk query are answered', async () => {
  const conditions = Array.from({ length: 1_000 }, (_, n) => `Stock__c = ${n}`).join(' OR ');
  const { status } = await call('POST', '/jobs/query', {
    operation: 'query',
    query: `SELECT Id FROM Widget__c WHERE ${conditions}`,
  });
  expect(status).toBe(200);
});

test('the session of a user ends when the user is deactivated', async () => {
  const own = widgets.asUser;
  const [user] = await widgets.query("SELECT Id FROM User WHERE LastName = 'Reader'");
  expect((await call('GET', '/sobjects', undefined, own)).status).toBe(200);
  await call('PATCH', `/sobjects/User/${String(user?.Id)}`, { IsActive: false });
  const { status, body } = await call('GET', '/sobjects', undefined, own);
  expect([status, errorCode(body)]).toEqual([401, 'INVALID_SESSION_ID']);
});

test('an identity is that of an org', async () => {
  const { orgId, admin } = widgets.org;
  const { body } = await call('GET', `/services/oauth2/userinfo`);
  expect(body).toMatchObject({
    sub: `https://login.salesforce.com/id/${orgId}/${admin.userId}`,
    photos: {
      picture: expect.stringContaining('/F') as string,
      thumbnail: expect.stringContaining('/T') as string,
    },
  });
});
