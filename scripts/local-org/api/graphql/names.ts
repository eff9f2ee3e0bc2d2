import { type DocumentNode, visit } from 'graphql';

function keysOf(value: unknown, into: Set<string>): void {
  if (Array.isArray(value))
    value.forEach((one) => {
      keysOf(one, into);
    });
  else if (typeof value === 'object' && value !== null) {
    for (const [key, one] of Object.entries(value)) {
      into.add(key);
      keysOf(one, into);
    }
  }
}

/**
 * Every name in the request that could be a field, relationship or object. The schema is built from these only: the complete
 * schema of an org has thousands of types and changes with each deploy and permission.
 */
export function namesIn(
  document: DocumentNode,
  variables: Readonly<Record<string, unknown>>,
): ReadonlySet<string> {
  const names = new Set<string>();
  visit(document, {
    Name: ({ value }) => {
      names.add(value);
    },
  });
  keysOf(variables, names);
  return names;
}
