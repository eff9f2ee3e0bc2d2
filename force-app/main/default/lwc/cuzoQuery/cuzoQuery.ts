import type { SchemaField, SchemaObject } from '@salesforce/schema';

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
  const name = object.objectApiName;
  const selection = fields.map(({ fieldApiName }) => `${fieldApiName} @optional { value }`).join(' ');
  return `query ${name.replace(/__c$/, '')} { uiapi { query { ${name}(first: ${limit}) { edges { node { Id ${selection} } } } } } }`;
}

interface RowsAnswer {
  readonly uiapi?: {
    readonly query?: Readonly<
      Record<string, { readonly edges?: readonly ({ readonly node: Row } | null)[] | null } | null>
    >;
  };
}

/** The rows of that object in an answer. */
export function rows(data: unknown, object: SchemaObject): readonly Row[] {
  const edges = (data as RowsAnswer | undefined)?.uiapi?.query?.[object.objectApiName]?.edges ?? [];
  return edges.flatMap((edge) => (edge ? [edge.node] : []));
}

/** null: the field is empty. undefined: it isn't in the answer, as the user has no access to it. */
export function rowValue<Value>(row: Row, field: SchemaField<string, Value>): Value | null | undefined {
  return (row[field.fieldApiName] as { value: Value | null } | null | undefined)?.value;
}
