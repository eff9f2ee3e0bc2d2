import { type Caller, OrgError } from '../org.ts';
import type { Api } from './api.ts';

export type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** One call of a resource below `/services/data/vNN.N`, by HTTP or as a part of a composite request. */
export interface ResourceRequest {
  readonly method: Method;
  /** The decoded value of a `:name` segment of the resource's path. */
  readonly param: (name: string) => string;
  readonly query: URLSearchParams;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string | undefined>>;
  /** Parsed JSON; for other content types what the server's parser of that type gives. */
  readonly body: unknown;
  /** `66.0` */
  readonly version: string;
  readonly caller: Caller;
  /** A fault of the request that work after it (a Bulk job) takes along: see `Fault`. */
  readonly lock?: { readonly object: string; readonly share: number };
}

/** `body` is sent as JSON unless it is a Buffer, a string or a stream (then `headers` names its content type). */
export interface ResourceAnswer {
  readonly status: number;
  readonly body?: unknown;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: ResourceRequest, api: Api) => ResourceAnswer;

/** A path such as `/sobjects/:object/:id` and what it answers to. Handlers are synchronous, so composites can be atomic. */
export interface Resource {
  readonly path: string;
  readonly handlers: Readonly<Partial<Record<Method, Handler>>>;
}

export const ok = (body: unknown, headers?: Readonly<Record<string, string>>): ResourceAnswer =>
  headers ? { status: 200, body, headers } : { status: 200, body };

/** The body of a failed REST call: `[{ message, errorCode, fields? }]`. */
export const errorBody = (error: OrgError): readonly unknown[] => [
  {
    message: error.message,
    errorCode: error.errorCode,
    ...(error.fields.length > 0 ? { fields: error.fields } : {}),
  },
];

export const notFound = (): OrgError =>
  new OrgError(404, 'NOT_FOUND', 'The requested resource does not exist');

/** The JSON object that a request must carry. JSON_PARSER_ERROR when it carries something else. */
export function objectBody(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body)) {
    return body as Record<string, unknown>;
  }
  throw new OrgError(
    400,
    'JSON_PARSER_ERROR',
    'The HTTP entity body is required, but this request has no entity body.',
  );
}

/** A list of the body. JSON_PARSER_ERROR when it is missing or no list. */
export function listOf(body: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const list = body[key];
  if (Array.isArray(list)) return list as readonly unknown[];
  throw new OrgError(400, 'JSON_PARSER_ERROR', `Required field missing: ${key}`, [key]);
}
