import type { SchemaField, SchemaObject } from '@salesforce/schema';
import { gql, type GraphqlDocument } from 'lightning/graphql';

/** A record of a GraphQL answer. */
export interface Row {
  readonly Id: string;
  readonly [field: string]: unknown;
}

/**
 * Text of a query for the first `limit` rows of an object. Each field is optional: without that, one field that the
 * user has no access to fails the whole query (LWC developer guide, "GraphQL API optional fields").
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
 * Text of one query for several objects. Its parts may use the variables `$recordId`, the record of the page, and `$after`,
 * the cursor after which a page of rows begins.
 */
export function queryOf(name: string, parts: readonly string[]): string {
  const used = VARIABLES.filter(([variable]) => parts.some((part) => part.includes(variable)));
  const variables =
    used.length === 0 ? '' : `(${used.map(([variable, type]) => `${variable}: ${type}`).join(', ')})`;
  return `query ${name}${variables} { uiapi { query { ${parts.join(' ')} } } }`;
}

/** What is asked of a field: its value, or the org's own text of it, too, as a picklist's label. */
const VALUE = 'value';
export const VALUE_AND_TEXT = 'value displayValue';

/**
 * The part of a query for the rows of an object that `selection` (first, after, where, orderBy) takes, under `alias` if given.
 * With `after: $after` it asks for where the next page begins, too.
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

/** The query of that text. The same text gives the same document, so that a wire doesn't take it for another request. */
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

/** The rows of that object, or of that alias, in an answer. */
export function rows(data: unknown, object: SchemaObject | string): readonly Row[] {
  return (connection(data, object).edges ?? []).flatMap((edge) => (edge ? [edge.node] : []));
}

/** The cursor after which the next page of that object begins; null when there is none. */
export function nextPage(data: unknown, object: SchemaObject | string): string | null {
  const { pageInfo } = connection(data, object);
  return pageInfo?.hasNextPage === true ? (pageInfo.endCursor ?? null) : null;
}

/** The org's own text of a field's value, where it was asked for; null when there is none. */
export function rowText(row: Row, field: SchemaField): string | null {
  return (
    (row[field.fieldApiName] as { readonly displayValue?: string | null } | null | undefined)?.displayValue ??
    null
  );
}

/** null: the field is empty. undefined: it isn't in the answer, as the user has no access to it. */
export function rowValue<Value>(row: Row, field: SchemaField<string, Value>): Value | null | undefined {
  return (row[field.fieldApiName] as { value: Value | null } | null | undefined)?.value;
}
