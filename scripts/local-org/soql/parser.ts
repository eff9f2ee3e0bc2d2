import { createRequire } from 'node:module';
import type * as Soql from '@jetstreamapp/soql-parser-js';

type Parser = Pick<typeof Soql, 'parseQuery'>;

let parser: Parser | undefined;

/** Loads the parser, which takes a third of a second to build itself: after the start of a server, not during it. */
export function loadParser(): Parser {
  parser ??= createRequire(import.meta.url)('@jetstreamapp/soql-parser-js') as Parser;
  return parser;
}

/** The tree of a statement. */
export const parseQuery: Parser['parseQuery'] = (soql, options) => loadParser().parseQuery(soql, options);
