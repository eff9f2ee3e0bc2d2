import formulon, { type FormulaLiteral, type FormulaNode } from 'formulon';
import { memoryOf } from './remembered.ts';

type Names = Readonly<Record<string, FormulaLiteral>>;

const checkbox = (value: boolean): FormulaLiteral => ({ type: 'literal', dataType: 'checkbox', value });

const isChecked = ({ value }: FormulaLiteral): boolean | undefined =>
  typeof value === 'boolean' ? value : undefined;

/** The number of a literal; undefined when it has more decimals than its field, as formulon would round it. */
function numberOf({ value, options }: FormulaLiteral): number | undefined {
  const scale = options?.scale;
  if (typeof value !== 'number' || typeof scale !== 'number') return undefined;
  return Number(value.toFixed(scale)) === value ? value : undefined;
}

type Comparison = (one: number, other: number) => boolean;

const COMPARISONS: Readonly<Record<string, Comparison>> = {
  equal: (one, other) => one === other,
  greaterThan: (one, other) => one > other,
  greaterThanOrEqual: (one, other) => one >= other,
  lessThan: (one, other) => one < other,
  lessThanOrEqual: (one, other) => one <= other,
  unequal: (one, other) => one !== other,
};

function compared(compare: Comparison, values: readonly FormulaLiteral[]): FormulaLiteral | undefined {
  const [left, right] = values.map(numberOf);
  return left === undefined || right === undefined ? undefined : checkbox(compare(left, right));
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
  const compare = COMPARISONS[id];
  if (compare !== undefined) return compared(compare, values);
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

const treeOf = memoryOf<FormulaNode>(1_000);

/**
 * Evaluates a condition that has only AND, OR, NOT, ISBLANK and comparisons of numbers, as most validation rules do.
 * Undefined for every other formula and for blank numbers. formulon parses a formula again for each record, which takes
 * longer than the rest of the write.
 */
export function simpleCondition(formula: string, names: Names): boolean | undefined {
  const result = valueOf(
    treeOf(formula, () => formulon.ast(formula)),
    names,
  );
  return result && isChecked(result);
}
