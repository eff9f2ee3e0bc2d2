import { parseQuery } from './parser.ts';
import type { Query, Subquery } from '@jetstreamapp/soql-parser-js';
import { readClauses } from './clauses.ts';
import { keepConditionTrees } from './conditionTree.ts';
import { malformed, positionOf, tooComplicated, unexpected, unsupported } from './errors.ts';

/** Longest statement, in characters. App limits cheat sheet, "SOQL and SOSL". */
const LONGEST_STATEMENT = 100_000;

export interface Statement {
  readonly text: string;
  readonly query: Query;
  readonly allRows: boolean;
}

/** The parser doesn't know ALL ROWS, so it is cut off first. */
const ALL_ROWS = /\s+ALL\s+ROWS\s*$/i;

/** The parser's errors name the position only in their message. */
const FOUND = /but found(?: -->|:) '([\s\S]*?)'(?: <--)?$|expecting EOF but found: ([\s\S]*)$/;
const UNEXPECTED_CHARACTER = /unexpected character: ->([\s\S]*?)<- at offset: (\d+)/;

/** MALFORMED_QUERY for an error of the parser. */
function refused(text: string, message: string): Error {
  const character = UNEXPECTED_CHARACTER.exec(message);
  if (character !== null) return unexpected(text, character[1] ?? '', Number(character[2]));
  const found = FOUND.exec(message);
  const token = found?.[1] ?? found?.[2] ?? '';
  if (token === '') return unexpected(text, '<EOF>', text.trimEnd().length);
  return unexpected(text, token, Math.max(0, positionOf(text, token)));
}

/** Parses a statement. Throws MALFORMED_QUERY when it is malformed. */
export function readStatement(text: string): Statement {
  if (text.length > LONGEST_STATEMENT)
    throw malformed(`SOQL statements can not be longer than ${LONGEST_STATEMENT} characters`);
  const allRows = ALL_ROWS.test(text);
  const query = recursively(() => parsed(text));
  refuseClauses(query);
  return { text, query, allRows };
}

/** Turns a stack overflow into the error "too complicated". */
function recursively<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    if (error instanceof RangeError) throw tooComplicated();
    throw error;
  }
}

/**
 * The parser gets the statement without the brackets and NOTs between comparisons: it takes at most nine nested brackets,
 * and it takes NOT in places where SOQL doesn't.
 */
function parsed(text: string): Query {
  const { clauses, plain } = readClauses(text.replace(ALL_ROWS, ''));
  let query: Query;
  try {
    query = parseQuery(plain);
  } catch (error) {
    if (error instanceof RangeError) throw error;
    throw refused(text, error instanceof Error ? error.message : String(error));
  }
  keepConditionTrees(text, clauses, query);
  return query;
}

/**
 * Refuses clauses that would change the result and aren't supported. FOR VIEW, FOR REFERENCE and UPDATE are ignored: they
 * leave traces that nobody reads here.
 */
export function refuseClauses(query: Query | Subquery): void {
  if (query.usingScope !== undefined && query.usingScope.toLowerCase() !== 'everything')
    throw unsupported(`USING SCOPE ${query.usingScope}`);
  if (query.withDataCategory !== undefined) throw unsupported('WITH DATA CATEGORY');
  if (query.for === 'UPDATE') throw unsupported('FOR UPDATE');
}
