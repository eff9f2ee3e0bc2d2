import { Readable } from 'node:stream';
import { promisify } from 'node:util';
import { createGzip, gzip } from 'node:zlib';
import type { FastifyError, FastifyInstance, FastifyReply } from 'fastify';
import { OrgError } from '../../org.ts';
import type { ResourceAnswer } from '../request.ts';
import { errorBody, notFound } from '../resource.ts';

export const JSON_TYPE = 'application/json;charset=UTF-8';

/** Shorter answers aren't compressed. */
const GZIP_FROM = 1_024;

const zipped = promisify(gzip);

export function sendAnswer(reply: FastifyReply, { status, body, headers }: ResourceAnswer): FastifyReply {
  reply.code(status).headers(headers ?? {});
  if (body === undefined) return reply.send();
  if (reply.hasHeader('content-type')) return reply.send(body);
  return reply.type(JSON_TYPE).send(JSON.stringify(body));
}

export const sendError = (reply: FastifyReply, error: OrgError): FastifyReply =>
  sendAnswer(reply, { status: error.status, body: errorBody(error) });

/** The error of a request that never reached a resource, with Salesforce's message. */
function requestError(error: FastifyError | Error): OrgError {
  if (error instanceof OrgError) return error;
  const status = 'statusCode' in error ? (error.statusCode ?? 500) : 500;
  if (status === 413) {
    // https://github.com/forcedotcom/cli/issues/109
    return new OrgError(
      413,
      'REQUEST_ENTITY_TOO_LARGE',
      'Maximum size of request reached. Maximum size of request is 52428800 bytes.',
    );
  }
  if (status === 415) return new OrgError(415, 'UNSUPPORTED_MEDIA_TYPE', 'Content-type is not supported.');
  if ('code' in error && error.code.startsWith('Z_'))
    return new OrgError(400, 'INVALID_INPUT', 'The request body is not in GZIP format');
  if ('code' in error && error.code === 'FST_ERR_BAD_URL') return notFound();
  if (status < 500) return new OrgError(status, 'INVALID_INPUT', error.message);
  return new OrgError(
    500,
    'UNKNOWN_EXCEPTION',
    'An unexpected error occurred. Please include this ErrorId if you contact support: local',
  );
}

/** Answers a failed request in Salesforce's form. `onFailure` is called for unexpected errors. */
export function answerFailure(
  error: FastifyError | Error,
  reply: FastifyReply,
  onFailure: (error: Error) => void,
): FastifyReply {
  const answer = requestError(error);
  if (answer.status >= 500 && !reply.request.raw.socket.destroyed) onFailure(error);
  return sendError(reply, answer);
}

/** Compresses answers for clients that accept gzip, and answers errors in Salesforce's form. */
export function registerAnswers(app: FastifyInstance, onFailure: (error: Error) => void): void {
  app.setErrorHandler((error: FastifyError | Error, request, reply) => {
    if (request.raw.socket.destroyed) {
      // Nobody is left to answer. To try it all the same fails again for a stream, until fastify has no handler any more and throws.
      reply.hijack();
      return undefined;
    }
    return answerFailure(error, reply, onFailure);
  });

  app.addHook('onSend', async (request, reply, payload) => {
    const accepted = /\bgzip\b/.test(request.headers['accept-encoding'] ?? '');
    if (!accepted || reply.hasHeader('content-encoding')) return payload;
    if (payload instanceof Readable) {
      reply.header('content-encoding', 'gzip');
      return payload.pipe(createGzip());
    }
    if (typeof payload !== 'string' || payload.length < GZIP_FROM) return payload;
    reply.header('content-encoding', 'gzip').removeHeader('content-length');
    return zipped(payload);
  });
}
