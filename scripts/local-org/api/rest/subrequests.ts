import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import type { ResourceAnswer, ResourceRequest } from '../request.ts';
import { errorBody, objectBody } from '../resource.ts';
import { fillReferences } from './references.ts';

/** A part of a composite request or a node of a graph. */
export interface Subrequest {
  readonly method: string;
  readonly url: string;
  readonly referenceId: string;
  readonly body?: unknown;
  readonly httpHeaders?: Readonly<Record<string, string>>;
}

export interface Subanswer {
  readonly body: unknown;
  readonly httpHeaders: Readonly<Record<string, string>>;
  readonly httpStatusCode: number;
  readonly referenceId: string;
}

export const invalid = (message: string): OrgError => new OrgError(400, 'INVALID_INPUT', message);

/** Parses a part. Throws INVALID_INPUT when something is missing or its referenceId is invalid. */
export function subrequest(value: unknown): Subrequest {
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
}

/** Resources that can't be part of a composite request. */
const NOT_NESTABLE = /\/composite(\/(batch|tree|graph).*)?\/?(\?|$)|\/jobs\//;

const lowerCased = (headers: Readonly<Record<string, string>> = {}): Record<string, string> =>
  Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));

function runOne(
  one: Subrequest,
  parent: ResourceRequest,
  answers: ReadonlyMap<string, unknown>,
  api: Api,
): ResourceAnswer {
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
}

/** Runs the parts in order; later ones may refer to earlier answers. */
export function runAll(
  requests: readonly Subrequest[],
  stopAtError: boolean,
  parent: ResourceRequest,
  api: Api,
): Subanswer[] {
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
}

export const HALTED = [
  {
    errorCode: 'PROCESSING_HALTED',
    message: 'The transaction was rolled back since another operation in the same transaction failed.',
  },
] as const;

/** The answers after a rollback: the failed part keeps its error, all others are halted. */
export const halted = (requests: readonly Subrequest[], answers: readonly Subanswer[]): Subanswer[] =>
  requests.map(({ referenceId }, index) => {
    const answer = answers[index];
    return answer && answer.httpStatusCode >= 400
      ? answer
      : { body: HALTED, httpHeaders: {}, httpStatusCode: 400, referenceId };
  });
