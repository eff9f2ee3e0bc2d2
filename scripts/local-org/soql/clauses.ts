import { tooComplicated, unexpected } from './errors.ts';

/** A word, quoted text, bracket or comma of a statement, and its position. */
export interface Token {
  readonly text: string;
  readonly at: number;
}

type Tokens = readonly Token[];

/** How AND, OR and NOT combine comparisons, without the comparisons themselves. */
export type Shape =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly Shape[]; readonly depth: number }
  | { readonly kind: 'not'; readonly part: Shape; readonly depth: number }
  | Comparison;

/** A comparison: its first and last token and, for a semi-join, the conditions of its inner SELECT. */
export interface Comparison {
  readonly kind: 'leaf';
  readonly first: Token;
  readonly last: Token;
  readonly inner: Clauses | undefined;
  readonly depth: 0;
}

/** The conditions of a query and of its child queries, in their order. */
export interface Clauses {
  readonly where: Shape | undefined;
  readonly having: Shape | undefined;
  readonly children: readonly Clauses[];
}

/** How deep AND and OR may be nested. SQLite allows expressions a thousand levels deep in all. */
const DEEPEST = 100;

const TOKENS = /'(?:\\[\s\S]|[^'\\])*'|[(),]|[^\s(),']+/g;

/** The tokens of a statement: quoted texts, brackets, commas, and everything else between blanks. */
function tokensOf(text: string): Tokens {
  return [...text.matchAll(TOKENS)].map((match) => ({ text: match[0], at: match.index }));
}

const wordOf = (token: Token | undefined): string => (token?.text ?? '').toUpperCase();

/** The position of the bracket that closes the one at `open`. */
function closing(tokens: Tokens, open: number): number {
  let depth = 0;
  for (let at = open; at < tokens.length; at += 1) {
    if (tokens[at]?.text === '(') depth += 1;
    if (tokens[at]?.text === ')') depth -= 1;
    if (depth === 0) return at;
  }
  return tokens.length;
}

const CONNECTIVES = new Set(['AND', 'OR']);

/** A clause or a bracket that is being read. */
interface Group {
  /** The NOT at the start of the group, if any. */
  not: Token | undefined;
  connective: string;
  readonly parts: Shape[];
  /** Whether a comparison or a bracket has to come next. */
  open: boolean;
}

const newGroup = (): Group => ({ not: undefined, connective: '', parts: [], open: true });

const negated = (part: Shape): Shape =>
  part.kind === 'not' ? part.part : { kind: 'not', part, depth: part.depth };

function joined(kind: 'and' | 'or', parts: readonly Shape[]): Shape {
  // A group inside a group of the same kind means the same without its brackets.
  const flat = parts.flatMap((part) => (part.kind === kind ? part.parts : [part]));
  const depth = 1 + flat.reduce((most, part) => Math.max(most, part.depth), 0);
  if (depth > DEEPEST) throw tooComplicated();
  return { kind, parts: flat, depth };
}

function shapeOf({ not, connective, parts }: Group): Shape {
  const [first] = parts;
  if (first === undefined) throw new Error('A group that was read has parts');
  if (not !== undefined) return negated(first);
  return parts.length === 1 ? first : joined(connective === 'AND' ? 'and' : 'or', parts);
}

/**
 * The structure of a WHERE or HAVING clause. AND and OR may only be mixed with brackets. NOT may only stand at the start of
 * its clause or bracket, before a single comparison or bracket, as in the grammar of Salesforce's own SOQL tools:
 * "soqlWhereExprs: soqlWhereExpr (soqlAndWhere | soqlOrWhere)? | NOT soqlWhereExpr" (npm, @salesforce/soql-common 0.2.2).
 * "unexpected token: 'NOT'": jetstreamapp/soql-parser-js issue 201. It isn't recursive, because a statement may hold tens of
 * thousands of brackets.
 */
