import type { Answer, WidgetOrg } from './widgetOrg.ts';
import { startWidgetOrg } from './widgetOrg.ts';

let widgets: WidgetOrg;
let account: string;
let widget: string;
/** Of a user who has the permission set Widget_User, which leaves Notes__c out. */
let asUser: Readonly<Record<string, string>>;

const call: WidgetOrg['call'] = (...args) => widgets.call(...args);
const idOf = ({ body }: Answer): string => (body as { readonly id: string }).id;

/** What GraphQL answers for what stands below `uiapi { query {`. */
const queried = (query: unknown): { readonly data: unknown } => ({ data: { uiapi: { query } } });

const graphql = async (query: string, variables: unknown = {}, headers = {}): Promise<unknown> =>
  (await call('POST', '/graphql', { query, variables }, headers)).body;

beforeAll(async () => {
  widgets = await startWidgetOrg();
  account = idOf(await call('POST', '/sobjects/Account', { Name: 'Holder', Key__c: 'H1' }));
  const records = ['alpha', 'beta', 'gamma'].map((Name, index) => ({
    attributes: { type: 'Widget__c' },
    Name,
    Code__c: `C${index}`,
    Account__c: index < 2 ? account : null,
    Price__c: 1504.9 + index,
    Stock__c: 1200 * index,
    Kind__c: index === 0 ? 'round' : null,
    Built_On__c: `2026-03-0${index + 1}`,
    Checked_At__c: '2026-03-01T10:00:00.000Z',
    Notes__c: 'kept from users',
  }));
  const saved = (await call('POST', '/composite/sobjects', { records })).body as { id: string }[];
  widget = saved[0]?.id ?? '';
  const [profile] = await widgets.query("SELECT Id FROM Profile WHERE Name = 'Standard User'");
  const [set] = await widgets.query("SELECT Id FROM PermissionSet WHERE Name = 'Widget_User'");
  const user = idOf(
    await call('POST', '/sobjects/User', {
      Username: 'reader@widgets.example.com',
      LastName: 'Reader',
      Alias: 'reader',
      Email: 'reader@example.com',
      ProfileId: profile?.Id,
      LanguageLocaleKey: 'fr',
      LocaleSidKey: 'fr_BE',
      TimeZoneSidKey: 'Europe/Brussels',
      EmailEncodingKey: 'UTF-8',
    }),
  );
  await call('POST', '/sobjects/PermissionSetAssignment', { AssigneeId: user, PermissionSetId: set?.Id });
  asUser = { authorization: `Bearer ${widgets.server.tokenFor('reader@widgets.example.com') ?? ''}` };
}, 60_000);

afterAll(() => widgets.close());

