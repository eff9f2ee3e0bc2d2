import { OrgError } from '../../org.ts';
import { type Handler, type Resource, listOf, objectBody, ok } from '../resource.ts';

const MOST_SUBREQUESTS = 25;

const HALTED = {
  statusCode: 412,
  result: [{ errorCode: 'BATCH_PROCESSING_HALTED', message: 'Batch processing halted per request' }],
} as const;

const absolute = (url: string): string => (url.startsWith('/') ? url : `/services/data/${url}`);

const batch: Handler = ({ body: value, caller, headers }, api) => {
  const body = objectBody(value);
  const requests = listOf(body, 'batchRequests').map(objectBody);
  if (requests.length > MOST_SUBREQUESTS) {
    throw new OrgError(
      400,
      'LIMIT_EXCEEDED',
      `The request can’t contain more than ${MOST_SUBREQUESTS} operations.`,
    );
  }
  let stopped = false;
  const results = requests.map((one) => {
    if (stopped) return HALTED;
    const call = { method: String(one.method).toUpperCase(), headers, body: one.richInput, caller };
    const answer = api.dispatch(absolute(String(one.url)), call, api);
    stopped = body.haltOnError === true && answer.status >= 400;
    return { statusCode: answer.status, result: answer.body ?? null };
  });
  return ok({ hasErrors: results.some(({ statusCode }) => statusCode >= 400), results });
};

/** Composite batch: up to 25 independent parts. */
export const BATCH_RESOURCES: readonly Resource[] = [{ path: '/composite/batch', handlers: { POST: batch } }];
