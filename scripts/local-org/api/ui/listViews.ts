import { GraphQLError, parseValue, valueFromASTUntyped } from 'graphql';
import { OrgError } from '../../org.ts';
import { type Arguments, conditionOf } from '../graphql/soql.ts';
import { type Handler, type Resource, objectBody, ok } from '../resource.ts';
import type { ResourceRequest } from '../request.ts';
import type { Api } from '../api.ts';
import {
  type ListView,
  type Order,
  defaultOrder,
  isListViewId,
  listInfo,
  listReference,
  listViewId,
  listViewNamed,
  listViewWithId,
  listViewsOf,
  readForCaller,
  sortField,
} from './listInfo.ts';
import { type Page, pageLinks, pageOf } from './listPage.ts';
import { eTag } from './objectInfo.ts';
import { type Reading, type Wanted, nothingWanted, readRecords, want } from './representation.ts';
import { list, readingOf } from './wanted.ts';

/** What a call for records of a list asks for, by its address or by its body. */
interface Asked {
  readonly fields: readonly string[];
  readonly optionalFields: readonly string[];
  readonly sortBy: string | null;
  readonly where: string | null;
  readonly searchTerm: string | null;
  readonly page: Page;
}

const RECORDS_PAGE = { preset: 50, most: 2_000 };
const LISTS_PAGE = { preset: 20, most: 2_000 };

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one) => typeof one === 'string') : [];
const textOr = (value: unknown): string | null =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : null;

function askedOf({ method, query, body }: ResourceRequest): Asked {
  if (method === 'POST') {
    const given = objectBody(body);
    return {
      fields: textsOf(given.fields),
      optionalFields: textsOf(given.optionalFields),
      sortBy: oneOf(textsOf(given.sortBy)),
      where: textOr(given.where),
      searchTerm: textOr(given.searchTerm),
      page: pageOf(textOr(given.pageSize), textOr(given.pageToken), RECORDS_PAGE),
    };
  }
  return {
    fields: list(query.get('fields')),
    optionalFields: list(query.get('optionalFields')),
    sortBy: oneOf(list(query.get('sortBy'))),
    where: query.get('where'),
    searchTerm: query.get('searchTerm'),
    page: pageOf(query.get('pageSize'), query.get('pageToken'), RECORDS_PAGE),
  };
}

/** "This parameter accepts only one value per request." */
function oneOf([first, ...rest]: readonly string[]): string | null {
  if (rest.length > 0) throw new OrgError(400, 'INVALID_INPUT', 'sortBy takes one field.');
  return first ?? null;
}

/** The `where` of a call, in the syntax of GraphQL, as a SOQL condition. */
function conditionIn(where: string | null, { object }: ListView, { describes }: Reading): string {
  if (where === null || where === '') return '';
  try {
    return conditionOf(valueFromASTUntyped(parseValue(where)) as Arguments, object, describes);
  } catch (error) {
    if (error instanceof GraphQLError) throw new OrgError(400, 'INVALID_INPUT', error.message);
    throw error;
  }
}

function viewOf({ param }: ResourceRequest, reading: Reading): ListView {
  if (param('name') === '' && isListViewId(param('object'))) return listViewWithId(param('object'), reading);
  return listViewNamed(param('object'), param('name'), reading);
}

function orderOf(sortBy: string | null, view: ListView, reading: Reading): Order | undefined {
  if (sortBy !== null) return { field: sortField(sortBy, view, reading), ascending: !sortBy.startsWith('-') };
  const field = defaultOrder(readForCaller(view, reading), view, reading);
  return field && { field, ascending: true };
}

/** Fields that come with every record of a list, as recorded answers have them. */
const WITH_EVERY_RECORD = ['Id', 'CreatedDate', 'LastModifiedById', 'LastModifiedDate', 'SystemModstamp'];

function wantedOf(view: ListView, columns: readonly string[], asked: Asked, reading: Reading): Wanted {
  const { object } = view;
  const wanted = nothingWanted(object);
  const pathOf = (name: string): readonly string[] =>
    name.replace(new RegExp(`^${object.name}\\.`, 'i'), '').split('.');
  for (const name of asked.fields) {
    if (want(wanted, pathOf(name), reading.describes)) continue;
    const message = `No such column '${pathOf(name).join('.')}' on entity '${object.name}'.`;
    throw new OrgError(400, 'INVALID_FIELD', message, [name]);
  }
  for (const name of [...columns, ...WITH_EVERY_RECORD, ...asked.optionalFields])
    want(wanted, pathOf(name), reading.describes);
  return wanted;
}

const recordsUrl = ({ object, name }: ListView, { version }: Reading): string =>
  `/services/data/v${version}/ui-api/list-records/${object.name}/${name}`;