describe('GraphQL', () => {
  test('gives values and what a user reads for them, in the locale of the user', async () => {
    const query = `query one($code: String) { uiapi { query { Widget__c(first: 1, where: { Code__c: { eq: $code } }) { edges { node {
      Id Name { value } Price__c { value displayValue } Stock__c { displayValue } Kind__c { value displayValue label }
      Built_On__c { value displayValue } Checked_At__c { value displayValue } Account__r { Name { value } }
    } } } } } }`;
    const spaces = (value: unknown): unknown =>
      JSON.parse(JSON.stringify(value).replace(/[\u00a0\u202f]/g, ' '));
    expect(spaces(await graphql(query, { code: 'C0' }, asUser))).toEqual({
      ...queried({
        Widget__c: {
          edges: [
            {
              node: {
                Id: widget,
                Name: { value: 'alpha' },
                Price__c: { value: 1504.9, displayValue: '1 504,90 €' },
                Stock__c: { displayValue: '0' },
                Kind__c: { value: 'round', displayValue: 'Round one', label: 'Round one' },
                Built_On__c: { value: '2026-03-01', displayValue: '1/03/2026' },
                Checked_At__c: { value: '2026-03-01T10:00:00.000Z', displayValue: '1/03/2026 11:00' },
                Account__r: { Name: { value: 'Holder' } },
              },
            },
          ],
        },
      }),
      errors: [],
    });
  });

  test('pages, counts and sorts', async () => {
    const query = `query page($after: String) { uiapi { query { Widget__c(first: 2, after: $after, orderBy: { Name: { order: DESC } }) {
      totalCount edges { node { Name { value } } } pageInfo { hasNextPage hasPreviousPage endCursor } } } } }`;
    interface Page {
      readonly data: {
        readonly uiapi: {
          readonly query: { readonly Widget__c: { readonly pageInfo: { readonly endCursor: string } } };
        };
      };
    }
    const first = await graphql(query);
    expect(first).toMatchObject({
      ...queried({
        Widget__c: {
          totalCount: 3,
          edges: [{ node: { Name: { value: 'gamma' } } }, { node: { Name: { value: 'beta' } } }],
          pageInfo: { hasNextPage: true, hasPreviousPage: false },
        },
      }),
    });
    const after = (first as Page).data.uiapi.query.Widget__c.pageInfo.endCursor;
    expect(await graphql(query, { after })).toMatchObject({
      ...queried({
        Widget__c: {
          edges: [{ node: { Name: { value: 'alpha' } } }],
          pageInfo: { hasNextPage: false, hasPreviousPage: true },
        },
      }),
    });
  });

  test('reads children one level down', async () => {
    const query = `query kids($id: ID) { uiapi { query { Account(where: { Id: { eq: $id } }) { edges { node {
      Widgets__r(first: 1, orderBy: { Name: { order: ASC } }) { totalCount edges { node { Name { value } } } pageInfo { hasNextPage } }
    } } } } } }`;
    expect(await graphql(query, { id: account })).toMatchObject({
      ...queried({
        Account: {
          edges: [
            {
              node: {
                Widgets__r: {
                  totalCount: 2,
                  edges: [{ node: { Name: { value: 'alpha' } } }],
                  pageInfo: { hasNextPage: true },
                },
              },
            },
          ],
        },
      }),
      errors: [],
    });
  });

  test.each([
    ['{ Name: { in: ["alpha", "beta"] } }', ['alpha', 'beta']],
    ['{ Name: { like: "%a%" }, Stock__c: { gte: 1200 } }', ['beta', 'gamma']],
    ['{ or: [{ Name: { eq: "alpha" } }, { Stock__c: { gt: 1200 } }] }', ['alpha', 'gamma']],
    ['{ not: { Name: { eq: "alpha" } } }', ['beta', 'gamma']],
    ['{ Built_On__c: { gt: { value: "2026-03-02" } } }', ['gamma']],
    ['{ Built_On__c: { gt: { literal: TODAY } } }', []],
    ['{ Account__r: { Key__c: { eq: "H1" } } }', ['alpha', 'beta']],
    ['{ Kind__c: { eq: null } }', ['beta', 'gamma']],
    [`{ Name: { eq: "al'pha\\\\" } }`, []],
  ])('finds where %s', async (where, names) => {
    const answer = await graphql(
      `{ uiapi { query { Widget__c(where: ${where}, orderBy: { Name: { order: ASC } }) { edges { node { Name { value } } } } } } }`,
    );
    expect(answer).toMatchObject({
      ...queried({ Widget__c: { edges: names.map((value) => ({ node: { Name: { value } } })) } }),
      errors: [],
    });
  });

  test('fails as a whole for one field that the user can not read', async () => {
    const answer = await graphql(
      '{ uiapi { query { Widget__c { edges { node { Notes__c { value } } } } } } }',
      {},
      asUser,
    );
    expect(answer).toEqual({
      data: null,
      errors: [
        {
          message:
            "Validation error of type FieldUndefined: Field 'Notes__c' in type 'Widget__c' is undefined @ 'uiapi/query/Widget__c/edges/node/Notes__c'",
          locations: [{ line: 1, column: 46 }],
          extensions: { ErrorType: 'ValidationError' },
        },
      ],
    });
  });

  test('leaves out fields and objects that are @optional and not there', async () => {
    const query = `query ($no: String) { uiapi { query {
      Widget__c(where: { Name: { eq: "alpha" } }) { edges { node { Notes__c @optional { value } } } }
      Nowhere__c(where: { Name: { eq: $no } }) @optional { edges { node { Id } } }
    } } }`;
    expect(await graphql(query, {}, asUser)).toEqual({
      ...queried({ Widget__c: { edges: [{ node: {} }] } }),
      errors: [],
    });
    expect(await graphql(query)).toMatchObject({
      ...queried({ Widget__c: { edges: [{ node: { Notes__c: { value: 'kept from users' } } }] } }),
    });
  });

  test('tells what is wrong with a query', async () => {
    expect(await graphql('{ uiapi {')).toMatchObject({
      errors: [{ extensions: { ErrorType: 'InvalidSyntax' } }],
    });
    expect(await graphql('{ uiapi { query { Widget__c(first: 5000) { totalCount } } } }')).toMatchObject({
      errors: [{ extensions: { ErrorType: 'DataFetchingException' } }],
    });
    expect(await graphql('{ uiapi { query { Widget__c(scope: "MINE") { totalCount } } } }')).toMatchObject({
      data: null,
      errors: [{ extensions: { ErrorType: 'ValidationError' } }],
    });
  });
});

