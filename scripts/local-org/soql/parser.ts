import { createRequire } from 'node:module';
import type * as Soql from '@jetstreamapp/soql-parser-js';

type Parser = Pick<typeof Soql, 'parseQuery'>;

let parser: Parser | undefined;

/** Loads the parser now. It takes a third of a second to build itself, which should not delay a server's start. */
export function loadParser(): Parser {
  parser ??= createRequire(import.meta.url)('@jetstreamapp/soql-parser-js') as Parser;
  return parser;
}

/** Parses a statement. */
export const parseQuery: Parser['parseQuery'] = (soql, options) => loadParser().parseQuery(soql, options);
