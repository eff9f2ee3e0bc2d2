import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Fills a selection that is empty without its optional fields; removed from the answer again. */
const PLACEHOLDER = '_nothing';

const placeholder: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: PLACEHOLDER },
  name: { kind: Kind.NAME, value: '__typename' },
};

/** The document without the `@optional` fields that the caller's schema lacks. */
export function withoutMissingOptionals(document: DocumentNode, schema: GraphQLSchema): DocumentNode {
  const typeInfo = new TypeInfo(schema);
  return visit(
    document,
    visitWithTypeInfo(typeInfo, {
      Field: {
        enter: (node) => {
          const optional = node.directives?.some(({ name }) => name.value === 'optional');
          return optional && typeInfo.getParentType() && !typeInfo.getFieldDef() ? null : undefined;
        },
      },
      SelectionSet: {
        leave: (node) => (node.selections.length === 0 ? { ...node, selections: [placeholder] } : undefined),
      },
    }),
  );
}

/** The data without the placeholders of missing fields. */
export function withoutPlaceholders(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutPlaceholders);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== PLACEHOLDER)
      .map(([key, value]) => [key, withoutPlaceholders(value)]),
  );
}
