import { type QueryPage, OrgError } from '../../org.ts';
import type { ResourceRequest } from '../request.ts';
import { type Handler, type Resource, ok } from '../resource.ts';
import { explain } from './explain.ts';

const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2_000;

/** The page size of `Sforce-Query-Options: batchSize=N`, limited to 200 to 2,000 as in Salesforce. */
function batchSize({ headers }: ResourceRequest): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? LARGEST_PAGE : Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
}

/** The end of a query that marks its rows as viewed (SOQL reference, FOR VIEW, FOR REFERENCE). */
const FOR_VIEW = /\bFOR\s+(?:VIEW|REFERENCE)(?:\s+UPDATE\s+\w+)?\s*$/i;

const page = ({ totalSize, done, next, records }: QueryPage, version: string): unknown => ({
  totalSize,
  done,
  ...(next === undefined ? {} : { nextRecordsUrl: `/services/data/v${version}/query/${next}` }),
  records,
});

const query =
  (all: boolean): Handler =>
  (request, api) => {
    const { org, recents } = api;
    const { query: parameters, caller, version } = request;
    const explained = parameters.get('explain');
    if (explained) return ok(explain(explained, request, api));
    const soql = parameters.get('q');
    if (!soql) throw new OrgError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
    if (parameters.get('columns') === 'true') return ok(org.queryColumns(soql, caller));
    const found = org.query(soql, caller, { version, all, batchSize: batchSize(request) });
    if (FOR_VIEW.test(soql)) recents.add(found.records, caller);
    return ok(page(found, version));
  };

const queryMore: Handler = (request, { org }) => {
  const { param, caller, version } = request;
  return ok(
    page(org.queryMore(param('locator'), caller, { version, batchSize: batchSize(request) }), version),
  );
};

export const QUERY_RESOURCES: readonly Resource[] = [
  { path: '/query', handlers: { GET: query(false) } },
  { path: '/queryAll', handlers: { GET: query(true) } },
  { path: '/query/:locator', handlers: { GET: queryMore } },
  { path: '/queryAll/:locator', handlers: { GET: queryMore } },
];
