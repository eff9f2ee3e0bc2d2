import type { Answer, WidgetOrg } from './widgetOrg.ts';
import { startWidgetOrg } from './widgetOrg.ts';

let widgets: WidgetOrg;
let account: string;

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

beforeAll(async () => {
  widgets = await startWidgetOrg({ dailyApiRequests: 100_000 });
  account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
}, 60_000);

afterAll(() => widgets.close());

const count = async (condition: string): Promise<number> => {
  const { body } = await call(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Widget__c WHERE ${condition}`)}`,
  );
  return (body as { readonly totalSize: number }).totalSize;
};

describe('every REST answer', () => {
  test('carries the API usage, and is gzipped for who accepts that', async () => {
    const plain = await call('GET', '/limits');
    expect(plain.headers.get('sforce-limit-info')).toMatch(/^api-usage=\d+\/100000$/);
    const raw = await fetch(`${widgets.server.url}/services/data/v66.0/sobjects`, {
      headers: { authorization: `Bearer ${widgets.server.ready.accessToken}`, 'accept-encoding': 'gzip' },
    });
    expect(raw.headers.get('content-encoding')).toBe('gzip');
    expect(await raw.json()).toMatchObject({ encoding: 'UTF-8' });
  });

  test.each([
    ['GET', '/services/data/v49.0/limits', 404, 'NOT_FOUND'],
    ['GET', '/services/data/v99.0/limits', 404, 'NOT_FOUND'],
    ['GET', '/nothing', 404, 'NOT_FOUND'],
    ['GET', '/sobjects/Nowhere__c/describe', 404, 'NOT_FOUND'],
    ['PATCH', '/sobjects/Account', 405, 'METHOD_NOT_ALLOWED'],
    ['GET', '/query', 400, 'MALFORMED_QUERY'],
    ['GET', '/query/01gUNKNOWN-2000', 400, 'INVALID_QUERY_LOCATOR'],
    ['GET', '/tooling/query?q=SELECT+Id+FROM+ApexClass', 400, 'INVALID_TYPE'],
  ])('%s %s is refused with %i %s', async (method, path, status, errorCode) => {
    const answer = await call(method, path, method === 'PATCH' ? {} : undefined);
    expect(answer).toMatchObject({ status, body: [{ errorCode, message: expect.any(String) as string }] });
  });

  test('is refused without a session', async () => {
    const answer = await call('GET', '/limits', undefined, { authorization: 'Bearer 00D000000000001!none' });
    expect(answer).toMatchObject({
      status: 401,
      body: [{ errorCode: 'INVALID_SESSION_ID', message: 'Session expired or invalid' }],
    });
  });

  test('tells where a JSON body is broken', async () => {
    const response = await fetch(`${widgets.server.url}/services/data/v66.0/sobjects/Account`, {
      method: 'POST',
      headers: {
        authorization: `Bearer ${widgets.server.ready.accessToken}`,
        'content-type': 'application/json',
      },
      body: '{"Name":}',
    });
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject([{ errorCode: 'JSON_PARSER_ERROR' }]);
  });

  test('is 414 for a URI over 16,384 bytes and 431 for a head over that', async () => {
    expect((await call('GET', `/query?q=${'a'.repeat(16_400)}`)).status).toBe(414);
    expect((await call('GET', `/query?q=${'a'.repeat(16_200)}`)).status).toBe(431);
  });

  test('is the same with slashes doubled', async () => {
    const answer = await fetch(`${widgets.server.url}//services//data/v60.0/limits`, {
      headers: { authorization: `Bearer ${widgets.server.ready.accessToken}` },
    });
    expect(answer.status).toBe(200);
  });
});

