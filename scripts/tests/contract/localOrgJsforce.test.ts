import { createSign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { Connection } from 'jsforce';
import { forThisFile } from '../kit/ending.ts';
import { startWidgetOrg } from '../kit/widgetOrg.ts';

const widgets = forThisFile(startWidgetOrg);
let connection: Connection;

beforeAll(() => {
  const { url, accessToken } = widgets.server.ready;
  connection = new Connection({ instanceUrl: url, accessToken, version: '66.0' });
});

const names = (count: number, prefix: string): { Name: string; Code__c: string }[] =>
  Array.from({ length: count }, (_, index) => ({ Name: `${prefix}${index}`, Code__c: `${prefix}${index}` }));

function assertion(username: string, claims: Readonly<Record<string, unknown>> = {}): string {
  const { url, clientId, jwtKeyFile } = widgets.server.ready;
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const body = {
    iss: clientId,
    sub: username,
    aud: url,
    exp: Math.floor(Date.now() / 1000) + 180,
    ...claims,
  };
  const unsigned = `${part({ alg: 'RS256' })}.${part(body)}`;
  return `${unsigned}.${createSign('RSA-SHA256').update(unsigned).sign(readFileSync(jwtKeyFile, 'utf8'), 'base64url')}`;
}

const grant = (username: string): { grant_type: string; assertion: string } => ({
  grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
  assertion: assertion(username),
});

describe('one record', () => {
  test('is created, read, changed, upserted and destroyed', async () => {
    const sobject = connection.sobject('Widget__c');
    const created = await sobject.create({ Name: 'Solo', Code__c: 'S1', Stock__c: 3 });
    expect(created).toEqual({ id: expect.stringMatching(/^a\w{17}$/) as string, success: true, errors: [] });
    const id = created.id ?? '';
    await sobject.update({ Id: id, Stock__c: 4 });
    expect(await sobject.retrieve(id)).toMatchObject({ Name: 'Solo', Stock__c: 4, Active__c: false });
    expect(await sobject.upsert({ Code__c: 'S1', Stock__c: 5 }, 'Code__c')).toMatchObject({
      id,
      success: true,
    });
    expect(await sobject.upsert({ Code__c: 'S2', Name: 'New' }, 'Code__c')).toMatchObject({ created: true });
    await sobject.destroy(id);
    await expect(sobject.retrieve(id)).rejects.toMatchObject({ errorCode: 'ENTITY_IS_DELETED' });
  });

  test('that is refused rejects with the code and fields of the org', async () => {
    await expect(connection.sobject('Widget__c').create({ Name: 'Bad', Price__c: -1 })).rejects.toMatchObject(
      {
        errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
        message: "A price can't be negative.",
      },
    );
    await expect(connection.sobject('Nowhere__c').create({ Name: 'x' })).rejects.toMatchObject({
      errorCode: 'NOT_FOUND',
    });
  });
});

describe('many records', () => {
  test('go through Collections in requests of 200', async () => {
    await widgets.call('POST', '/__local/reset', {});
    const created = await connection
      .sobject('Widget__c')
      .create(names(450, 'many'), { allowRecursive: true });
    expect(created.every(({ success }) => success)).toBe(true);
    const { body } = await widgets.call('GET', '/__local/stats');
    expect(body).toMatchObject({ apiCalls: { total: 3, collections: 3 }, rowsWritten: { Widget__c: 450 } });
    const ids = created.map(({ id }) => id ?? '');
    const upserted = await connection.sobject('Widget__c').upsert(
      [
        { Code__c: 'many0', Stock__c: 1 },
        { Code__c: 'more', Name: 'More' },
      ],
      'Code__c',
      { allowRecursive: true },
    );
    expect(upserted).toMatchObject([{ id: ids[0], created: false }, { created: true }]);
    const updated = await connection.sobject('Widget__c').update([
      { Id: ids[0] ?? '', Stock__c: 2 },
      { Id: ids[1] ?? '', Price__c: -2 },
    ]);
    expect(updated).toMatchObject([
      { success: true },
      { success: false, errors: [{ statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }] },
    ]);
    const destroyed = await connection.sobject('Widget__c').destroy(ids.slice(0, 2));
    expect(destroyed).toMatchObject([
      { id: ids[0], success: true },
      { id: ids[1], success: true },
    ]);
    const retrieved = await connection.sobject('Widget__c').retrieve(ids.slice(2, 4), { fields: ['Name'] });
    expect(retrieved).toMatchObject([{ Name: 'many2' }, { Name: 'many3' }]);
  });

  test('are queried page by page', async () => {
    const { records } = await connection.query<{ Id: string }>(
      "SELECT Id FROM Widget__c WHERE Code__c LIKE 'many%'",
      {
        autoFetch: true,
        maxFetch: 10_000,
        headers: { 'Sforce-Query-Options': 'batchSize=200' },
      },
    );
    expect(new Set(records.map(({ Id }) => Id)).size).toBe(448);
    const first = await connection.request<{ done: boolean; nextRecordsUrl: string; records: unknown[] }>({
      method: 'GET',
      url: `/services/data/v66.0/query?q=${encodeURIComponent("SELECT Id FROM Widget__c WHERE Code__c LIKE 'many%'")}`,
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    });
    expect(first).toMatchObject({
      done: false,
      nextRecordsUrl: expect.stringMatching(/^\/services\/data\/v66\.0\/query\/\w+-200$/) as string,
    });
    expect(first.records).toHaveLength(200);
  });

  test('go through Bulk and come back through Bulk', async () => {
    const job = connection.bulk2.createJob({
      operation: 'upsert',
      object: 'Widget__c',
      externalIdFieldName: 'Code__c',
    });
    await job.open();
    await job.uploadData('Code__c,Name,Price__c\nbulk1,One,1\nbulk2,Two,-2\nbulk3,Three,3\n');
    await job.close();
    await job.poll(50, 10_000);
    const failed = await job.getFailedResults();
    expect(failed).toHaveLength(1);
    expect(failed.map((row) => (row as { sf__Error: string }).sf__Error).join('\n')).toContain(
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    );
    expect(await job.check()).toMatchObject({
      state: 'JobComplete',
      numberRecordsProcessed: 3,
      numberRecordsFailed: 1,
    });
    const rows = await (
      await connection.bulk2.query("SELECT Code__c, Price__c FROM Widget__c WHERE Code__c = 'bulk1'")
    ).toArray();
    expect(rows).toMatchObject([{ Code__c: 'bulk1' }]);
  });
});

describe('the connection', () => {
  test('describes objects', async () => {
    const described = await connection.describe('Widget__c');
    expect(described.fields.find(({ name }) => name === 'Kind__c')).toMatchObject({
      type: 'picklist',
      restrictedPicklist: true,
      picklistValues: [
        { value: 'round', label: 'Round one' },
        { value: 'square', label: 'Square one' },
      ],
    });
    const global = await connection.describeGlobal();
    expect(global.sobjects.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['Account', 'Contact', 'Widget__c']),
    );
    const account = await connection.describe('Account');
    expect(account.childRelationships).toContainEqual(
      expect.objectContaining({
        childSObject: 'Widget__c',
        field: 'Account__c',
        relationshipName: 'Widgets__r',
      }),
    );
  });

  test('knows whose it is and what it used', async () => {
    const { username, orgId } = widgets.server.ready;
    expect(await connection.identity()).toMatchObject({ username, organization_id: orgId });
    expect(connection.limitInfo.apiUsage).toMatchObject({ limit: 1_000_000 });
  });

  test('logs in with a JWT and renews its session once it ended', async () => {
    const { url, username } = widgets.server.ready;
    let renewed = 0;
    const own = new Connection({
      version: '66.0',
      loginUrl: url,
      oauth2: { loginUrl: url },
      refreshFn: (self, done) => {
        renewed += 1;
        self.authorize(grant(username)).then(
          () => {
            done(null, self.accessToken ?? '');
          },
          (error: unknown) => {
            done(error as Error);
          },
        );
      },
    });
    await own.authorize(grant(username));
    expect(own.instanceUrl).toBe(url);
    await widgets.call('POST', '/__local/faults', {
      rules: [{ path: '/limits', times: 1, fault: { expireToken: true } }],
    });
    await own.request('/limits');
    await widgets.call('POST', '/__local/faults', { rules: [] });
    expect(renewed).toBe(1);
  });

  test('is refused a login that is not right, each with its own reason', async () => {
    const { url, username } = widgets.server.ready;
    async function attempt(token: string): Promise<unknown> {
      const body = new URLSearchParams({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: token,
      });
      const response = await fetch(`${url}/services/oauth2/token`, { method: 'POST', body });
      return { status: response.status, ...((await response.json()) as object) };
    }
    const refused = (error: string, description: string): unknown => ({
      status: 400,
      error,
      error_description: description,
    });
    const good = assertion(username);
    expect(await attempt(`${good.slice(0, -8)}AAAAAAAA`)).toEqual(
      refused('invalid_grant', 'invalid assertion'),
    );
    expect(await attempt(assertion('nobody@example.com'))).toEqual(
      refused('invalid_grant', "user hasn't approved this consumer"),
    );
    expect(await attempt(assertion(username, { aud: 'https://example.com' }))).toEqual(
      refused('invalid_grant', 'audience is invalid'),
    );
    expect(await attempt(assertion(username, { iss: 'other' }))).toEqual(
      refused('invalid_client_id', 'client identifier invalid'),
    );
    expect(await attempt(assertion(username, { exp: 1 }))).toMatchObject({
      status: 400,
      error: 'invalid_grant',
    });
  });
});
