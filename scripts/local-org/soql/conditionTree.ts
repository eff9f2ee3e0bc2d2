import type {
  Condition,
  HavingClause,
  Query,
  Subquery,
  ValueQueryCondition,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import type { Clauses, Comparison, Shape } from './clauses.ts';
import { unexpected } from './errors.ts';

type Leaf = Condition | ValueQueryCondition;
type Clause = HavingClause | WhereClause;

/** A condition with its brackets resolved. */
export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'not'; readonly part: ConditionTree };

/**
 * soql-parser-js drops some of several NOTs with brackets. So brackets, NOT, AND and OR are read from the text, and only the
 * comparisons are taken from the parser. This map keeps the trees by the clauses of the parsed statements.
 */
const trees = new WeakMap<Clause, ConditionTree>();

/** The tree of a WHERE or HAVING clause of a parsed statement. */
export function conditionTree(clause: Clause): ConditionTree {
  const tree = trees.get(clause);
  if (tree === undefined) throw new Error('The clause is not of a statement that was read');
  return tree;
}

/** SOQL has two signs for unequal, and operators in any case; the parser passes them on as written. */
function withPlainOperator(leaf: Leaf): Leaf {
  if (!('operator' in leaf)) return leaf;
  const written = leaf.operator.toUpperCase();
  return { ...leaf, operator: written === '<>' ? '!=' : written } as Leaf;
}

/** The comparisons of a clause in the order in which they are written. */
function leavesOf(clause: Clause): readonly Leaf[] {
  const leaves: Leaf[] = [];
  for (let at: Clause | undefined = clause; at !== undefined; at = 'right' in at ? at.right : undefined) {
    const { left } = at;
    if (left !== null && ('operator' in left || 'valueQuery' in left)) leaves.push(withPlainOperator(left));
  }
  return leaves;
}

/** The operators that take a list in brackets; only IN and NOT IN take an inner SELECT. All others take a single value. */
const LISTED: readonly string[] = ['IN', 'NOT IN', 'INCLUDES', 'EXCLUDES'];
const BRACKET = /(?:[<=>]|LIKE)\s*(\()/di;
const SELECT = /\((\s*)SELECT/di;

/**
 * The parser takes a list, or an inner SELECT, with any operator, and one value without brackets where SOQL wants a list. The
 * grammar of Salesforce's own SOQL tools refuses that (npm, @salesforce/soql-common 0.2.2).
 */
function refuseOperand(text: string, { first, last }: Comparison, leaf: Leaf): void {
  const operator = 'operator' in leaf ? leaf.operator : '';
  const inner = 'valueQuery' in leaf;
  const list = 'value' in leaf && Array.isArray(leaf.value);
  const at = (pattern: RegExp): number =>
    first.at + (pattern.exec(text.slice(first.at))?.indices?.[1]?.[1] ?? 0);
  if (LISTED.includes(operator)) {
    if (inner && !operator.endsWith('IN')) throw unexpected(text, 'SELECT', at(SELECT));
    if (!inner && !list) throw unexpected(text, last.text, last.at);
  } else if (inner || list) throw unexpected(text, '(', at(BRACKET) - 1);
}

/** Combines the comparisons, which are in the order of the shape's leaves, to a tree. */
function treeOf(text: string, shape: Shape, leaves: Iterator<Leaf, undefined>): ConditionTree {
  switch (shape.kind) {
    case 'leaf': {
      const leaf = leaves.next().value;
      if (leaf === undefined) throw unexpected(text, shape.first.text, shape.first.at);
      refuseOperand(text, shape, leaf);
      if ('valueQuery' in leaf && shape.inner !== undefined) keepTrees(text, shape.inner, leaf.valueQuery);
      return { kind: 'leaf', leaf };
    }
    case 'not':
      return { kind: 'not', part: treeOf(text, shape.part, leaves) };
    case 'and':
    case 'or':
      return { kind: shape.kind, parts: shape.parts.map((part) => treeOf(text, part, leaves)) };
  }
}

function keepTrees(text: string, { where, having, children }: Clauses, query: Query | Subquery): void {
  for (const [clause, shape] of [
    [query.where, where],
    [query.having, having],
  ] as const) {
    if (clause !== undefined && shape !== undefined)
      trees.set(clause, treeOf(text, shape, leavesOf(clause).values()));
  }
  const subqueries = (query.fields ?? []).filter((item) => item.type === 'FieldSubquery');
  subqueries.forEach((item, index) => {
    const child = children[index];
    if (child !== undefined) keepTrees(text, child, item.subquery);
  });
}

/** Stores the trees of a statement, its child queries and its semi-joins. */
export function keepConditionTrees(text: string, clauses: Clauses, query: Query): void {
  keepTrees(text, clauses, query);
}