describe('external ids', () => {
  test('create with 201, update with 200, answer 300 when several records fit', async () => {
    const created = await call('PATCH', '/sobjects/Widget__c/Code__c/X1', { Name: 'X', Batch__c: 'twins' });
    expect(created).toMatchObject({ status: 201, body: { created: true, success: true } });
    const updated = await call('PATCH', '/sobjects/Widget__c/Code__c/X1', { Stock__c: 2 });
    expect(updated).toMatchObject({ status: 200, body: { created: false, id: idOf(created) } });
    await call('POST', '/sobjects/Widget__c', { Name: 'Y', Batch__c: 'twins' });
    const several = await call('PATCH', '/sobjects/Widget__c/Batch__c/twins', { Stock__c: 9 });
    expect(several.status).toBe(300);
    expect(several.body).toHaveLength(2);
    expect((several.body as string[])[0]).toMatch(/^\/services\/data\/v66\.0\/sobjects\/Widget__c\/\w{18}$/);
    expect(await count('Stock__c = 9')).toBe(0);
  });

  test('must not be repeated in the body', async () => {
    expect(await call('PATCH', '/sobjects/Widget__c/Code__c/X1', { Code__c: 'X1' })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'INVALID_FIELD',
          message: 'The Code__c field should not be specified in the sobject data.',
        },
      ],
    });
  });
});

describe('Collections', () => {
  test('with allOrNone save all or nothing', async () => {
    const records = [
      { attributes: { type: 'Widget__c' }, Name: 'all' },
      { attributes: { type: 'Account' }, Name: 'all' },
      { attributes: { type: 'Widget__c' }, Name: 'all', Price__c: -1 },
    ];
    const refused = await call('POST', '/composite/sobjects', { allOrNone: true, records });
    expect(refused).toMatchObject({
      status: 200,
      body: [
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        { success: false, errors: [{ statusCode: 'ALL_OR_NONE_OPERATION_ROLLED_BACK' }] },
        {
          success: false,
          errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION', fields: ['Price__c'] }],
        },
      ],
    });
    expect(await count("Name = 'all'")).toBe(0);
    const partly = await call('POST', '/composite/sobjects', { records });
    expect(partly.body).toMatchObject([{ success: true }, { success: true }, { success: false }]);
    expect(await count("Name = 'all'")).toBe(1);
  });

  // https://github.com/sorenkrabbe/Chrome-Salesforce-inspector/issues/134
  test('take 200 records', async () => {
    const records = Array.from({ length: 201 }, () => ({ attributes: { type: 'Widget__c' }, Name: 'x' }));
    expect(await call('POST', '/composite/sobjects', { records })).toMatchObject({
      status: 400,
      body: [
        {
          errorCode: 'EXCEEDED_ID_LIMIT',
          message: 'record limit reached. cannot submit more than 200 records into this call',
        },
      ],
    });
  });

  test('read records in the order of the ids, null where there is none', async () => {
    const answer = await call('POST', '/composite/sobjects/Account', {
      ids: ['001000000000000AAA', account],
      fields: ['Name'],
    });
    expect(answer.body).toMatchObject([null, { Name: 'Holder' }]);
  });
});

const v = '/services/data/v66.0';

