import {
  type DocumentNode,
  executeSync,
  GraphQLError,
  NoUnusedVariablesRule,
  parse,
  specifiedRules,
  validate,
  visit,
} from 'graphql';
import { OrgError } from '../../org.ts';
import { createDescribes } from '../describe/describe.ts';
import { readerOf } from '../describe/displayValue.ts';
import { isTooDeep } from '../http/json.ts';
import { type Handler, type Resource, objectBody, ok } from '../resource.ts';
import type { Context } from './connection.ts';
import { namesIn } from './names.ts';
import { withoutMissingOptionals, withoutPlaceholders } from './optional.ts';
import { createSchema } from './schema.ts';

type ErrorType = 'InvalidSyntax' | 'ValidationError' | 'DataFetchingException';

/** The path of fields to a position in the document: `uiapi/query/Account/edges/node`. */
function pathTo(document: DocumentNode, start: number | undefined): string {
  const path: string[] = [];
  let found = '';
  visit(document, {
    Field: {
      enter: (node) => {
        path.push(node.name.value);
        if (node.loc?.start === start) found = path.join('/');
      },
      leave: () => {
        path.pop();
      },
    },
  });
  return found;
}

/** The error as graphql-java words it, which Salesforce uses. */
function inItsWords(error: GraphQLError, document: DocumentNode): string {
  const [, field, type] = /^Cannot query field "(\w+)" on type "(\w+)"/.exec(error.message) ?? [];
  if (field === undefined || type === undefined) return `Validation error: ${error.message}`;
  const path = pathTo(document, error.nodes?.[0]?.loc?.start);
  return `Validation error of type FieldUndefined: Field '${field}' in type '${type}' is undefined @ '${path}'`;
}

const failure = (message: string, error: GraphQLError, type: ErrorType): unknown => ({
  message,
  locations: error.locations ?? [],
  ...(error.path ? { path: error.path } : {}),
  extensions: { ErrorType: type },
});

/** "Each GraphQL query can contain up to 10 subqueries." GraphQL API Query Limitations. */
const MOST_SUBQUERIES = 10;

/** How many objects the document queries or aggregates. */
function subqueriesOf(document: DocumentNode): number {
  const path: string[] = [];
  let found = 0;
  visit(document, {
    Field: {
      enter: (node) => {
        if (/^uiapi\/(query|aggregate)$/.test(path.join('/'))) found += 1;
        path.push(node.name.value);
      },
      leave: () => {
        path.pop();
      },
    },
  });
  return found;
}

/** The document of a query; the error for one that isn't written right, or so deep that reading it would end the stack. */
function parsed(source: string): DocumentNode | GraphQLError {
  if (isTooDeep(source)) return new GraphQLError('The query is nested too deep.');
  try {
    return parse(source);
  } catch (error) {
    if (error instanceof GraphQLError) return error;
    throw error;
  }
}

const run: Handler = ({ body, caller, version }, { org }) => {
  const { query, variables, operationName } = objectBody(body);
  if (typeof query !== 'string') throw new OrgError(400, 'INVALID_INPUT', 'The request body needs a query.');
  const values = (variables ?? {}) as Readonly<Record<string, unknown>>;
  const asked = parsed(query);
  if (asked instanceof GraphQLError) {
    return ok({ data: null, errors: [failure(`Invalid Syntax : ${asked.message}`, asked, 'InvalidSyntax')] });
  }
  if (subqueriesOf(asked) > MOST_SUBQUERIES) {
    const tooMany = new GraphQLError(`A query can contain up to ${MOST_SUBQUERIES} subqueries.`);
    return ok({ data: null, errors: [failure(tooMany.message, tooMany, 'ValidationError')] });
  }
  const context: Context = {
    org,
    caller,
    version,
    variables: values,
    describes: createDescribes(org, caller),
    reader: readerOf(org, caller),
  };
  const schema = createSchema(namesIn(asked, values), context);
  const document = withoutMissingOptionals(asked, schema);
  // Unused variables are allowed: one may have been used only by fields that were taken out.
  const rules = specifiedRules.filter((rule) => rule !== NoUnusedVariablesRule);
  const invalid = validate(schema, document, rules);
  if (invalid.length > 0) {
    return ok({
      data: null,
      errors: invalid.map((error) => failure(inItsWords(error, document), error, 'ValidationError')),
    });
  }
  const result = executeSync({
    schema,
    document,
    variableValues: values,
    contextValue: context,
    ...(typeof operationName === 'string' ? { operationName } : {}),
  });
  const errors = (result.errors ?? []).map((error) => failure(error.message, error, 'DataFetchingException'));
  return ok({ data: withoutPlaceholders(result.data ?? null), errors });
};

/** The GraphQL API: `uiapi { query { ... } }` over the objects and fields that the caller sees. */
export const GRAPHQL_RESOURCES: readonly Resource[] = [{ path: '/graphql', handlers: { POST: run } }];
