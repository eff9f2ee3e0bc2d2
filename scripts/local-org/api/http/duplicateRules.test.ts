import { type LocalOrgServer, startServer } from '../../server.ts';
import { type TestOrg, openTestOrg } from '../../testOrg.ts';

let test_: TestOrg;
let server: LocalOrgServer;

beforeAll(async () => {
  test_ = openTestOrg(undefined, {
    duplicateRules: [
      { object: 'Account', fields: ['PersonEmail'], action: 'alert' },
      { object: 'Account', fields: ['Phone', 'LastName'], action: 'block' },
    ],
  });
  server = await startServer({ org: test_.org });
  test_.insert('Account', { LastName: 'First', PersonEmail: 'a@example.com', Phone: '1' });
});
afterAll(async () => {
  await server.close();
  test_.org.close();
});

const ALLOW = { 'sforce-duplicate-rule-header': 'allowSave=true; includeRecordDetails=true' };

async function call(
  method: string,
  path: string,
  body: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<{ readonly status: number; readonly body: unknown }> {
  const csv = typeof body === 'string';
  const response = await fetch(`${server.url}/services/data/${path}`, {
    method,
    headers: {
      authorization: `Bearer ${server.ready.accessToken}`,
      'content-type': csv ? 'text/csv' : 'application/json',
      ...headers,
    },
    ...(method === 'GET' ? {} : { body: csv ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return {
    status: response.status,
    body: text.startsWith('{') || text.startsWith('[') ? JSON.parse(text) : text,
  };
}

const account = (values: object, headers?: Readonly<Record<string, string>>, version = 'v66.0') =>
  call('POST', `${version}/sobjects/Account`, { LastName: 'Second', ...values }, headers);

test('an alert refuses a duplicate unless the header allows it, from version 52.0 on', async () => {
  // restforce/restforce issue 347.
  expect(await account({ PersonEmail: 'A@example.com' })).toEqual({
    status: 400,
    body: [
      {
        errorCode: 'DUPLICATES_DETECTED',
        message: "You're creating a duplicate record. We recommend you use an existing record instead.",
      },
    ],
  });
  expect((await account({ PersonEmail: 'a@example.com' }, ALLOW, 'v51.0')).status).toBe(400);
  const denied = { 'sforce-duplicate-rule-header': 'allowSave=false' };
  expect((await account({ PersonEmail: 'a@example.com' }, denied)).status).toBe(400);
  expect((await account({ PersonEmail: 'a@example.com' }, ALLOW)).status).toBe(201);
  expect((await account({ PersonEmail: null })).status).toBe(201);
});

test('the header goes with Collections and composite requests', async () => {
  const records = [
    { attributes: { type: 'Account' }, LastName: 'Third', PersonEmail: 'a@example.com' },
    { attributes: { type: 'Account' }, LastName: 'Third', PersonEmail: 'c@example.com' },
  ];
  const collection = async (headers?: Readonly<Record<string, string>>) =>
    (await call('POST', 'v66.0/composite/sobjects', { records }, headers)).body;
  expect(await collection()).toMatchObject([
    { success: false, errors: [{ statusCode: 'DUPLICATES_DETECTED' }] },
    { success: true },
  ]);
  expect(await collection(ALLOW)).toMatchObject([{ success: true }, { success: true }]);
  const url = '/services/data/v66.0/sobjects/Account';
  const body = { LastName: 'Fourth', PersonEmail: 'a@example.com' };
  const compositeRequest = [{ method: 'POST', url, referenceId: 'one', body }];
  const composite = await call('POST', 'v66.0/composite', { compositeRequest }, ALLOW);
  expect(composite.body).toMatchObject({ compositeResponse: [{ httpStatusCode: 201 }] });
});

test('a block is not overruled, and an edit of other fields runs no rule', async () => {
  expect((await account({ LastName: 'first', Phone: '1' }, ALLOW)).status).toBe(400);
  expect((await account({ LastName: 'Fifth', Phone: '1' })).status).toBe(201);
  const [twin] = test_.column("SELECT Id FROM Account WHERE LastName = 'Fourth'");
  const path = `v66.0/sobjects/Account/${String(twin)}`;
  expect((await call('PATCH', path, { Description: 'x' })).status).toBe(204);
  expect((await call('PATCH', path, { PersonEmail: 'c@example.com' })).status).toBe(400);
});

// simple-salesforce/simple-salesforce issue 628.
test('Bulk jobs can not overrule an alert', async () => {
  const job = { object: 'Account', operation: 'insert' };
  const { id } = (await call('POST', 'v66.0/jobs/ingest', job, ALLOW)).body as { id: string };
  const path = `v66.0/jobs/ingest/${id}`;
  await call(
    'PUT',
    `${path}/batches`,
    'LastName,PersonEmail\nBulk,a@example.com\nBulk,b@example.com\n',
    ALLOW,
  );
  await call('PATCH', path, { state: 'UploadComplete' }, ALLOW);
  let state: unknown = '';
  while (state !== 'JobComplete' && state !== 'Failed')
    state = ((await call('GET', path, null)).body as { state: string }).state;
  const failed = await call('GET', `${path}/failedResults`, null);
  expect(failed.body).toMatch(/^.*\n"","DUPLICATES_DETECTED:.*--","Bulk","a@example.com"\n$/);
});
