import type {
  Condition,
  HavingClause,
  Query,
  Subquery,
  ValueQueryCondition,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { malformed } from './errors.ts';

type Leaf = Condition | ValueQueryCondition;
type Clause = HavingClause | WhereClause;

/** A condition with its brackets resolved. */
export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'leaf'; readonly leaf: Leaf }
  | { readonly kind: 'not'; readonly part: ConditionTree };

/**
 * The parser's chain of conditions drops some of several NOTs with brackets, so the brackets, NOT, AND and OR are read from the text
 * and only the comparisons taken from the parser. The trees stand here beside the clauses of the statements that were read.
 */
const trees = new WeakMap<Clause, ConditionTree>();

/** The tree of a WHERE or HAVING clause of a statement that was read. */
export function conditionTree(clause: Clause): ConditionTree {
  const tree = trees.get(clause);
  if (tree === undefined) throw new Error('The clause is not of a statement that was read');
  return tree;
}

/** SOQL has two signs for unequal and takes operators in any case; the parser hands on what was written. */
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

/** A token: a quoted text, a bracket, a comma, or whatever stands between those and blanks. */
const TOKENS = /'(?:\\[\s\S]|[^'\\])*'|[(),]|[^\s(),']+/g;
const AFTER_WHERE = new Set(['ALL', 'FOR', 'GROUP', 'HAVING', 'LIMIT', 'OFFSET', 'ORDER', 'UPDATE', 'WITH']);

type Tokens = readonly string[];

/** Where the bracket closes that opens at `open`. */
function closing(tokens: Tokens, open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at] === '(') depth += 1;
    if (tokens[at] === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

/** The tokens of one query cut into clauses; what stands in brackets stays together. */
function clausesOf(tokens: Tokens): {
  readonly where: Tokens;
  readonly having: Tokens;
  readonly children: readonly Tokens[];
} {
  const clauses: Record<'HAVING' | 'WHERE', string[]> = { WHERE: [], HAVING: [] };
  const children: Tokens[] = [];
  let current: string[] | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at] ?? '';
    const word = token.toUpperCase();
    if (token === '(') {
      const end = closing(tokens, at);
      if (current === undefined && tokens[at + 1]?.toUpperCase() === 'SELECT')
        children.push(tokens.slice(at + 1, end));
      current?.push(...tokens.slice(at, end + 1));
      at = end;
    } else if (word === 'WHERE' || word === 'HAVING') current = clauses[word];
    else if (AFTER_WHERE.has(word)) current = undefined;
    else current?.push(token);
  }
  return { where: clauses.WHERE, having: clauses.HAVING, children };
}

const CONNECTIVES = new Set(['AND', 'OR']);

/** The tree that tokens make of the comparisons. AND and OR side by side without brackets are refused, as Salesforce does. */
function treeOf(tokens: Tokens, leaves: readonly Leaf[]): ConditionTree {
  let at = 0;
  let next = 0;
  const word = (): string => (tokens[at] ?? '').toUpperCase();
  const unexpectedHere = (): Error => malformed(`unexpected token: '${tokens[at] ?? '<EOF>'}'`);
  function comparison(): ConditionTree {
    const from = at;
    while (at < tokens.length && tokens[at] !== ')' && !CONNECTIVES.has(word()))
      at = tokens[at] === '(' ? closing(tokens, at) + 1 : at + 1;
    const leaf = leaves[next];
    next += 1;
    if (at === from || leaf === undefined) throw unexpectedHere();
    if ('valueQuery' in leaf) {
      const open = tokens.indexOf('(', from);
      readConditions(tokens.slice(open + 1, closing(tokens, open)), leaf.valueQuery);
    }
    return { kind: 'leaf', leaf };
  }
  function operand(): ConditionTree {
    if (word() === 'NOT') {
      at += 1;
      return { kind: 'not', part: operand() };
    }
    if (tokens[at] !== '(') return comparison();
    at += 1;
    const inner = chain();
    if (tokens[at] !== ')') throw unexpectedHere();
    at += 1;
    return inner;
  }
  function chain(): ConditionTree {
    const first = operand();
    const connective = word();
    if (!CONNECTIVES.has(connective)) return first;
    const parts = [first];
    while (word() === connective) {
      at += 1;
      parts.push(operand());
    }
    if (CONNECTIVES.has(word())) throw unexpectedHere();
    return { kind: connective === 'AND' ? 'and' : 'or', parts };
  }
  const tree = chain();
  if (at < tokens.length || next !== leaves.length) throw unexpectedHere();
  return tree;
}

function readConditions(tokens: Tokens, query: Query | Subquery): void {
  const { where, having, children } = clausesOf(tokens);
  if (query.where !== undefined) trees.set(query.where, treeOf(where, leavesOf(query.where)));
  if (query.having !== undefined) trees.set(query.having, treeOf(having, leavesOf(query.having)));
  const subqueries = (query.fields ?? []).filter((item) => item.type === 'FieldSubquery');
  subqueries.forEach((item, index) => {
    readConditions(children[index] ?? [], item.subquery);
  });
}

/** Reads the conditions of a statement, of its child queries and of its semi-joins. MALFORMED_QUERY where they are none. */
export function readConditionTrees(text: string, query: Query): void {
  readConditions(text.match(TOKENS) ?? [], query);
}
