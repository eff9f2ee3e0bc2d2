import { readFileSync } from 'node:fs';
import type { Caller } from '../../org.ts';
import { orgForFile } from '../../orgForTests.ts';
import type { Api } from '../api.ts';
import { GRAPHQL_RESOURCES } from './resource.ts';

// What is asked and answered: GraphQL API Developer Guide, "Aggregate Examples", "Grouping Examples", "Order By Examples".
const test_ = orgForFile(undefined, { sharing: { '*': 'Private', contact: 'ControlledByParent' } });
let callers: Readonly<Record<'agent' | 'manager' | 'admin', Caller>>;

beforeAll(() => {
  const [top = ''] = test_.insert('UserRole', { Name: 'Manager' });
  const [low = ''] = test_.insert('UserRole', { Name: 'Agent', ParentRoleId: top });
  const [agent, colleague, manager] = [0, 1, 2].map(() => test_.user('Standard User')) as [
    Caller,
    Caller,
    Caller,
  ];
  callers = { agent, manager, admin: test_.org.admin };
  test_.save('update', 'User', [
    { Id: agent.userId, UserRoleId: low },
    { Id: colleague.userId, UserRoleId: low },
    { Id: manager.userId, UserRoleId: top },
  ]);
  const of = (owner: Caller, Industry: string | null, AnnualRevenue: number | null, day: string) => ({
    LastName: 'Person',
    OwnerId: owner.userId,
    Industry,
    AnnualRevenue,
    PersonBirthdate: day,
  });
  test_.insert(
    'Account',
    of(agent, 'Banking', 10, '2026-01-05'),
    of(agent, 'Banking', 20, '2026-01-06'),
    of(agent, null, null, '2025-12-30'),
    of(colleague, 'Banking', 40, '2026-01-05'),
    of(colleague, 'Energy', 80, '2026-02-01'),
    of(test_.org.admin, 'Energy', 160, '2026-02-01'),
  );
});

interface Answer {
  readonly data: { readonly uiapi: { readonly aggregate: Readonly<Record<string, unknown>> } } | null;
  readonly errors: readonly { readonly message: string; readonly extensions: unknown }[];
}

function graphql(query: string, caller: Caller = test_.org.admin, variables: object = {}): Answer {
  const request = {
    method: 'POST' as const,
    param: () => '',
    query: new URLSearchParams(),
    headers: {},
    body: { query, variables },
    version: '66.0',
    caller,
  };
  return GRAPHQL_RESOURCES[0]?.handlers.POST?.(request, { org: test_.org } as Api).body as Answer;
}

interface Rows {
  readonly totalCount: number;
  readonly edges: readonly { readonly node: { readonly aggregate: unknown } }[];
}

function accounts(query: string, caller?: Caller, variables?: object): readonly unknown[] {
  const { data, errors } = graphql(
    `query one($after: String) { uiapi { aggregate { ${query} } } }`,
    caller,
    variables,
  );
  expect(errors).toStrictEqual([]);
  return (data?.uiapi.aggregate.Account as Rows).edges.map(({ node }) => node.aggregate);
}

const aggregate = (selection: string, args = ''): string =>
  `Account${args} { edges { node { aggregate { ${selection} } } } totalCount }`;

const refusal = (query: string, caller?: Caller): unknown =>
  graphql(`{ uiapi { aggregate { ${query} } } }`, caller).errors.map(({ message }) => message);

test.each(['agent', 'manager', 'admin'] as const)('counts for the %s what SOQL counts', (who) => {
  const caller = callers[who];
  const soql = (statement: string) => test_.rows(statement, caller);
  const [all] = accounts(
    aggregate(
      'Id { count { value } } Industry { countDistinct { value } } AnnualRevenue { sum { value } avg { value } min { value } max { value } }',
    ),
    caller,
  );
  const [expected] = soql(
    'SELECT COUNT(Id) count, COUNT_DISTINCT(Industry) kinds, SUM(AnnualRevenue) total, AVG(AnnualRevenue) mean, MIN(AnnualRevenue) least, MAX(AnnualRevenue) most FROM Account',
  );
  expect(all).toEqual({
    Id: { count: { value: expected?.count } },
    Industry: { countDistinct: { value: expected?.kinds } },
    AnnualRevenue: {
      sum: { value: expected?.total },
      avg: { value: expected?.mean },
      min: { value: expected?.least },
      max: { value: expected?.most },
    },
  });
  expect(expected?.count).toBe({ agent: 3, manager: 5, admin: 6 }[who]);
  const grouped = accounts(
    aggregate('Industry { value } Id { count { value } }', '(groupBy: { Industry: { group: true } })'),
    caller,
  );
  expect(grouped).toEqual(
    soql('SELECT Industry, COUNT(Id) n FROM Account GROUP BY Industry').map(({ Industry, n }) => ({
      Industry: { value: Industry },
      Id: { count: { value: n } },
    })),
  );
});

test('takes where and scope', () => {
  const filtered = aggregate(
    'Id { count { value displayValue } }',
    '(where: { Industry: { eq: "Banking" } }, scope: MINE)',
  );
  expect(accounts(filtered, callers.agent)).toEqual([{ Id: { count: { value: 2, displayValue: '2' } } }]);
  expect(accounts(filtered, callers.admin)).toEqual([{ Id: { count: { value: 0, displayValue: '0' } } }]);
});

