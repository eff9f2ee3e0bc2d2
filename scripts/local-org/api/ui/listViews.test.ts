import { metadata, packageZip } from '../../metadata/fixture.ts';
import { type Caller, OrgError } from '../../org.ts';
import { only } from '../../testOrg.ts';
import { orgForFile } from '../../orgForTests.ts';
import type { Api } from '../api.ts';
import type { Method } from '../request.ts';
import { LIST_VIEW_RESOURCES } from './listViews.ts';

const test_ = orgForFile(undefined, { sharing: { '*': 'Private', contact: 'ControlledByParent' } });
let agent: Caller;

const view = (name: string, body: string, scope = 'Everything'): string =>
  `<listViews><fullName>${name}</fullName>${body}<filterScope>${scope}</filterScope><label>${name} label</label></listViews>`;
const filter = (field: string, operation: string, value: string): string =>
  `<filters><field>${field}</field><operation>${operation}</operation><value>${value}</value></filters>`;
const COLUMNS =
  '<columns>ACCOUNT.NAME</columns><columns>Number__c</columns><columns>ACCOUNT.SALES</columns><columns>CORE.USERS.ALIAS</columns>';
const VIEWS = {
  All: view('All', COLUMNS),
  Mine: view('Mine', COLUMNS, 'Mine'),
  Large: view(
    'Large',
    `<booleanFilter>1 AND (2 OR 3)</booleanFilter>${COLUMNS}${filter('ACCOUNT.SALES', 'greaterThan', '15')}${filter('INDUSTRY', 'equals', 'Banking,Energy')}${filter('ACCOUNT.CREATED_DATE', 'lessThan', '1/1/2001')}`,
  ),
  New: view(
    'New',
    `${COLUMNS}${filter('ACCOUNT.CREATED_DATE', 'equals', 'TODAY')}${filter('ACCOUNT.NAME', 'notContain', 'three')}`,
  ),
  Numbered: view('Numbered', `${COLUMNS}${filter('Number__c', 'startsWith', 'N')}`),
};

beforeAll(() => {
  const { messages } = test_.org.deploy(
    packageZip(
      { 'objects/Account.object': metadata('CustomObject', Object.values(VIEWS).join('')) },
      { ListView: Object.keys(VIEWS).map((name) => `Account.${name}`) },
    ),
    {},
    test_.org.admin,
  );
  expect(messages.flatMap(({ problem }) => problem ?? [])).toStrictEqual([]);
  agent = test_.user('Standard User');
  const of = (Name: string, AnnualRevenue: number, Industry: string, more: object = {}) => ({
    Name,
    AnnualRevenue,
    Industry,
    Number__c: Name.slice(0, 2).toUpperCase(),
    ...more,
  });
  test_.insert(
    'Account',
    of('one', 10, 'Banking'),
    of('two', 20, 'Banking', { OwnerId: agent.userId }),
    of('three', 30, 'Energy'),
    of('nine', 40, 'Retail'),
  );
});

function call(
  address: string,
  { body, caller = test_.org.admin }: { body?: object; caller?: Caller } = {},
): unknown {
  const method: Method = body === undefined ? 'GET' : 'POST';
  const { pathname, searchParams } = new URL(`http://local/ui-api${address}`);
  const names = pathname.split('/');
  const resource = only(
    LIST_VIEW_RESOURCES.filter(({ path }) => {
      const parts = path.split('/');
      return (
        parts.length === names.length && parts.every((part, at) => part.startsWith(':') || part === names[at])
      );
    }),
  );
  const param = (name: string): string => names[resource.path.split('/').indexOf(`:${name}`)] ?? '';
  const request = { method, param, query: searchParams, headers: {}, body, version: '66.0', caller };
  try {
    return resource.handlers[method]?.(request, { org: test_.org } as Api).body;
  } catch (error) {
    if (error instanceof OrgError)
      return { status: error.status, errorCode: error.errorCode, message: error.message };
    throw error;
  }
}

interface Records {
  readonly records: readonly { readonly fields: Readonly<Record<string, { readonly value: unknown }>> }[];
}
const names = (answer: unknown): readonly unknown[] =>
  (answer as Records).records.map(({ fields }) => fields.Name?.value);

test('tells the list views of an object by their labels, in pages', () => {
  const first = call('/list-info/Account?pageSize=2');
  expect(first).toMatchObject({
    count: 2,
    currentPageToken: '0',
    nextPageToken: '2',
    nextPageUrl: '/services/data/v66.0/ui-api/list-info/Account?pageSize=2&pageToken=2',
    previousPageToken: null,
    lists: [
      { apiName: 'All', label: 'All label', listUiUrl: '/services/data/v66.0/ui-api/list-ui/Account/All' },
      { apiName: 'Large', label: 'Large label' },
    ],
  });
  expect(call('/list-info/Account?q=MINE')).toMatchObject({ count: 1, lists: [{ apiName: 'Mine' }] });
  expect(call('/list-ui/Account?pageSize=2&pageToken=4')).toMatchObject({
    lists: [{ apiName: 'Numbered' }],
    nextPageToken: null,
    previousPageToken: '2',
  });
});

