import { createRequire } from 'node:module';
import type * as Soql from '@jetstreamapp/soql-parser-js';

type Parser = Pick<typeof Soql, 'parseQuery'>;

let parser: Parser | undefined;

/** The tree of a statement. The parser is loaded by the first one: it takes a third of a second to build itself. */
export const parseQuery: Parser['parseQuery'] = (soql, options) => {
  parser ??= createRequire(import.meta.url)('@jetstreamapp/soql-parser-js') as Parser;
  return parser.parseQuery(soql, options);
};
