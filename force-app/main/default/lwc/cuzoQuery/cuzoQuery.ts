import type { SchemaField, SchemaObject } from '@salesforce/schema';
import { gql, type GraphqlDocument } from 'lightning/graphql';

/** A record in a GraphQL result. */
export interface Row {
  readonly Id: string;
  readonly [field: string]: unknown;
}

/**
 * Text of a query for the first `limit` rows of an object. Every field is @optional: otherwise a single field without access
 * fails the whole query (LWC developer guide, "GraphQL API optional fields").
 */
export function rowsQuery<ObjectName extends string>(
  object: SchemaObject<ObjectName>,
  fields: readonly SchemaField<NoInfer<ObjectName>>[],
  limit: number,
): string {
  return queryOf(object.objectApiName.replace(/__c$/, ''), [rowsOf(object, fields, `first: ${limit}`)]);
}

const VARIABLES: readonly (readonly [string, string])[] = [
  ['$recordId', 'ID'],
  ['$after', 'String'],
];

/**
 * Text of one query from several parts. They may use the variables `$recordId`, the record of the page, and `$after`, the
 * cursor of a page of rows.
 */
export function queryOf(name: string, parts: readonly string[]): string {
  const used = VARIABLES.filter(([variable]) => parts.some((part) => part.includes(variable)));
  const variables =
    used.length === 0 ? '' : `(${used.map(([variable, type]) => `${variable}: ${type}`).join(', ')})`;
  return `query ${name}${variables} { uiapi { query { ${parts.join(' ')} } } }`;
}

/** What a field is queried for: its value, or also its display value, such as a picklist's label. */
const VALUE = 'value';
export const VALUE_AND_TEXT = 'value displayValue';

/**
 * The part of a query for the rows of an object that match `selection` (first, after, where, orderBy), under `alias` if
 * given. With `after: $after` it also queries the cursor of the next page.
 */
export function rowsOf<ObjectName extends string>(
  object: SchemaObject<ObjectName>,
  fields: readonly SchemaField<NoInfer<ObjectName>>[],
  selection: string,
  alias?: string,
  parts = VALUE,
): string {
  const values = fields.map(({ fieldApiName }) => `${fieldApiName} @optional { ${parts} }`).join(' ');
  const name = `${alias === undefined ? '' : `${alias}: `}${object.objectApiName}`;
  const page = selection.includes('$after') ? ' pageInfo { hasNextPage endCursor }' : '';
  return `${name}(${selection}) { edges { node { Id ${values} } }${page} }`;
}

/** The part of a query for the record of the page. */
export function recordOf<ObjectName extends string>(
  object: SchemaObject<ObjectName>,
  fields: readonly SchemaField<NoInfer<ObjectName>>[],
): string {
  return rowsOf(object, fields, 'first: 1, where: { Id: { eq: $recordId } }');
}

const DOCUMENTS = new Map<string, GraphqlDocument>();

/** The document of a query text. The same text returns the same object, so that a wire doesn't treat it as another query. */
export function documentOf(text: string): GraphqlDocument {
  const document =
    DOCUMENTS.get(text) ??
    gql`
      ${text}
    `;
  DOCUMENTS.set(text, document);
  return document;
}

interface Connection {
  readonly edges?: readonly ({ readonly node: Row } | null)[] | null;
  readonly pageInfo?: { readonly hasNextPage?: boolean | null; readonly endCursor?: string | null } | null;
}

interface RowsAnswer {
  readonly uiapi?: { readonly query?: Readonly<Record<string, Connection | null>> };
}

function connection(data: unknown, object: SchemaObject | string): Connection {
  const name = typeof object === 'string' ? object : object.objectApiName;
  return (data as RowsAnswer | undefined)?.uiapi?.query?.[name] ?? {};
}

/** The rows of that object, or alias, in a result. */
export function rows(data: unknown, object: SchemaObject | string): readonly Row[] {
  return (connection(data, object).edges ?? []).flatMap((edge) => (edge ? [edge.node] : []));
}

/** The cursor of that object's next page; null when there is none. */
export function nextPage(data: unknown, object: SchemaObject | string): string | null {
  const { pageInfo } = connection(data, object);
  return pageInfo?.hasNextPage === true ? (pageInfo.endCursor ?? null) : null;
}

/** A field's display value, where it was queried; null when there is none. */
export function rowText(row: Row, field: SchemaField): string | null {
  return (
    (row[field.fieldApiName] as { readonly displayValue?: string | null } | null | undefined)?.displayValue ??
    null
  );
}

/** null when the field is empty; undefined when it isn't in the result, as the user has no access. */
export function rowValue<Value>(row: Row, field: SchemaField<string, Value>): Value | null | undefined {
  return (row[field.fieldApiName] as { value: Value | null } | null | undefined)?.value;
}
