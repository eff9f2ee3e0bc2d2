import { type GraphQLResolveInfo, type ValueNode, Kind } from 'graphql';
import type { Arguments } from './soql.ts';

const isObject = (value: unknown): value is Arguments =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function variableIn(name: string, info: GraphQLResolveInfo, variables: Arguments): unknown {
  const given = variables[name];
  if (given !== undefined) return given;
  return info.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name)
    ?.defaultValue;
}

/**
 * The keys of an input in the order of the query's text, or of the variable's JSON; undefined when there is no such text.
 */
function entriesOf(
  written: unknown,
  info: GraphQLResolveInfo,
  variables: Arguments,
): readonly (readonly [string, unknown])[] {
  if (!isObject(written)) return [];
  const node = written as unknown as ValueNode;
  if (node.kind === Kind.VARIABLE)
    return entriesOf(variableIn(node.name.value, info, variables), info, variables);
  if (node.kind === Kind.OBJECT) return node.fields.map(({ name, value }) => [name.value, value]);
  return Object.entries(written);
}

function sorted(
  value: Arguments,
  written: unknown,
  info: GraphQLResolveInfo,
  variables: Arguments,
): Arguments {
  const entries = entriesOf(written, info, variables);
  return Object.fromEntries(
    entries
      .filter(([key]) => key in value)
      .map(([key, inner]) => {
        const own = value[key];
        return [key, isObject(own) ? sorted(own, inner, info, variables) : own];
      }),
  );
}

/**
 * The `orderBy` argument with its keys in the order of the query. Coerced inputs have them in the order of the schema, but
 * the order of sort terms matters. `variables` are the request's, not coerced.
 */
export function orderAsWritten(orderBy: unknown, info: GraphQLResolveInfo, variables: Arguments): Arguments {
  if (!isObject(orderBy)) return {};
  const node = info.fieldNodes[0]?.arguments?.find(({ name }) => name.value === 'orderBy')?.value;
  return node ? sorted(orderBy, node, info, variables) : orderBy;
}
