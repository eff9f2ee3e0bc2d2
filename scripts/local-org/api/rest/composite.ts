import type { ResourceAnswer } from '../request.ts';
import { type Handler, type Resource, listOf, objectBody, ok } from '../resource.ts';
import { rollBack } from './rollBack.ts';
import { type Subrequest, halted, invalid, runAll, subrequest } from './subrequests.ts';

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES_AND_COLLECTIONS = 5;

const QUERY_OR_COLLECTION = /\/(query|queryAll)(\/|\?|$)|\/composite\/sobjects/;

/** The error for a request over a limit, as quoted in guardian/support-service-lambdas pull request 766. */
function over(what: string): ResourceAnswer {
  const body = [{ errorCode: 'LIMIT_EXCEEDED', message: `The request can’t contain more than ${what}.` }];
  return {
    status: 400,
    body: { compositeResponse: [{ body, httpHeaders: {}, httpStatusCode: 400, referenceId: null }] },
  };
}

function overLimit(requests: readonly Subrequest[]): ResourceAnswer | undefined {
  if (requests.length > MOST_SUBREQUESTS) return over(`${MOST_SUBREQUESTS} operations`);
  const limited = requests.filter(({ url }) => QUERY_OR_COLLECTION.test(url));
  return limited.length > MOST_QUERIES_AND_COLLECTIONS
    ? over(`${MOST_QUERIES_AND_COLLECTIONS} query and sObject Collections operations`)
    : undefined;
}

const composite: Handler = (request, api) => {
  const body = objectBody(request.body);
  const requests = listOf(body, 'compositeRequest').map(subrequest);
  const refused = overLimit(requests);
  if (refused) return refused;
  if (new Set(requests.map(({ referenceId }) => referenceId)).size < requests.length) {
    throw invalid('Each referenceId of a request can be used once.');
  }
  if (body.allOrNone !== true) return ok({ compositeResponse: runAll(requests, false, request, api) });
  const compositeResponse = rollBack(
    api.org,
    () => runAll(requests, true, request, api),
    (answers) => answers.some(({ httpStatusCode }) => httpStatusCode >= 400),
    (answers) => halted(requests, answers),
  );
  return ok({ compositeResponse });
};

/** Composite: up to 25 parts in order; later parts may refer to earlier answers. Counts as one API call. */
export const COMPOSITE_RESOURCES: readonly Resource[] = [
  { path: '/composite', handlers: { POST: composite } },
];
