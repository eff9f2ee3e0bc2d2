import { OrgError } from '../../org.ts';
import { type Handler, type Resource, notFound, ok } from '../resource.ts';
import { numberOf } from './listPage.ts';
import { type Wanted, nothingWanted, readRecord, readRecords, want } from './representation.ts';
import { list, objectOf, readingOf, wantedOf } from './wanted.ts';

const DEFAULT_PAGE = 50;
const LARGEST_PAGE = 1_999;

/** `Name` or `-Name` as SOQL. Only fields that the caller sees get into the statement. */
function orderBy(sortBy: string | null, { object }: Wanted): string {
  if (sortBy === null) return 'ORDER BY Id';
  const field = object.fields.find(
    ({ name }) => name === sortBy.replace(/^-/, '').replace(`${object.name}.`, ''),
  );
  if (!field) throw new OrgError(400, 'INVALID_FIELD', `${sortBy} can't be sorted by.`, [sortBy]);
  return `ORDER BY ${field.name} ${sortBy.startsWith('-') ? 'DESC NULLS LAST' : 'ASC NULLS FIRST'}, Id`;
}

/** Children of a record by relationship name (User Interface API Developer Guide, Related List Record Collection). */
const relatedRecords: Handler = (request, api) => {
  const { param, query } = request;
  const reading = readingOf(request, api);
  const parent = reading.describes.of(objectOf(param('parent'), reading));
  const relation = parent.childRelationships.find(
    ({ relationshipName }) => relationshipName === param('list'),
  );
  if (!relation) throw notFound();
  const { id } = readRecord(param('parent'), nothingWanted(parent), reading);
  const child = reading.describes.of(relation.childSObject);
  const asked = query.has('fields') || query.has('optionalFields');
  const wanted = asked ? wantedOf(child.name, query, reading) : nothingWanted(child);
  if (!asked) want(wanted, ['Id'], reading.describes);
  const size = numberOf(query.get('pageSize'), DEFAULT_PAGE, 1, LARGEST_PAGE);
  const start = numberOf(query.get('pageToken'), 0, 0, Number.MAX_SAFE_INTEGER);
  const where = `WHERE ${relation.field} = '${String(id)}'`;
  const page = `LIMIT ${size + 1}${start > 0 ? ` OFFSET ${start}` : ''}`;
  const found = readRecords(`${where} ${orderBy(query.get('sortBy'), wanted)} ${page}`, wanted, reading);
  const records = found.slice(0, size);
  return ok({
    count: records.length,
    currentPageToken: String(start),
    fields: list(query.get('fields')),
    listReference: { parentObjectApiName: parent.name, relatedListId: param('list'), type: 'relatedList' },
    nextPageToken: found.length > size ? String(start + size) : null,
    optionalFields: list(query.get('optionalFields')),
    pageSize: size,
    previousPageToken: start > 0 ? String(Math.max(0, start - size)) : null,
    records,
    sortBy: list(query.get('sortBy')),
  });
};

export const RELATED_LIST_RESOURCES: readonly Resource[] = [
  { path: '/ui-api/related-list-records/:parent/:list', handlers: { GET: relatedRecords } },
];
