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
 * Every name that a request could mean a field, relationship or object by. The schema is built from these alone: the whole
 * of an org's is thousands of types, and it changes with each deploy and each permission.
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