describe('composite', () => {
  test('hands answers on to later parts', async () => {
    const compositeRequest = [
      { method: 'POST', url: `${v}/sobjects/Account`, referenceId: 'a', body: { Name: 'Chained' } },
      {
        method: 'POST',
        url: `${v}/sobjects/Widget__c`,
        referenceId: 'w',
        body: { Name: 'Link', Account__c: '@{a.id}' },
      },
      {
        method: 'GET',
        url: `${v}/query?q=SELECT+Account__r.Name+FROM+Widget__c+WHERE+Id='@{w.id}'`,
        referenceId: 'q',
      },
      { method: 'GET', url: `${v}/sobjects/Account/@{q.records[5].Id}`, referenceId: 'n' },
    ];
    const { status, body } = await call('POST', '/composite', { compositeRequest });
    expect(status).toBe(200);
    expect(body).toMatchObject({
      compositeResponse: [
        { referenceId: 'a', httpStatusCode: 201 },
        { referenceId: 'w', httpStatusCode: 201 },
        { referenceId: 'q', httpStatusCode: 200, body: { records: [{ Account__r: { Name: 'Chained' } }] } },
        {
          referenceId: 'n',
          httpStatusCode: 400,
          body: [
            {
              errorCode: 'PROCESSING_HALTED',
              message: 'Invalid reference specified. No value for q.records[5].Id found in q.',
            },
          ],
        },
      ],
    });
  });

  test('with allOrNone undoes the parts before a failure', async () => {
    const compositeRequest = [
      { method: 'POST', url: `${v}/sobjects/Widget__c`, referenceId: 'good', body: { Name: 'undone' } },
      {
        method: 'POST',
        url: `${v}/sobjects/Widget__c`,
        referenceId: 'bad',
        body: { Name: 'undone', Price__c: -1 },
      },
      { method: 'POST', url: `${v}/sobjects/Widget__c`, referenceId: 'late', body: { Name: 'undone' } },
    ];
    const { body } = await call('POST', '/composite', { allOrNone: true, compositeRequest });
    const halted = [
      {
        errorCode: 'PROCESSING_HALTED',
        message: 'The transaction was rolled back since another operation in the same transaction failed.',
      },
    ];
    expect(body).toMatchObject({
      compositeResponse: [
        { referenceId: 'good', httpStatusCode: 400, body: halted },
        {
          referenceId: 'bad',
          httpStatusCode: 400,
          body: [{ errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
        },
        { referenceId: 'late', httpStatusCode: 400, body: halted },
      ],
    });
    expect(await count("Name = 'undone'")).toBe(0);
  });

  test('takes 25 parts, 5 of them queries or collections, and is one API call', async () => {
    const query = (index: number): unknown => ({
      method: 'GET',
      url: `${v}/query?q=SELECT+Id+FROM+Account+LIMIT+1`,
      referenceId: `q${index}`,
    });
    const of = (length: number): unknown => ({
      compositeRequest: Array.from({ length }, (_, index) => query(index)),
    });
    await call('POST', '/__local/reset', {});
    expect((await call('POST', '/composite', of(5))).status).toBe(200);
    expect((await call('GET', '/__local/stats')).body).toMatchObject({
      apiCalls: { total: 1, composite: 1 },
    });
    expect((await call('POST', '/composite', of(6))).status).toBe(400);
    expect((await call('POST', '/composite', of(26))).status).toBe(400);
  });

  test('batch runs parts that know nothing of each other', async () => {
    const batchRequests = [
      { method: 'GET', url: 'v66.0/limits' },
      { method: 'GET', url: 'v66.0/sobjects/Nowhere__c/describe' },
    ];
    expect((await call('POST', '/composite/batch', { batchRequests })).body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 200 }, { statusCode: 404 }],
    });
  });

  test('tree saves parents and children together or not at all', async () => {
    const tree = (price: number): unknown => ({
      records: [
        {
          attributes: { type: 'Account', referenceId: 'a' },
          Name: 'Tree',
          Widgets__r: {
            records: [{ attributes: { type: 'Widget__c', referenceId: 'w' }, Name: 'Leaf', Price__c: price }],
          },
        },
      ],
    });
    expect(await call('POST', '/composite/tree/Account', tree(-1))).toMatchObject({
      status: 400,
      body: { hasErrors: true, results: [{ referenceId: 'w', errors: [{ fields: ['Price__c'] }] }] },
    });
    expect(await widgets.query("SELECT Id FROM Account WHERE Name = 'Tree'")).toEqual([]);
    expect(await call('POST', '/composite/tree/Account', tree(1))).toMatchObject({
      status: 201,
      body: { hasErrors: false },
    });
    expect(await widgets.query("SELECT Account__r.Name FROM Widget__c WHERE Name = 'Leaf'")).toMatchObject([
      { Account__r: { Name: 'Tree' } },
    ]);
  });
});
