import { parseQuery } from '@jetstreamapp/soql-parser-js';
import type {
  Condition,
  HavingClause,
  Query,
  Subquery,
  ValueQueryCondition,
  WhereClause,
} from '@jetstreamapp/soql-parser-js';
import { malformed, positionOf, unexpected, unsupported } from './errors.ts';

/** A statement may have that many characters. App limits cheat sheet, "SOQL and SOSL". */
const LONGEST_STATEMENT = 100_000;

/** A condition with its brackets resolved. */
export type ConditionTree =
  | { readonly kind: 'and' | 'or'; readonly parts: readonly ConditionTree[] }
  | { readonly kind: 'leaf'; readonly leaf: Condition | ValueQueryCondition }
  | { readonly kind: 'not'; readonly part: ConditionTree };

export interface Statement {
  readonly text: string;
  readonly query: Query;
  readonly allRows: boolean;
}

/** The parser doesn't know ALL ROWS; it is taken off the end. */
const ALL_ROWS = /\s+ALL\s+ROWS\s*$/i;

/** The parser's errors carry no place but in their message. */
const FOUND = /but found(?: -->|:) '([\s\S]*?)'(?: <--)?$|expecting EOF but found: ([\s\S]*)$/;
const UNEXPECTED_CHARACTER = /unexpected character: ->([\s\S]*?)<- at offset: (\d+)/;

/** MALFORMED_QUERY for what the parser says of a text. */
function refused(text: string, message: string): Error {
  const character = UNEXPECTED_CHARACTER.exec(message);
  if (character !== null) return unexpected(text, character[1] ?? '', Number(character[2]));
  const found = FOUND.exec(message);
  const token = found?.[1] ?? found?.[2] ?? '';
  if (token === '') return malformed("unexpected token: '<EOF>'");
  return unexpected(text, token, Math.max(0, positionOf(text, token)));
}

/** Reads a statement; MALFORMED_QUERY when it is none. */
export function readStatement(text: string): Statement {
  if (text.length > LONGEST_STATEMENT)
    throw malformed(`SOQL statements can not be longer than ${LONGEST_STATEMENT} characters`);
  const allRows = ALL_ROWS.test(text);
  const query = parsed(text);
  refuseClauses(query);
  return { text, query, allRows };
}

function parsed(text: string): Query {
  try {
    return parseQuery(text.replace(ALL_ROWS, ''));
  } catch (error) {
    throw refused(text, error instanceof Error ? error.message : String(error));
  }
}

/** Clauses that would change the answer and are not there. FOR VIEW, FOR REFERENCE and UPDATE leave traces that nobody reads here. */
export function refuseClauses(query: Query | Subquery): void {
  if (query.usingScope !== undefined && query.usingScope.toLowerCase() !== 'everything')
    throw unsupported(`USING SCOPE ${query.usingScope}`);
  if (query.withDataCategory !== undefined) throw unsupported('WITH DATA CATEGORY');
  if (query.for === 'UPDATE') throw unsupported('FOR UPDATE');
}

/** A token as an error shows it. */
const shown = (token: Token | undefined): string => (typeof token === 'string' ? token : '<condition>');

type Token = { readonly condition: Condition | ValueQueryCondition } | 'AND' | 'NOT' | 'OR' | '(' | ')';

interface Brackets {
  readonly openParen?: number;
  readonly closeParen?: number;
}

/** The parser gives conditions as a chain that counts brackets; this is the chain as tokens. */
function tokensOf(clause: HavingClause | WhereClause): readonly Token[] {
  const tokens: Token[] = [];
  const open = (count = 0): void => {
    for (let n = 0; n < count; n += 1) tokens.push('(');
  };
  for (let at: HavingClause | WhereClause | undefined = clause; at !== undefined;) {
    const left = at.left as (Brackets & Partial<Condition>) | null;
    open(left?.openParen);
    const operator: string | undefined = 'operator' in at ? at.operator : undefined;
    if (left !== null && ('operator' in left || 'valueQuery' in left))
      tokens.push({ condition: left as Condition });
    for (let n = 0; n < (left?.closeParen ?? 0); n += 1) tokens.push(')');
    if (operator !== undefined) tokens.push(operator as 'AND' | 'NOT' | 'OR');
    at = 'right' in at ? at.right : undefined;
  }
  return tokens;
}

/** The tree of a WHERE or HAVING clause. AND and OR side by side without brackets are refused, as Salesforce does. */
export function conditionTree(clause: HavingClause | WhereClause): ConditionTree {
  const tokens = tokensOf(clause);
  let at = 0;
  const operand = (): ConditionTree => {
    const token = tokens[at];
    at += 1;
    if (token === 'NOT') return { kind: 'not', part: operand() };
    if (token === '(') {
      const inner = chain();
      if (tokens[at] !== ')') throw malformed("unexpected token: '<EOF>' (expecting a closing bracket)");
      at += 1;
      return inner;
    }
    if (typeof token !== 'object') throw malformed(`unexpected token: '${token ?? '<EOF>'}'`);
    return { kind: 'leaf', leaf: token.condition };
  };
  const chain = (): ConditionTree => {
    const parts = [operand()];
    const operator = tokens[at];
    if (operator !== 'AND' && operator !== 'OR') return parts[0] ?? operand();
    while (tokens[at] === operator) {
      at += 1;
      parts.push(operand());
    }
    if (tokens[at] === 'AND' || tokens[at] === 'OR')
      throw malformed(`unexpected token: '${shown(tokens[at])}'`);
    return { kind: operator === 'AND' ? 'and' : 'or', parts };
  };
  const tree = chain();
  if (at < tokens.length) throw malformed(`unexpected token: '${shown(tokens[at])}'`);
  return tree;
}
