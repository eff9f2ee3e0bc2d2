import formulon, { type FormulaNode } from 'formulon';

const COMPARISONS: Readonly<Record<string, string>> = {
  greaterThan: '>',
  greaterThanOrEqual: '>=',
  lessThan: '<',
  lessThanOrEqual: '<=',
};

/** formulon reads no backslash in a text, so a text has at most one of the two kinds of quotes. */
function literalText(value: unknown): string {
  if (typeof value === 'string') return value.includes('"') ? `'${value}'` : `"${value}"`;
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return typeof value === 'number' ? String(value) : 'NULL';
}

function text(node: FormulaNode, blank: ReadonlySet<string>): string {
  if (node.type === 'identifier') return node.name;
  if (node.type === 'literal') return literalText(node.value);
  if (node.type === 'error') throw new Error(node.message);
  const operator = COMPARISONS[node.id];
  const parts = node.arguments.map((each) => text(each, blank));
  if (operator === undefined) return `${node.id}(${parts.join(', ')})`;
  const withBlank = node.arguments.some((each) => each.type === 'identifier' && blank.has(each.name));
  return withBlank ? 'FALSE' : `(${parts.join(` ${operator} `)})`;
}

/**
 * Rewrites a formula so that <, <=, > and >= with a blank field are FALSE, as in Salesforce; formulon treats the blank as 0.
 * A formula that formulon can't parse stays as it is.
 */
export function withoutBlankComparisons(formula: string, blank: ReadonlySet<string>): string {
  if (blank.size === 0 || !/[<>]/.test(formula)) return formula;
  try {
    return text(formulon.ast(formula), blank);
  } catch {
    return formula;
  }
}