function readShape(text: string, tokens: Tokens, marks: Token[]): Shape {
  const groups = [newGroup()];
  const top = (): Group => groups.at(-1) ?? newGroup();
  const unexpectedAt = (token: Token | undefined): Error =>
    unexpected(text, token?.text ?? '<EOF>', token?.at ?? text.trimEnd().length);

  /** Reads a comparison that starts at a token; returns the index after it. */
  function comparison(from: number): number {
    let at = from;
    let inner: Clauses | undefined;
    while (at < tokens.length && tokens[at]?.text !== ')' && !CONNECTIVES.has(wordOf(tokens[at]))) {
      if (tokens[at]?.text !== '(') at += 1;
      else {
        const end = closing(tokens, at);
        if (wordOf(tokens[at + 1]) === 'SELECT') inner = clausesOf(text, tokens.slice(at + 1, end), marks);
        at = end + 1;
      }
    }
    const first = tokens[from];
    const last = tokens[Math.min(at, tokens.length) - 1];
    if (first === undefined || last === undefined) throw unexpectedAt(first);
    top().parts.push({ kind: 'leaf', first, last, inner, depth: 0 });
    return at;
  }

  function operand(at: number): number {
    const group = top();
    const token = tokens[at];
    const word = wordOf(token);
    if (word === 'NOT') {
      if (group.not !== undefined || group.parts.length > 0) throw unexpectedAt(token);
      group.not = token;
      if (token !== undefined) marks.push(token);
      return at + 1;
    }
    if (word === '(') {
      groups.push(newGroup());
      if (token !== undefined) marks.push(token);
      return at + 1;
    }
    if (word === ')' || word === ',' || CONNECTIVES.has(word)) throw unexpectedAt(token);
    group.open = false;
    return comparison(at);
  }

  function connective(at: number): number {
    const group = top();
    const token = tokens[at];
    const word = wordOf(token);
    if (word === ')') {
      if (groups.length === 1) throw unexpectedAt(token);
      groups.pop();
      if (token !== undefined) marks.push(token);
      top().parts.push(shapeOf(group));
      top().open = false;
    } else {
      if (!CONNECTIVES.has(word)) throw unexpectedAt(token);
      if (group.not !== undefined) throw unexpectedAt(group.not);
      if (group.connective !== '' && group.connective !== word) throw unexpectedAt(token);
      group.connective = word;
      group.open = true;
    }
    return at + 1;
  }

  let at = 0;
  while (at < tokens.length) at = top().open ? operand(at) : connective(at);
  if (top().open || groups.length > 1) throw unexpectedAt(undefined);
  return shapeOf(top());
}

const AFTER_WHERE = new Set(['ALL', 'FOR', 'GROUP', 'HAVING', 'LIMIT', 'OFFSET', 'ORDER', 'UPDATE', 'WITH']);

/**
 * The conditions of a query; what stands in brackets stays together. `marks` collects the brackets and NOTs between
 * comparisons.
 */
function clausesOf(text: string, tokens: Tokens, marks: Token[]): Clauses {
  const clauses: { WHERE?: Token[]; HAVING?: Token[] } = {};
  const children: Clauses[] = [];
  let current: Token[] | undefined;
  for (let at = 0; at < tokens.length; at += 1) {
    const token = tokens[at];
    const word = wordOf(token);
    if (token === undefined) continue;
    if (word === '(') {
      const end = closing(tokens, at);
      if (current === undefined && wordOf(tokens[at + 1]) === 'SELECT')
        children.push(clausesOf(text, tokens.slice(at + 1, end), marks));
      if (current !== undefined)
        for (let next = at; next <= end; next += 1) {
          const inside = tokens[next];
          if (inside !== undefined) current.push(inside);
        }
      at = end;
    } else if (word === 'WHERE' || word === 'HAVING') current = clauses[word] = [];
    else if (AFTER_WHERE.has(word)) current = undefined;
    else current?.push(token);
  }
  const read = (clause: Tokens | undefined): Shape | undefined => clause && readShape(text, clause, marks);
  return { where: read(clauses.WHERE), having: read(clauses.HAVING), children };
}

/** The conditions of a statement, and the statement without the brackets and NOTs that combine them. */
export interface Read {
  readonly clauses: Clauses;
  /**
   * The statement with its brackets and NOTs between comparisons replaced by blanks, so that every other character keeps its
   * position.
   */
  readonly plain: string;
}

/** Reads the conditions of a statement. Throws MALFORMED_QUERY when they are malformed. */
export function readClauses(text: string): Read {
  const marks: Token[] = [];
  const clauses = clausesOf(text, tokensOf(text), marks);
  if (marks.length === 0) return { clauses, plain: text };
  let plain = '';
  let from = 0;
  for (const { at, text: mark } of marks.sort((one, other) => one.at - other.at)) {
    plain += text.slice(from, at) + ' '.repeat(mark.length);
    from = at + mark.length;
  }
  return { clauses, plain: plain + text.slice(from) };
}
