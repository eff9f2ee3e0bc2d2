import { type XmlContent, elements, textOf, texts } from '../xml.ts';
import { type ListField, type ListedObject, type Objects, listField } from './fields.ts';
import { filterCondition } from './filters.ts';
import { logicOf, logicSoql } from './logic.ts';

/** What a list view shows and of which records, read for an object. */
export interface ReadListView {
  readonly columns: readonly { readonly column: string; readonly field: ListField | undefined }[];
  readonly filters: readonly ReadFilter[];
  /** The SOQL condition; '' when every record is listed. */
  readonly where: string;
  readonly problems: readonly {
    readonly message: string;
    readonly element: string;
    readonly value: string;
  }[];
}

export interface ReadFilter {
  readonly name: string;
  readonly field: ListField | undefined;
  readonly operation: string;
  readonly value: string | null;
}

export interface Asking {
  readonly userId: string;
  readonly timeZone: string;
}

/** Scopes that the org can tell: there are no queues, teams and territories. */
const MINE = ['Mine', 'MineAndMyGroups'];

function scopeProblem(scope: string, object: ListedObject): string | undefined {
  if (scope === 'Everything') return undefined;
  const owned = object.fields.some(({ name }) => name === 'OwnerId');
  return MINE.includes(scope) && owned
    ? undefined
    : `The filter scope ${scope} isn't available for ${object.name}`;
}

/** Reads the metadata of a list view. Days of date-times are those of the asking user, and Mine are theirs. */
export function readListView(
  content: XmlContent,
  object: ListedObject,
  objects: Objects,
  { userId, timeZone }: Asking,
): ReadListView {
  const columns = texts(content, 'columns').map((column) => ({
    column,
    field: listField(column, object, objects),
  }));
  const filters = elements(content, 'filters').map((filter) => ({
    name: textOf(filter, 'field') ?? '',
    field: listField(textOf(filter, 'field') ?? '', object, objects),
    operation: textOf(filter, 'operation') ?? '',
    value: textOf(filter, 'value'),
  }));
  const problems: { message: string; element: string; value: string }[] = [];
  const conditions = filters.map(({ name, field, operation, value }) => {
    if (field === undefined) {
      problems.push({
        message: `Could not resolve list view column: ${name}`,
        element: 'field',
        value: name,
      });
      return '';
    }
    const condition = filterCondition(field, { operation, value }, timeZone);
    if ('soql' in condition) return condition.soql;
    problems.push({
      message: `${condition.problem} in the filter on ${name}`,
      element: 'field',
      value: name,
    });
    return '';
  });
  const written = textOf(content, 'booleanFilter');
  const logic = written === null ? undefined : logicOf(written, filters.length);
  if (typeof logic === 'string')
    problems.push({ message: logic, element: 'booleanFilter', value: written ?? '' });
  const scope = textOf(content, 'filterScope') ?? 'Everything';
  const wrongScope = scopeProblem(scope, object);
  if (wrongScope !== undefined) problems.push({ message: wrongScope, element: 'filterScope', value: scope });
  const filtered =
    typeof logic === 'object' ? [logicSoql(logic, conditions)] : conditions.filter((each) => each !== '');
  const mine = MINE.includes(scope) ? [`OwnerId = '${userId}'`] : [];
  return { columns, filters, where: [...mine, ...filtered].join(' AND '), problems };
}
