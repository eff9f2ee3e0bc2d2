import { startServer } from '../../local-org/server.ts';
import { forThisFile } from '../kit/ending.ts';
import { type Answer, type WidgetOrg, startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(() => startWidgetOrg({ dailyApiRequests: 100_000 }));
let account: string;

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);

const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

beforeAll(async () => {
  account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
});

async function count(condition: string): Promise<number> {
  const { body } = await call(
    'GET',
    `/query?q=${encodeURIComponent(`SELECT COUNT() FROM Widget__c WHERE ${condition}`)}`,
  );
  return (body as { readonly totalSize: number }).totalSize;
}

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

  test('is refused once the access token was not used for its time', async () => {
    const short = await startServer({ org: widgets.org, sessionSeconds: 0 });
    await new Promise((resolve) => setTimeout(resolve, 5));
    const answer = await fetch(`${short.url}/services/data/v66.0/limits`, {
      headers: { authorization: `Bearer ${short.ready.accessToken}` },
    });
    expect([answer.status, await answer.json()]).toMatchObject([401, [{ errorCode: 'INVALID_SESSION_ID' }]]);
    await short.close();
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

  test.each(['v50.0', 'v60.0', 'v66.0'])('is the same with slashes doubled in %s', async (version) => {
    const answer = await fetch(`${widgets.server.url}//services//data/${version}/limits`, {
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

describe('replication', () => {
  function span(from: number, to: number): string {
    const at = (minutes: number): string =>
      encodeURIComponent(new Date(Date.now() + minutes * 60_000).toISOString().replace('Z', '+00:00'));
    return `start=${at(from)}&end=${at(to)}`;
  }

  test('tells what was changed and what was deleted in a time', async () => {
    const kept = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'Kept' }));
    const gone = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'Gone' }));
    await call('DELETE', `/sobjects/Widget__c/${gone}`);
    const updated = await call('GET', `/sobjects/Widget__c/updated?${span(-5, 5)}`);
    const stamp = /^\d{4}-\d\d-\d\dT\d\d:\d\d:00\.000\+0000$/;
    expect(updated).toMatchObject({
      status: 200,
      body: { latestDateCovered: expect.stringMatching(stamp) as string },
    });
    const { ids } = updated.body as { readonly ids: readonly string[] };
    expect(ids).toContain(kept);
    expect(ids).not.toContain(gone);
    expect((await call('GET', `/sobjects/Widget__c/deleted?${span(-5, 5)}`)).body).toMatchObject({
      deletedRecords: [{ id: gone, deletedDate: expect.stringMatching(/\+0000$/) as string }],
      earliestDateAvailable: expect.stringMatching(stamp) as string,
    });
    expect((await call('GET', `/sobjects/Widget__c/updated?${span(-20, -10)}`)).body).toMatchObject({
      ids: [],
    });
  });

  // https://github.com/jsforce/jsforce/issues/406
  test.each([
    ['more than 30 days back', 'Account', span(-60 * 24 * 31, 0), 400, 'INVALID_REPLICATION_DATE'],
    ['an end before its start', 'Account', span(0, -5), 400, 'INVALID_REPLICATION_DATE'],
    ['an object that is not there', 'Nowhere__c', span(-5, 0), 404, 'NOT_FOUND'],
  ])('refuses %s', async (_, object, times, status, errorCode) => {
    expect(await call('GET', `/sobjects/${object}/updated?${times}`)).toMatchObject({
      status,
      body: [{ errorCode }],
    });
  });
});

describe('queries', () => {
  const query = (soql: string): string => `/query?q=${encodeURIComponent(soql)}`;

  test('mark what a user viewed, newest first', async () => {
    expect((await call('GET', '/recent')).body).toStrictEqual([]);
    const seen = idOf(await call('POST', '/sobjects/Widget__c', { Name: 'Seen' }));
    await call('GET', query(`SELECT Id FROM Account WHERE Id = '${account}' FOR REFERENCE`));
    await call('GET', query("SELECT Id FROM Widget__c WHERE Name = 'Seen' FOR VIEW"));
    expect((await call('GET', '/recent')).body).toMatchObject([
      { attributes: { type: 'Widget__c' }, Id: seen, Name: 'Seen' },
      { attributes: { type: 'Account' }, Id: account, Name: 'Holder' },
    ]);
    expect((await call('GET', '/recent?limit=1')).body).toHaveLength(1);
    expect((await call('GET', '/sobjects/Account')).body).toMatchObject({ recentItems: [{ Id: account }] });
    await call('DELETE', `/sobjects/Widget__c/${seen}`);
    expect((await call('GET', '/recent')).body).toMatchObject([{ Id: account }]);
  });

  // https://github.com/forcedotcom/cli: how `data query --result-format csv` finds the columns of an answer without rows.
  test('tell their columns', async () => {
    const soql = 'SELECT Name, Account__r.Name FROM Widget__c';
    expect((await call('GET', `${query(soql)}&columns=true`)).body).toMatchObject({
      entityName: 'Widget__c',
      groupBy: false,
      idSelected: false,
      columnMetadata: [
        { columnName: 'Name', displayName: 'Name', aggregate: false, joinColumns: [] },
        { columnName: 'Account__r', joinColumns: [{ columnName: 'Name' }] },
      ],
    });
  });

  // REST API Developer Guide, Query Performance Feedback.
  test('are explained, the best plan first', async () => {
    const records = Array.from({ length: 30 }, (_, index) => ({
      attributes: { type: 'Widget__c' },
      Name: 'Plan',
      Code__c: `plan${index}`,
    }));
    await call('POST', '/composite/sobjects', { records });
    const explained = async (soql: string): Promise<unknown> =>
      (await call('GET', `/query?explain=${encodeURIComponent(soql)}`)).body;
    expect(await explained("SELECT Id FROM Widget__c WHERE Code__c = 'plan1'")).toMatchObject({
      plans: [
        { leadingOperationType: 'Index', fields: ['Code__c'], cardinality: 1, sobjectType: 'Widget__c' },
        { leadingOperationType: 'TableScan', fields: [], cardinality: 1 },
      ],
    });
    expect(await explained('SELECT Id FROM Widget__c WHERE Stock__c = null')).toMatchObject({
      plans: [{ leadingOperationType: 'TableScan', relativeCost: expect.any(Number) as number }],
    });
    expect(await explained('SELECT Id FORM Widget__c')).toMatchObject([{ errorCode: 'MALFORMED_QUERY' }]);
  });
});
