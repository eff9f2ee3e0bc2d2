import formulon, { type FormulaLiteral, type FormulaNode } from 'formulon';

type Names = Readonly<Record<string, FormulaLiteral>>;

const checkbox = (value: boolean): FormulaLiteral => ({ type: 'literal', dataType: 'checkbox', value });

const isChecked = (literal: FormulaLiteral): boolean | undefined =>
  literal.dataType === 'checkbox' && typeof literal.value === 'boolean' ? literal.value : undefined;

/** The number of a literal; undefined when it has more decimals than its field, as formulon would round it. */
function numberOf({ dataType, value, options }: FormulaLiteral): number | undefined {
  if (dataType !== 'number' || typeof value !== 'number') return undefined;
  const scale = options?.scale;
  return typeof scale === 'number' && Number(value.toFixed(scale)) === value ? value : undefined;
}

const COMPARISONS: Readonly<Record<string, (one: number, other: number) => boolean>> = {
  equal: (one, other) => one === other,
  greaterThan: (one, other) => one > other,
  greaterThanOrEqual: (one, other) => one >= other,
  lessThan: (one, other) => one < other,
  lessThanOrEqual: (one, other) => one <= other,
  unequal: (one, other) => one !== other,
};

function compared(id: string, [one, other]: readonly FormulaLiteral[]): FormulaLiteral | undefined {
  const compare = COMPARISONS[id];
  const [left, right] = [one && numberOf(one), other && numberOf(other)];
  return compare === undefined || left === undefined || right === undefined
    ? undefined
    : checkbox(compare(left, right));
}

const BLANKABLE = ['date', 'datetime', 'null', 'number', 'text'];

function called(id: string, values: readonly FormulaLiteral[]): FormulaLiteral | undefined {
  const [first] = values;
  if (first === undefined) return undefined;
  if (id === 'isblank') {
    return BLANKABLE.includes(first.dataType)
      ? checkbox(first.dataType === 'null' || first.value === '')
      : undefined;
  }
  if (id in COMPARISONS) return compared(id, values);
  const flags = values.map(isChecked);
  if (flags.includes(undefined)) return undefined;
  if (id === 'not') return checkbox(flags[0] !== true);
  if (id === 'and') return checkbox(!flags.includes(false));
  return id === 'or' ? checkbox(flags.includes(true)) : undefined;
}

function valueOf(node: FormulaNode, names: Names): FormulaLiteral | undefined {
  if (node.type === 'literal') return node;
  if (node.type === 'identifier') return names[node.name];
  if (node.type === 'error') return undefined;
  const values: FormulaLiteral[] = [];
  for (const argument of node.arguments) {
    const value = valueOf(argument, names);
    if (value === undefined) return undefined;
    values.push(value);
  }
  return called(node.id, values);
}

const MOST_TREES = 1_000;
const TREES = new Map<string, FormulaNode>();

function treeOf(formula: string): FormulaNode {
  const known = TREES.get(formula);
  if (known !== undefined) return known;
  if (TREES.size >= MOST_TREES) TREES.clear();
  const tree = formulon.ast(formula);
  TREES.set(formula, tree);
  return tree;
}

/**
 * Evaluates a condition that has only AND, OR, NOT, ISBLANK and comparisons of numbers, as most validation rules do.
 * Undefined for every other formula and for blank numbers. formulon parses a formula again for each record, which takes
 * longer than the rest of the write.
 */
export function simpleCondition(formula: string, names: Names): boolean | undefined {
  const result = valueOf(treeOf(formula), names);
  return result && isChecked(result);
}
