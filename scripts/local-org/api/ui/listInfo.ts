import { createHash } from 'node:crypto';
import { type MetadataComponent, OrgError } from '../../org.ts';
import { type ListField, type ListedObject, listField } from '../../metadata/listViews/fields.ts';
import { type ReadListView, readListView } from '../../metadata/listViews/listView.ts';
import { textOf } from '../../metadata/xml.ts';
import { recordId } from '../../store/recordIds.ts';
import type { ObjectDescribe } from '../describe/describe.ts';
import { notFound } from '../resource.ts';
import { eTag } from './objectInfo.ts';
import type { Reading } from './representation.ts';

/** A list view of an object, as its caller may see it. */
export interface ListView {
  readonly object: ObjectDescribe;
  readonly name: string;
  readonly label: string;
  readonly content: Readonly<Record<string, unknown>>;
}

const LIST_VIEW_PREFIX = '00B';
/** How many numbers an id has room for, far fewer than nine digits of 62. */
const ID_NUMBERS = 2 ** 48;

/** The id of a list view: nothing holds it but its name, so it is made of that. */
export function listViewId({ object, name }: Pick<ListView, 'object' | 'name'>): string {
  const hash = createHash('sha256').update(`${object.name}.${name}`).digest().readUIntBE(0, 6);
  return recordId(LIST_VIEW_PREFIX, hash % ID_NUMBERS);
}

function listViewOf(component: MetadataComponent, object: ObjectDescribe): ListView {
  const content = component.content ?? {};
  const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
  return { object, name, label: textOf(content, 'label') ?? name, content };
}

/** The list views of an object by their labels. */
export function listViewsOf(object: ObjectDescribe, { org }: Reading): readonly ListView[] {
  return [...org.components('ListView').values()]
    .filter(({ fullName }) => fullName.startsWith(`${object.name}.`))
    .map((component) => listViewOf(component, object))
    .sort((a, b) => a.label.localeCompare(b.label));
}

/** The list view of an object by name, or by its id. Throws NOT_FOUND when there is none. */
export function listViewNamed(objectName: string, name: string, reading: Reading): ListView {
  const object = reading.describes.of(objectName);
  const found = listViewsOf(object, reading).find(
    (view) => view.name.toLowerCase() === name.toLowerCase() || listViewId(view) === name,
  );
  if (!found) throw notFound();
  return found;
}

/** The list view with an id, of whatever object the caller sees. */
export function listViewWithId(id: string, reading: Reading): ListView {
  const visible = new Set(reading.describes.names());
  const found = [...reading.org.components('ListView').values()]
    .filter(({ fullName }) => visible.has(fullName.slice(0, fullName.indexOf('.'))))
    .map((component) =>
      listViewOf(
        component,
        reading.describes.of(component.fullName.slice(0, component.fullName.indexOf('.'))),
      ),
    )
    .find((view) => listViewId(view) === id);
  if (!found) throw notFound();
  return found;
}

/** Whether a path's segment is the id of a list view. */
export const isListViewId = (text: string): boolean => /^00B[0-9A-Za-z]{15}$/.test(text);

/** The objects that the caller sees. */
function objectsOf({ describes }: Reading): (name: string) => ListedObject | undefined {
  return (name) => (describes.names().includes(name) ? describes.of(name) : undefined);
}

/** Reads a list view as its caller may: a column that they may not see is left out, a filter on such a field refuses it. */
export function readForCaller(view: ListView, reading: Reading): ReadListView {
  const read = readListView(view.content, view.object, objectsOf(reading), {
    userId: reading.caller.userId,
    timeZone: reading.reader.timeZone,
  });
  const [problem] = read.problems;
  if (problem !== undefined) throw new OrgError(400, 'INVALID_FIELD', problem.message, [problem.value]);
  return read;
}

/** The field that `sortBy` names: `Name`, `-Owner.Alias`. Throws INVALID_FIELD for another. */
export function sortField(sortBy: string, { object }: ListView, reading: Reading): ListField {
  const path = sortBy.replace(/^-/, '').replace(new RegExp(`^${object.name}\\.`), '');
  const found = listField(path, object, objectsOf(reading));
  if (found && isSortable(found, object, reading)) return found;
  throw new OrgError(400, 'INVALID_FIELD', `${sortBy} can't be sorted by.`, [sortBy]);
}

function isSortable({ field, lookup }: ListField, object: ObjectDescribe, { describes }: Reading): boolean {
  const owner = lookup === null ? object : describes.of(targetOf(lookup.referenceTo));
  return owner.fields.some(({ name, sortable }) => name === field.name && sortable);
}

const targetOf = (referenceTo: readonly string[]): string =>
  referenceTo.includes('User') ? 'User' : (referenceTo[0] ?? '');

/** The heading of a column: a lookup's own label over the name of its record, else both labels. */
function labelOf({ field, lookup }: ListField): string {
  if (lookup === null) return field.label;
  const parent = lookup.label.replace(/ ID$/, '');
  return field.nameField ? parent : `${parent} ${field.label}`;
}

function lookupId({ field, lookup, path }: ListField): string | null {
  if (lookup === null) return field.nameField ? 'Id' : null;
  return `${path.slice(0, path.indexOf('.'))}.Id`;
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** The column by which a list is in order until somebody sorts it otherwise: its first that can be. */
export const defaultOrder = (read: ReadListView, view: ListView, reading: Reading): ListField | undefined =>
  read.columns.flatMap(({ field }) => field ?? []).find((field) => isSortable(field, view.object, reading));

export interface Order {
  readonly field: ListField;
  readonly ascending: boolean;
}

export const listReference = (view: ListView): unknown => ({
  id: listViewId(view),
  listViewApiName: view.name,
  objectApiName: view.object.name,
  type: 'listView',
});

/** List Info (User Interface API Developer Guide). List views aren't changed by this API here, so nobody may. */
export function listInfo(view: ListView, order: Order | undefined, reading: Reading): unknown {
  const read = readForCaller(view, reading);
  const columns = read.columns.flatMap(({ field }) => field ?? []);
  const info = {
    cloneable: false,
    createable: false,
    deletable: false,
    displayColumns: columns.map((column) => ({
      fieldApiName: column.path,
      label: labelOf(column),
      lookupId: lookupId(column),
      sortable: isSortable(column, view.object, reading),
    })),
    filterLogicString: textOf(view.content, 'booleanFilter'),
    filteredByInfo: read.filters.flatMap(({ field, operation, value }) =>
      field
        ? [
            {
              fieldApiName: field.path,
              label: labelOf(field),
              operandLabels: value === null ? [] : value.split(',').map((part) => part.trim()),
              operator: capitalised(operation),
            },
          ]
        : [],
    ),
    label: view.label,
    listReference: listReference(view),
    objectApiNames: [view.object.name],
    orderedByInfo:
      order === undefined
        ? []
        : [{ fieldApiName: order.field.path, isAscending: order.ascending, label: labelOf(order.field) }],
    updateable: false,
    userPreferences: {
      columnWidths: Object.fromEntries(columns.map(({ path }) => [path, -1])),
      columnWrap: Object.fromEntries(columns.map(({ path }) => [path, false])),
    },
    visibility: 'Public',
    visibilityEditable: false,
  };
  return { ...info, eTag: eTag(info) };
}
