import { OrgError } from '../org.ts';
import type { Api } from './api.ts';
import type { Method, ResourceAnswer, ResourceRequest } from './request.ts';

export type Handler = (request: ResourceRequest, api: Api) => ResourceAnswer;

/** A path such as `/sobjects/:object/:id` and its handlers. Handlers are synchronous, so that composites can be atomic. */
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

/**
 * The JSON object of a request's body. Throws JSON_PARSER_ERROR when it is anything else; for a list: verbb/formie issue
 * 2124.
 */
export function objectBody(body: unknown): Readonly<Record<string, unknown>> {
  if (typeof body === 'object' && body !== null && !Array.isArray(body) && !Buffer.isBuffer(body)) {
    return body as Record<string, unknown>;
  }
  throw new OrgError(
    400,
    'JSON_PARSER_ERROR',
    Array.isArray(body)
      ? 'Cannot deserialize instance of object from START_ARRAY value [line:1, column:1]'
      : 'The HTTP entity body is required, but this request has no entity body.',
  );
}

/** A list in the body. Throws JSON_PARSER_ERROR when it is missing or not a list. */
export function listOf(body: Readonly<Record<string, unknown>>, key: string): readonly unknown[] {
  const list = body[key];
  if (Array.isArray(list)) return list as readonly unknown[];
  throw new OrgError(400, 'JSON_PARSER_ERROR', `Required field missing: ${key}`, [key]);
}