describe('UI API', () => {
  test('reads a record with its parents, leaving out optional fields that are not there', async () => {
    const path = `/ui-api/records/${widget}?fields=Widget__c.Name,Widget__c.Account__r.Name&optionalFields=Widget__c.Kind__c,Widget__c.Notes__c`;
    const { status, body } = await call('GET', path, undefined, asUser);
    expect(status).toBe(200);
    expect(body).toMatchObject({
      apiName: 'Widget__c',
      id: widget,
      fields: {
        Name: { value: 'alpha', displayValue: null },
        Account__r: {
          displayValue: 'Holder',
          value: { apiName: 'Account', fields: { Name: { value: 'Holder' } } },
        },
        Kind__c: { value: 'round', displayValue: 'Round one' },
      },
    });
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Notes__c');
    const refused = await call(
      'GET',
      `/ui-api/records/${widget}?fields=Widget__c.Notes__c`,
      undefined,
      asUser,
    );
    expect(refused).toMatchObject({ status: 400, body: [{ errorCode: 'INVALID_FIELD' }] });
    expect((await call('GET', '/ui-api/records/a00000000000999AAA?fields=Widget__c.Name')).status).toBe(404);
  });

  test('reads several records, each with its own status', async () => {
    const { body } = await call(
      'GET',
      `/ui-api/records/batch/${widget},a00000000000999AAA?fields=Widget__c.Name`,
    );
    expect(body).toMatchObject({ hasErrors: true, results: [{ statusCode: 200 }, { statusCode: 404 }] });
  });

  test('writes a record and says which field was refused', async () => {
    const good = await call('PATCH', `/ui-api/records/${widget}`, { fields: { Stock__c: 7 } });
    expect(good).toMatchObject({ status: 200, body: { fields: { Stock__c: { value: 7 } } } });
    const bad = await call('PATCH', `/ui-api/records/${widget}`, { fields: { Price__c: -7 } });
    expect(bad).toMatchObject({
      status: 400,
      body: [
        {
          enhancedErrorType: 'RecordError',
          output: {
            fieldErrors: { Price__c: [{ message: "A price can't be negative.", fieldLabel: 'Price' }] },
          },
        },
      ],
    });
    const created = await call('POST', '/ui-api/records', {
      apiName: 'Widget__c',
      fields: { Name: 'delta' },
    });
    expect(created).toMatchObject({ status: 201, body: { fields: { Name: { value: 'delta' } } } });
    expect((await call('DELETE', `/ui-api/records/${idOf(created)}`)).status).toBe(204);
  });

  test('describes objects and picklists as the user sees them', async () => {
    const { body } = await call('GET', '/ui-api/object-info/Widget__c', undefined, asUser);
    expect(body).toMatchObject({
      apiName: 'Widget__c',
      nameFields: ['Name'],
      fields: { Kind__c: { dataType: 'Picklist', label: 'Kind', updateable: true } },
    });
    expect(Object.keys((body as { fields: object }).fields)).not.toContain('Notes__c');
    const batch = await call('GET', '/ui-api/object-info/batch/Widget__c,Nowhere__c');
    expect(batch.body).toMatchObject({ results: [{ statusCode: 200 }, { statusCode: 404 }] });
    const values = await call(
      'GET',
      '/ui-api/object-info/Widget__c/picklist-values/012000000000000AAA/Kind__c',
    );
    expect(values.body).toMatchObject({
      values: [{ value: 'round', label: 'Round one' }, { value: 'square' }],
    });
  });
});
