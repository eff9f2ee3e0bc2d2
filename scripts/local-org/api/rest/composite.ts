import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import type { Handler, Resource, ResourceAnswer, ResourceRequest } from '../resource.ts';
import { errorBody, listOf, objectBody, ok } from '../resource.ts';
import { fillReferences } from './references.ts';
import { rollBack } from './rollBack.ts';

const MOST_SUBREQUESTS = 25;
const MOST_QUERIES_AND_COLLECTIONS = 5;

interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

interface Subanswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

const invalid = (message: string): OrgError => new OrgError(400, 'INVALID_INPUT', message);

const subrequest = (value: unknown): Subrequest => {
  const { method, url, referenceId } = objectBody(value) as Partial<Subrequest>;
  if (typeof method !== 'string' || typeof url !== 'string' || typeof referenceId !== 'string') {
    throw invalid('Each subrequest needs method, url and referenceId.');
  }
  if (!/^[A-Za-z0-9]\w*$/.test(referenceId)) {
    throw invalid(
      `Provided referenceId ('${referenceId}') must start with a letter or a number, and it can contain only letters, numbers and underscores ('_').`,
    );
  }
  return value as Subrequest;
};

const check = (requests: readonly Subrequest[]): void => {
  if (requests.length > MOST_SUBREQUESTS) {
    throw invalid(`The request contains ${requests.length} subrequests; the limit is ${MOST_SUBREQUESTS}.`);
  }
  const limited = requests.filter(({ url }) => /\/(query|queryAll)(\/|\?|$)|\/composite\/sobjects/.test(url));
  if (limited.length > MOST_QUERIES_AND_COLLECTIONS) {
    throw invalid(
      `The request contains ${limited.length} query and sObject Collections subrequests; the limit is ${MOST_QUERIES_AND_COLLECTIONS}.`,
    );
  }
  if (new Set(requests.map(({ referenceId }) => referenceId)).size < requests.length) {
    throw invalid('Each referenceId of a request can be used once.');
  }
};

/** Resources that cannot be a part of a composite request. */
const NOT_NESTABLE = /\/composite(\/(batch|tree|graph).*)?\/?(\?|$)|\/jobs\//;

const lowerCased = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

const runOne = (
  one: Subrequest,
  parent: ResourceRequest,
  answers: ReadonlyMap<string, unknown>,
  api: Api,
): ResourceAnswer => {
  try {
    const filled = fillReferences({ url: one.url, body: one.body }, answers);
    if (NOT_NESTABLE.test(filled.url))
      throw invalid(`The resource ${filled.url} can't be a part of a composite request.`);
    const call = {
      method: one.method.toUpperCase(),
      headers: lowerCased(one.httpHeaders),
      body: filled.body,
      caller: parent.caller,
    };
    return api.dispatch(filled.url, call, api);
  } catch (error) {
    if (error instanceof OrgError) return { status: error.status, body: errorBody(error) };
    throw error;
  }
};

const runAll = (
  requests: readonly Subrequest[],
  stopAtError: boolean,
  parent: ResourceRequest,
  api: Api,
): Subanswer[] => {
  const answers = new Map<string, unknown>();
  const all: Subanswer[] = [];
  for (const one of requests) {
    const { status, body, headers } = runOne(one, parent, answers, api);
    if (status < 400) answers.set(one.referenceId, body);
    const { location } = headers ?? {};
    all.push({
      body: body ?? null,
      httpHeaders: location ? { Location: location } : {},
      httpStatusCode: status,
      referenceId: one.referenceId,
    });
    if (stopAtError && status >= 400) break;
  }
  return all;
};

const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
] as const;

/** Of a request that was rolled back: the failed part keeps its error, every other one is halted. */
const halted = (requests: readonly Subrequest[], answers: readonly Subanswer[]): Subanswer[] =>
  requests.map(({ referenceId }, index) => {
    const answer = answers[index];
    return answer && answer.httpStatusCode >= 400
      ? answer
      : { body: HALTED, httpHeaders: {}, httpStatusCode: 400, referenceId };
  });

const composite: Handler = (request, api) => {
  const body = objectBody(request.body);
  const requests = listOf(body, 'compositeRequest').map(subrequest);
  check(requests);
  if (body.allOrNone !== true) return ok({ compositeResponse: runAll(requests, false, request, api) });
  const compositeResponse = rollBack(
    api.org,
    () => runAll(requests, true, request, api),
    (answers) => answers.some(({ httpStatusCode }) => httpStatusCode >= 400),
    (answers) => halted(requests, answers),
  );
  return ok({ compositeResponse });
};

/** Composite: up to 25 parts in order, the later may refer to the earlier's answers; one API call. */
export const compositeResources: readonly Resource[] = [
  { path: '/composite', handlers: { POST: composite } },
];
