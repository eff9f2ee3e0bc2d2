import { forThisFile } from '../kit/ending.ts';
import { type WidgetUser, startWithUser } from '../kit/widgetUser.ts';

const widgets = forThisFile(startWithUser);
let asUser: WidgetUser['asUser'];
let account: string;
let widget: string;

const call: WidgetUser['call'] = (...args) => widgets.call(...args);

/** What GraphQL answers for what stands below `uiapi { query {`. */
const queried = (query: unknown): { readonly data: unknown } => ({ data: { uiapi: { query } } });

const graphql = async (query: string, variables: unknown = {}, headers = {}): Promise<unknown> =>
  (await call('POST', '/graphql', { query, variables }, headers)).body;

beforeAll(() => {
  ({ account, widget, asUser } = widgets);
});

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

  // beta and gamma share a kind, alpha has another; by name they stand the other way round.
  test.each([
    [
      'written in the query',
      '(orderBy: { Kind__c: { order: ASC, nulls: LAST }, Name: { order: DESC } })',
      ['alpha', 'gamma', 'beta'],
    ],
    [
      'the other way round',
      '(orderBy: { Name: { order: DESC }, Kind__c: { order: ASC } })',
      ['gamma', 'beta', 'alpha'],
    ],
    ['in a variable', '(orderBy: $by)', ['alpha', 'gamma', 'beta']],
    [
      'in a part that is a variable',
      '(orderBy: { Kind__c: $kind, Name: { order: DESC } })',
      ['alpha', 'gamma', 'beta'],
    ],
    ['in the default of a variable', '(orderBy: $preset)', ['gamma', 'beta', 'alpha']],
  ])('sorts by several fields in their order, %s', async (_, orderBy, names) => {
    const variables = {
      by: { Kind__c: { order: 'ASC', nulls: 'LAST' }, Name: { order: 'DESC' } },
      kind: { order: 'ASC', nulls: 'LAST' },
    };
    const declared = [
      ['$by', '$by: Widget__c_OrderBy'],
      ['$kind', '$kind: OrderByClause'],
      ['$preset', '$preset: Widget__c_OrderBy = { Name: { order: DESC }, Kind__c: { order: ASC } }'],
    ].flatMap(([name = '', text = '']) => (orderBy.includes(name) ? [text] : []));
    const head = declared.length > 0 ? `query sorted(${declared.join(', ')})` : 'query sorted';
    const query = `${head} { uiapi { query { Widget__c${orderBy} { edges { node { Name { value } } } } } } }`;
    expect(await graphql(query, variables)).toMatchObject({
      ...queried({ Widget__c: { edges: names.map((value) => ({ node: { Name: { value } } })) } }),
      errors: [],
    });
  });

  // GraphQL API Developer Guide, Query Objects (scope) and Field Operators (inq, ninq).
  test('reads the scope of a user, and ids that other records hold', async () => {
    const counted = async (object: string, args: string, headers = {}): Promise<unknown> =>
      graphql(`{ uiapi { query { ${object}${args} { totalCount } } } }`, {}, headers);
    const total = (object: string, totalCount: number): object => ({
      ...queried({ [object]: { totalCount } }),
      errors: [],
    });
    expect(await counted('Widget__c', '(scope: MINE)')).toMatchObject(total('Widget__c', 3));
    expect(await counted('Widget__c', '(scope: EVERYTHING)', asUser)).toMatchObject(total('Widget__c', 3));
    expect(await counted('Widget__c', '(scope: MINE)', asUser)).toMatchObject(total('Widget__c', 0));
    const held = (operator: string, name: string): string =>
      `(where: { Id: { ${operator}: { Widget__c: { Name: { eq: "${name}" } }, ApiName: "Account__c" } } })`;
    expect(await counted('Account', held('inq', 'alpha'))).toMatchObject(total('Account', 1));
    expect(await counted('Account', held('inq', 'nobody'))).toMatchObject(total('Account', 0));
    expect(await counted('Account', held('ninq', 'alpha'))).toMatchObject(total('Account', 0));
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
