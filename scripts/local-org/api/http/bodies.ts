import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip } from 'node:zlib';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OrgError } from '../../org.ts';
import { parseMultipart } from '../metadata/multipart.ts';

/** The largest body Salesforce takes: a Bulk upload or a deploy of 150 MB. */
export const LARGEST_BODY = 150 * 1024 * 1024;

const tooLarge = (): OrgError =>
  new OrgError(413, 'REQUEST_ENTITY_TOO_LARGE', 'The request body is too large.');

/** Lets so many bytes pass and fails at the next one. */
function upTo(most: number): Transform {
  let bytes = 0;
  return new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      bytes += chunk.length;
      if (bytes > most) next(tooLarge());
      else next(null, chunk);
    },
  });
}

/** What is wrong with a JSON text, with its place where the engine tells it. */
function jsonProblem(text: string, message: string): string {
  const position = /position (\d+)/.exec(message)?.[1];
  const found =
    position === undefined ? /^Unexpected token '(.)'/su.exec(message)?.[1] : text[Number(position)];
  if (found === undefined) return 'Unexpected end-of-input: expected close marker';
  const character = `Unexpected character ('${found}' (code ${found.charCodeAt(0)}))`;
  if (position === undefined) return character;
  const before = text.slice(0, Number(position)).split('\n');
  return `${character} at [line:${before.length}, column:${(before.at(-1) ?? '').length + 1}]`;
}

/** JSON as Salesforce reads it: an empty body is none, a broken one is JSON_PARSER_ERROR with its place. */
function parseJson(text: string): unknown {
  if (text.trim() === '') return undefined;
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    throw new OrgError(400, 'JSON_PARSER_ERROR', jsonProblem(text, (error as Error).message));
  }
}

/** Teaches the server the content types that Salesforce takes. CSV goes into a file of `folder`: `{ csvFile }`. */
export function registerBodies(app: FastifyInstance, folder: string): void {
  app.removeAllContentTypeParsers();
  app.addContentTypeParser('application/json', { parseAs: 'string' }, (_, body, done) => {
    try {
      done(null, parseJson(body as string));
    } catch (error) {
      done(error as Error);
    }
  });
  app.addContentTypeParser('application/x-www-form-urlencoded', { parseAs: 'string' }, (_, body, done) => {
    done(null, new URLSearchParams(body as string));
  });
  app.addContentTypeParser(
    ['text/xml', 'application/xml', 'text/plain', 'text/html'],
    { parseAs: 'string' },
    (_, body, done) => {
      done(null, body);
    },
  );
  app.addContentTypeParser('text/csv', async (request: FastifyRequest, payload: Readable) => {
    if (Number(request.headers['content-length'] ?? 0) > LARGEST_BODY) throw tooLarge();
    const csvFile = join(folder, randomUUID());
    const unzipped = request.headers['content-encoding'] === 'gzip' ? [createGunzip()] : [];
    try {
      await pipeline([payload, ...unzipped, upTo(LARGEST_BODY), createWriteStream(csvFile)]);
    } catch (error) {
      await rm(csvFile, { force: true });
      throw error;
    }
    return { csvFile };
  });
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer' }, (request, body, done) => {
    done(null, parseMultipart(body as Buffer, request.headers['content-type'] ?? ''));
  });
}