/** List Record Collection (User Interface API Developer Guide). */
function recordsOf(view: ListView, asked: Asked, reading: Reading): unknown {
  // Which fields a search looks at isn't told.
  if (asked.searchTerm !== null && asked.searchTerm !== '')
    throw new OrgError(400, 'INVALID_INPUT', 'searchTerm is not supported.');
  const read = readForCaller(view, reading);
  const columns = read.columns.flatMap(({ field }) =>
    field ? [field.path, `${field.path.replace(/[^.]+$/, '')}Id`] : [],
  );
  const wanted = wantedOf(view, columns, asked, reading);
  const order = orderOf(asked.sortBy, view, reading);
  const conditions = [read.where, conditionIn(asked.where, view, reading)].filter((one) => one !== '');
  const where = conditions.length === 0 ? '' : `WHERE ${conditions.map((one) => `(${one})`).join(' AND ')} `;
  const sorted = order
    ? `${order.field.path} ${order.ascending ? 'ASC NULLS FIRST' : 'DESC NULLS LAST'}, `
    : '';
  const { size, start } = asked.page;
  const found = readRecords(
    `${where}ORDER BY ${sorted}Id LIMIT ${size + 1}${start > 0 ? ` OFFSET ${start}` : ''}`,
    wanted,
    reading,
  );
  const records = found.slice(0, size);
  const query = new URLSearchParams(asked.sortBy === null ? {} : { sortBy: asked.sortBy });
  return {
    count: records.length,
    ...pageLinks(recordsUrl(view, reading), asked.page, found.length > size, query),
    fields: asked.fields,
    listInfoETag: eTag(listInfo(view, order, reading)),
    listReference: listReference(view),
    optionalFields: asked.optionalFields,
    pageSize: size,
    records,
    searchTerm: null,
    sortBy: asked.sortBy,
    where: asked.where,
  };
}

const readInfo: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const view = viewOf(request, reading);
  return ok(listInfo(view, orderOf(null, view, reading), reading));
};

const readListRecords: Handler = (request, api) => {
  const reading = readingOf(request, api);
  return ok(recordsOf(viewOf(request, reading), askedOf(request), reading));
};

const readUi: Handler = (request, api) => {
  const reading = readingOf(request, api);
  const view = viewOf(request, reading);
  const asked = askedOf(request);
  const info = listInfo(view, orderOf(asked.sortBy, view, reading), reading);
  const records = recordsOf(view, asked, reading);
  return ok({ eTag: eTag([info, records]), info, records });
};

/** The list views of an object: List Info Summary Collection, and under its deprecated address List View Summary Collection. */
function summaries(path: 'list-info' | 'list-ui', request: ResourceRequest, api: Api): unknown {
  const reading = readingOf(request, api);
  const { query, version } = request;
  const object = reading.describes.of(request.param('object'));
  if (query.get('recentListsOnly') === 'true')
    throw new OrgError(400, 'INVALID_INPUT', 'recentListsOnly is not supported.');
  const term = (query.get('q') ?? '').toLowerCase();
  const views = listViewsOf(object, reading).filter(({ label }) => label.toLowerCase().includes(term));
  const page = pageOf(query.get('pageSize'), query.get('pageToken'), LISTS_PAGE);
  const root = `/services/data/v${version}/ui-api`;
  const shown = views.slice(page.start, page.start + page.size);
  const answer = {
    count: shown.length,
    ...pageLinks(
      `${root}/${path}/${object.name}`,
      page,
      views.length > page.start + page.size,
      new URLSearchParams(),
    ),
    lists: shown.map((view) => ({
      apiName: view.name,
      id: listViewId(view),
      label: view.label,
      listUiUrl: `${root}/list-ui/${object.name}/${view.name}`,
    })),
    objectApiName: object.name,
    pageSize: page.size,
    queryString: query.get('q'),
    recentListsOnly: false,
  };
  return { ...answer, eTag: eTag(answer) };
}

/** What stands for an object alone: its list views, or one list view when it is named by id. */
const ofObject =
  (path: 'list-info' | 'list-ui', byId: Handler): Handler =>
  (request, api) =>
    isListViewId(request.param('object')) ? byId(request, api) : ok(summaries(path, request, api));

export const LIST_VIEW_RESOURCES: readonly Resource[] = [
  { path: '/ui-api/list-info/:object', handlers: { GET: ofObject('list-info', readInfo) } },
  { path: '/ui-api/list-info/:object/:name', handlers: { GET: readInfo } },
  { path: '/ui-api/list-records/:object', handlers: { GET: readListRecords } },
  {
    path: '/ui-api/list-records/:object/:name',
    handlers: { GET: readListRecords, POST: readListRecords },
  },
  { path: '/ui-api/list-ui/:object', handlers: { GET: ofObject('list-ui', readUi) } },
  { path: '/ui-api/list-ui/:object/:name', handlers: { GET: readUi } },
];
