import {
  type DocumentNode,
  type FieldNode,
  type GraphQLSchema,
  Kind,
  TypeInfo,
  visit,
  visitWithTypeInfo,
} from 'graphql';

/** Stands where a selection would be empty after its optional fields were taken out; never reaches an answer. */
const PLACEHOLDER = '_nothing';

const placeholder: FieldNode = {
  kind: Kind.FIELD,
  alias: { kind: Kind.NAME, value: PLACEHOLDER },
  name: { kind: Kind.NAME, value: '__typename' },
};

/** The document without the `@optional` fields that the caller's schema hasn't. */
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

/** The data without what stood in for missing fields. */
export function withoutPlaceholders(data: unknown): unknown {
  if (Array.isArray(data)) return data.map(withoutPlaceholders);
  if (typeof data !== 'object' || data === null) return data;
  return Object.fromEntries(
    Object.entries(data)
      .filter(([key]) => key !== PLACEHOLDER)
      .map(([key, value]) => [key, withoutPlaceholders(value)]),
  );
}
