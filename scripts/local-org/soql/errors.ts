import { OrgError } from '../org.ts';

/** How much of a statement an error message shows before and after the error. */
const SHOWN_BEFORE = 40;
const SHOWN_AFTER = 40;

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

/** Where a name first stands in the statement as a whole word; 0 when it doesn't. */
export function positionOf(soql: string, name: string): number {
  const found = new RegExp(`(?<![\\w.])${escaped(name)}(?![\\w])`, 'i').exec(soql);
  return found?.index ?? Math.max(0, soql.toLowerCase().indexOf(name.toLowerCase()));
}

/** The part of the statement around an error with a caret under the position, then row and column, both from 1. */
function pointed(soql: string, at: number): string {
  const before = soql.slice(0, at);
  const row = before.split('\n').length;
  const lineStart = before.lastIndexOf('\n') + 1;
  const from = Math.max(lineStart, at - SHOWN_BEFORE);
  const lineEnd = soql.indexOf('\n', at);
  const to = Math.min(lineEnd < 0 ? soql.length : lineEnd, at + SHOWN_AFTER);
  return `\n${soql.slice(from, to)}\n${' '.repeat(at - from)}^\nERROR at Row:${row}:Column:${at - lineStart + 1}\n`;
}

/** An error about a name, such as INVALID_FIELD, with its position in the statement, in the form of the REST API. */
export function placed(soql: string, name: string, errorCode: string, message: string): OrgError {
  return new OrgError(400, errorCode, pointed(soql, positionOf(soql, name)) + message);
}

const ADVICE =
  "If you are attempting to use a custom field, be sure to append the '__c' after the custom field name. Please reference your WSDL or the describe call for the appropriate names.";

export const noSuchColumn = (soql: string, name: string, entity: string): OrgError =>
  placed(soql, name, 'INVALID_FIELD', `No such column '${name}' on entity '${entity}'. ${ADVICE}`);

export const noSuchRelation = (soql: string, name: string): OrgError =>
  placed(
    soql,
    name,
    'INVALID_FIELD',
    `Didn't understand relationship '${name}' in field path. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

export const noSuchChildRelation = (soql: string, name: string): OrgError =>
  placed(
    soql,
    name,
    'INVALID_TYPE',
    `Didn't understand relationship '${name}' in FROM part of query call. If you are attempting to use a custom relationship, be sure to append the '__r' after the custom relationship name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

export const noSuchObject = (soql: string, name: string): OrgError =>
  placed(
    soql,
    name,
    'INVALID_TYPE',
    `sObject type '${name}' is not supported. If you are attempting to use a custom object, be sure to append the '__c' after the entity name. Please reference your WSDL or the describe call for the appropriate names.`,
  );

export const malformed = (message: string): OrgError => new OrgError(400, 'MALFORMED_QUERY', message);

/** For what Salesforce supports and the local org doesn't: it is refused, never silently ignored. */
export const unsupported = (what: string): OrgError => malformed(`${what} is not supported by this org`);

/** Thrown where a statement exceeds what this engine can compile: simple-salesforce/simple-salesforce issue 179. */
export const tooComplicated = (): OrgError =>
  new OrgError(
    400,
    'QUERY_TOO_COMPLICATED',
    'Query is either selecting too many fields or the filter conditions are too complicated.',
  );

/** The error of a malformed statement, at the token where parsing stopped. */
export function unexpected(soql: string, token: string, at: number): OrgError {
  return malformed(`${pointed(soql, at)}unexpected token: '${token}'`);
}