test('tells columns with labels, filters and order of a list view, by name and by id', () => {
  const info = call('/list-info/Account/Large') as { readonly listReference: { readonly id: string } };
  expect(info).toMatchObject({
    label: 'Large label',
    displayColumns: [
      { fieldApiName: 'Name', label: 'Account Name', lookupId: 'Id', sortable: true },
      { fieldApiName: 'Number__c', label: 'Number', lookupId: null, sortable: true },
      { fieldApiName: 'AnnualRevenue', label: 'Annual Revenue', lookupId: null, sortable: true },
      { fieldApiName: 'Owner.Alias', lookupId: 'Owner.Id', sortable: true },
    ],
    filterLogicString: '1 AND (2 OR 3)',
    filteredByInfo: [
      { fieldApiName: 'AnnualRevenue', operandLabels: ['15'], operator: 'GreaterThan' },
      { fieldApiName: 'Industry', operandLabels: ['Banking', 'Energy'], operator: 'Equals' },
      { fieldApiName: 'CreatedDate', operandLabels: ['1/1/2001'], operator: 'LessThan' },
    ],
    listReference: { listViewApiName: 'Large', objectApiName: 'Account', type: 'listView' },
    orderedByInfo: [{ fieldApiName: 'Name', isAscending: true }],
    visibility: 'Public',
  });
  expect(call(`/list-info/${info.listReference.id}`)).toEqual(info);
  expect(call(`/list-ui/${info.listReference.id}`)).toMatchObject({ info, records: { count: 2 } });
});

test.each([
  ['All', ['nine', 'one', 'three', 'two'], ['two']],
  ['Mine', ['nine', 'one', 'three'], ['two']],
  ['Large', ['three', 'two'], ['two']],
  ['New', ['nine', 'one', 'two'], ['two']],
])('gives the records of %s that the user may see', (name, ofAdmin, ofAgent) => {
  expect(names(call(`/list-records/Account/${name}`))).toEqual(ofAdmin);
  expect(names(call(`/list-records/Account/${name}`, { caller: agent }))).toEqual(ofAgent);
});

test('leaves out a column that the user may not read, and refuses a filter on one', () => {
  const columns = (caller: Caller) =>
    (
      call('/list-info/Account/All', { caller }) as {
        readonly displayColumns: readonly { readonly fieldApiName: string }[];
      }
    ).displayColumns.map(({ fieldApiName }) => fieldApiName);
  expect(columns(test_.org.admin)).toContain('Number__c');
  expect(columns(agent)).toEqual(['Name', 'AnnualRevenue', 'Owner.Alias']);
  expect(names(call('/list-records/Account/Numbered'))).toEqual(['nine']);
  expect(call('/list-records/Account/Numbered', { caller: agent })).toEqual({
    status: 400,
    errorCode: 'INVALID_FIELD',
    message: 'Could not resolve list view column: Number__c',
  });
});

test('gives records in pages, in another order, with more fields and further conditions', () => {
  const address =
    '/list-records/Account/All?pageSize=2&sortBy=-AnnualRevenue&fields=Account.Industry&optionalFields=Account.Nope';
  const first = call(address);
  expect(first).toMatchObject({
    count: 2,
    pageSize: 2,
    sortBy: '-AnnualRevenue',
    nextPageToken: '2',
    nextPageUrl:
      '/services/data/v66.0/ui-api/list-records/Account/All?pageSize=2&pageToken=2&sortBy=-AnnualRevenue',
    previousPageToken: null,
    listReference: { listViewApiName: 'All' },
  });
  expect(names(first)).toEqual(['nine', 'three']);
  expect((first as Records).records[0]?.fields).toMatchObject({
    Industry: { value: 'Retail' },
    AnnualRevenue: { value: 40 },
    Owner: {},
    Id: {},
    CreatedDate: {},
  });
  const second = call(`${address}&pageToken=2`);
  expect(names(second)).toEqual(['two', 'one']);
  expect(second).toMatchObject({ nextPageToken: null, previousPageToken: '0' });
  const body = {
    fields: ['Industry'],
    sortBy: ['Owner.Alias'],
    where: '{ AnnualRevenue: { gt: 10 }, Industry: { ne: "Retail" } }',
  };
  expect(new Set(names(call('/list-records/Account/All', { body })))).toEqual(new Set(['two', 'three']));
});

test.each([
  ['a list view that is not there', '/list-info/Account/Nope', 404, 'NOT_FOUND'],
  ['an object that is not there', '/list-info/Nope__c', 404, 'NOT_FOUND'],
  ['a page that is too long', '/list-records/Account/All?pageSize=2001', 400, 'INVALID_INPUT'],
  ['a page that is too far', '/list-records/Account/All?pageToken=2001', 400, 'INVALID_INPUT'],
  ['an order by a field that is not there', '/list-records/Account/All?sortBy=Nope', 400, 'INVALID_FIELD'],
  ['an order by two fields', '/list-records/Account/All?sortBy=Name,Industry', 400, 'INVALID_INPUT'],
  ['a field that is not there', '/list-records/Account/All?fields=Account.Nope', 400, 'INVALID_FIELD'],
  ['a search', '/list-records/Account/All?searchTerm=a', 400, 'INVALID_INPUT'],
  ['a condition that is none', '/list-records/Account/All?where=x', 400, 'INVALID_INPUT'],
])('refuses %s', (_what, address, status, errorCode) => {
  expect(call(address)).toMatchObject({ status, errorCode });
});
