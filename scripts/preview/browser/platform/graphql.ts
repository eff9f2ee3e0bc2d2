import { callOrg } from './uiApi.ts';
import { wireAdapter, type WireValue } from './wireAdapter.ts';

interface Query {
  readonly source: string;
}

interface GraphQLConfig {
  readonly query?: Query;
  readonly variables?: Readonly<Record<string, unknown>>;
  readonly operationName?: string;
}

interface Answer {
  readonly data?: unknown;
  readonly errors?: readonly unknown[];
}

/** The `gql` tag of lightning/graphql. */
export function gql(strings: TemplateStringsArray, ...parts: readonly (string | Query)[]): Query {
  const sources = parts.map((part) => (typeof part === 'string' ? part : part.source));
  return { source: String.raw({ raw: strings }, ...sources) };
}

/**
 * The wire adapter `graphql` of lightning/graphql: emits `{ data, errors, refresh }`. A call that fails as a whole is
 * emitted as errors too. Reads again when a record changes through the page.
 */
export const graphql = wireAdapter<GraphQLConfig>({
  ask: (config) => ask(config),
  concerns: () => true,
  refreshable: true,
});

function ask(config: GraphQLConfig): Promise<WireValue> | undefined {
  const { query, variables, operationName } = config;
  if (query === undefined) return undefined;
  return callOrg<Answer>('POST', '/graphql', { query: query.source, variables, operationName }).then(
    ({ data, errors = [] }) =>
      errors.length === 0 ? { data, errors: undefined } : { data: data ?? undefined, errors },
    (error: unknown) => ({ data: undefined, errors: [error] }),
  );
}