test('groups by a date, by a part of it and by a parent', () => {
  const months =
    '(groupBy: { PersonBirthdate: { function: CALENDAR_MONTH } }, orderBy: { PersonBirthdate: { function: COUNT } })';
  expect(refusal(aggregate('PersonBirthdate { calendarMonth { value } }', months))).toStrictEqual([]);
  const parts = (name: string, group: string): readonly unknown[] =>
    accounts(
      aggregate(
        `PersonBirthdate { ${name} { value } } Id { count { value } }`,
        `(groupBy: { PersonBirthdate: { function: ${group} } })`,
      ),
    );
  expect(parts('calendarYear', 'CALENDAR_YEAR')).toEqual([
    { PersonBirthdate: { calendarYear: { value: 2025 } }, Id: { count: { value: 1 } } },
    { PersonBirthdate: { calendarYear: { value: 2026 } }, Id: { count: { value: 5 } } },
  ]);
  expect(parts('weekInYear', 'WEEK_IN_YEAR')).toContainEqual({
    PersonBirthdate: { weekInYear: { value: 1 } },
    Id: { count: { value: 3 } },
  });
  expect(
    accounts(
      aggregate(
        'PersonBirthdate { value displayValue } Id { count { value } }',
        '(first: 1, groupBy: { PersonBirthdate: { group: true } }, orderBy: { PersonBirthdate: { order: DESC } })',
      ),
      callers.agent,
    ),
  ).toEqual([
    { PersonBirthdate: { value: '2026-01-06', displayValue: '6/01/2026' }, Id: { count: { value: 1 } } },
  ]);
  expect(
    accounts(
      aggregate(
        'Owner { Username { value } } Id { count { value } }',
        '(groupBy: { Owner: { Username: { group: true } } })',
      ),
    ),
  ).toHaveLength(3);
});

test('puts groups in order by an aggregate and gives them by pages', () => {
  const page = `Account(first: 1, after: $after, groupBy: { Industry: { group: true } }, orderBy: { AnnualRevenue: { function: SUM, order: DESC, nulls: LAST } }) {
    edges { cursor node { aggregate { Industry { value label } AnnualRevenue { sum { value displayValue } } } } } totalCount pageInfo { hasNextPage hasPreviousPage endCursor } }`;
  const read = (after?: string) =>
    graphql(`query one($after: String) { uiapi { aggregate { ${page} } } }`, callers.agent, { after }).data
      ?.uiapi.aggregate.Account as Rows & { readonly pageInfo: { readonly endCursor: string } };
  const one = read();
  expect(one).toMatchObject({
    totalCount: 2,
    edges: [
      { node: { aggregate: { Industry: { value: 'Banking' }, AnnualRevenue: { sum: { value: 30 } } } } },
    ],
    pageInfo: { hasNextPage: true, hasPreviousPage: false },
  });
  expect(read(one.pageInfo.endCursor)).toMatchObject({
    edges: [{ node: { aggregate: { Industry: { value: null }, AnnualRevenue: { sum: { value: null } } } } }],
    pageInfo: { hasNextPage: false, hasPreviousPage: true },
  });
});

test.each([
  [
    'a field that is neither grouped nor aggregated',
    'Industry { value } Id { count { value } }',
    '',
    'Field must be grouped or aggregated: Industry',
  ],
  [
    'ROLLUP',
    'Industry { value } Id { count { value } }',
    '(groupBy: { type: ROLLUP, Industry: { group: true } })',
    'GROUP BY ROLLUP',
  ],
  [
    'GROUPING without ROLLUP',
    'Industry { value grouping { value } }',
    '(groupBy: { Industry: { group: true } })',
    'GROUPING',
  ],
  [
    'the sum of a text',
    'Name { sum { value } }',
    '',
    "FieldUndefined: Field 'sum' in type 'StringAggregate' is undefined @ 'uiapi/aggregate/Account/edges/node/aggregate/Name/sum'",
  ],
  [
    'the count of a checkbox',
    'IsPersonAccount { count { value } }',
    '',
    "Field 'count' in type 'BooleanAggregate' is undefined",
  ],
  [
    'a group of amounts',
    'AnnualRevenue { value }',
    '(groupBy: { AnnualRevenue: { group: true } })',
    'AnnualRevenue',
  ],
  ['a group of date-times', 'CreatedDate { value }', '(groupBy: { CreatedDate: { group: true } })', 'group'],
  [
    'a field that the user may not read',
    'Number__c { count { value } }',
    '',
    "Field 'Number__c' in type 'AccountAggregate' is undefined",
  ],
  [
    'an order without its group',
    'Id { count { value } }',
    '(orderBy: { Industry: { order: ASC } })',
    'Ordered field must be grouped or aggregated: Industry',
  ],
  [
    'more than 2,000 rows a page',
    'Id { count { value } }',
    '(first: 2001)',
    'The value of first must be from 1 to 2000.',
  ],
])('refuses %s', (_what, selection, args, message) => {
  expect(refusal(aggregate(selection, args), callers.agent)).toEqual([expect.stringContaining(message)]);
});

test("refuses what isn't aggregated, and more than ten subqueries", () => {
  expect(refusal('Account { totalCount }')).toEqual(['Select an aggregate function of Account, or group.']);
  const many = Array.from({ length: 11 }, (_, index) => `a${index}: ${aggregate('Id { count { value } }')}`);
  expect(refusal(many.slice(1).join(' '))).toStrictEqual([]);
  expect(refusal(many.join(' '))).toEqual(['A query can contain up to 10 subqueries.']);
});

test("the document's query is answered", () => {
  const document = readFileSync(new URL('../../../../docs/LOCAL-ORG.md', import.meta.url), 'utf8');
  const [, query = ''] = /```graphql\n([\s\S]*?)```/.exec(document) ?? [];
  const { data, errors } = graphql(query, callers.agent);
  expect(errors).toStrictEqual([]);
  expect(data?.uiapi.aggregate).toMatchObject({
    total: { edges: [{ node: { aggregate: { Id: { count: { value: 3 } } } } }] },
  });
});
