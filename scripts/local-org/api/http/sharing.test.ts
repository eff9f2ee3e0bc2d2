import { type LocalOrgServer, startServer } from '../../server.ts';
import { type TestOrg, only, openTestOrg } from '../../testOrg.ts';

let test_: TestOrg;
let server: LocalOrgServer;
let tokens: { readonly owner: string; readonly other: string };
let id: string;

beforeAll(async () => {
  test_ = openTestOrg(undefined, { sharing: { '*': 'Private', contact: 'ControlledByParent' } });
  server = await startServer({ org: test_.org });
  const users = [test_.user('Standard User'), test_.user('Standard User')];
  const [owner = '', other = ''] = users.map(({ userId }) =>
    String(only(test_.column(`SELECT Username FROM User WHERE Id = '${userId}'`))),
  );
  tokens = { owner: server.tokenFor(owner) ?? '', other: server.tokenFor(other) ?? '' };
  const made = test_.save('insert', 'Account', [{ Name: 'mine' }], {}, users[0]);
  id = only(made).id ?? '';
});
afterAll(async () => {
  await server.close();
  test_.org.close();
});

async function call(
  token: string,
  path: string,
  body?: object,
  method = body === undefined ? 'GET' : 'POST',
): Promise<unknown> {
  const response = await fetch(`${server.url}/services/data/v66.0${path}`, {
    method,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  return response.json();
}

/** Path, body and method of a call. */
type Call = readonly [string, object?, string?];

const GRAPHQL = `{ uiapi { query { Account { totalCount edges { node { Name { value } } } } } } }`;

const noRecord = [{ errorCode: 'NOT_FOUND', message: 'The requested resource does not exist' }];
const noChange = [{ success: false, errors: [{ statusCode: 'INSUFFICIENT_ACCESS_OR_READONLY' }] }];
const noNodes = { data: { uiapi: { query: { Account: { totalCount: 0, edges: [] } } } } };

test.each([
  ['a record by id', (): Call => [`/sobjects/Account/${id}`], '"Name":"mine"', noRecord],
  [
    'a record of the UI API',
    (): Call => [`/ui-api/records/${id}?fields=Account.Name`],
    '"value":"mine"',
    noRecord,
  ],
  [
    'a list by ids',
    (): Call => [`/composite/sobjects/Account?ids=${id}&fields=Name`],
    '"Name":"mine"',
    [null],
  ],
  [
    'a change by Collections',
    (): Call => [
      '/composite/sobjects',
      { records: [{ attributes: { type: 'Account' }, Id: id, Name: 'mine' }] },
      'PATCH',
    ],
    '"success":true',
    noChange,
  ],
  ['records and a count of GraphQL', (): Call => ['/graphql', { query: GRAPHQL }], '"value":"mine"', noNodes],
] as const)('%s: open to the owner and to nobody else', async (_name, request, ofOwner, ofOther) => {
  const [path, body, method] = request();
  expect(JSON.stringify(await call(tokens.owner, path, body, method))).toContain(ofOwner);
  expect(await call(tokens.other, path, body, method)).toMatchObject(ofOther);
});
