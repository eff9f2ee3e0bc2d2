import type { QueryPage } from '../../org.ts';
import { OrgError } from '../../org.ts';
import type { Handler, Resource, ResourceRequest } from '../resource.ts';
import { ok } from '../resource.ts';

const SMALLEST_PAGE = 200;
const LARGEST_PAGE = 2_000;

/** The page size of `Sforce-Query-Options: batchSize=N`, kept within 200 to 2,000 as Salesforce does. */
const batchSize = ({ headers }: ResourceRequest): number => {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(headers['sforce-query-options'] ?? '')?.[1];
  return asked === undefined ? LARGEST_PAGE : Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, Number(asked)));
};

const page = ({ totalSize, done, next, records }: QueryPage, version: string): unknown => ({
  totalSize,
  done,
  ...(next === undefined ? {} : { nextRecordsUrl: `/services/data/v${version}/query/${next}` }),
  records,
});

const query =
  (all: boolean): Handler =>
  (request, { org }) => {
    const { query: parameters, caller, version } = request;
    if (parameters.has('explain')) {
      throw new OrgError(
        403,
        'FUNCTIONALITY_NOT_ENABLED',
        'Query plans are not enabled for this organization.',
      );
    }
    const soql = parameters.get('q');
    if (!soql) throw new OrgError(400, 'MALFORMED_QUERY', 'A query string has to be specified');
    if (parameters.get('columns') === 'true') return ok(org.queryColumns(soql, caller));
    return ok(page(org.query(soql, caller, { version, all, batchSize: batchSize(request) }), version));
  };

const queryMore: Handler = (request, { org }) => {
  const { param, caller, version } = request;
  return ok(
    page(org.queryMore(param('locator'), caller, { version, batchSize: batchSize(request) }), version),
  );
};

export const queryResources: readonly Resource[] = [
  { path: '/query', handlers: { GET: query(false) } },
  { path: '/queryAll', handlers: { GET: query(true) } },
  { path: '/query/:locator', handlers: { GET: queryMore } },
  { path: '/queryAll/:locator', handlers: { GET: queryMore } },
];
