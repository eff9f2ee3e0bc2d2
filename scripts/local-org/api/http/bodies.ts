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
import { parseJson } from './json.ts';
import { registerMemory } from './memory.ts';

/** Largest body, of a Bulk upload (Bulk API 2.0 Developer Guide, Limits). */
export const LARGEST_BODY = 150 * 1024 * 1024;

/** Largest body of all other requests: "Maximum size of request is 52428800 bytes" (forcedotcom/cli issue 109). */
const LARGEST_REQUEST = 52_428_800;

const tooLarge = (): OrgError =>
  new OrgError(413, 'REQUEST_ENTITY_TOO_LARGE', 'The request body is too large.');

/** Passes so many bytes through and fails at the next one. */
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

/** Whether the body is decompressed before it is parsed. CSV is decompressed while it is written to its file. */
const isZipped = ({ headers }: FastifyRequest): boolean =>
  headers['content-encoding'] === 'gzip' && !(headers['content-type'] ?? '').startsWith('text/csv');

/** The decompressed request body. Clients may compress what they send (REST API Developer Guide, "Compression Headers"). */
function unzipped(request: FastifyRequest, payload: Readable): Readable {
  const unpacking = payload.pipe(createGunzip());
  payload.once('error', (error) => unpacking.destroy(error));
  // fastify compares the bytes read with content-length, which counts compressed bytes.
  Object.defineProperty(unpacking, 'receivedEncodedLength', {
    get: () => Number(request.headers['content-length'] ?? 0),
  });
  return unpacking;
}

/** Registers parsers for the content types that Salesforce accepts. CSV is written to a file in `folder`: `{ csvFile }`. */
export function registerBodies(app: FastifyInstance, folder: string): void {
  const bodyLimit = LARGEST_REQUEST;
  const wasRead = registerMemory(app);
  app.removeAllContentTypeParsers();
  app.addHook('preParsing', (request, _reply, payload, done) => {
    done(null, isZipped(request) ? unzipped(request, payload as Readable) : payload);
  });
  app.addContentTypeParser('application/json', { parseAs: 'string', bodyLimit }, (request, body, done) => {
    try {
      done(null, parseJson(body as string));
    } catch (error) {
      done(error as Error);
    } finally {
      wasRead(request, body.length);
    }
  });
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit },
    (_, body, done) => {
      done(null, new URLSearchParams(body as string));
    },
  );
  app.addContentTypeParser(
    ['text/xml', 'application/xml', 'text/plain', 'text/html'],
    { parseAs: 'string', bodyLimit },
    (request, body, done) => {
      wasRead(request, body.length);
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
  app.addContentTypeParser('multipart/form-data', { parseAs: 'buffer', bodyLimit }, (request, body, done) => {
    wasRead(request, body.length);
    done(null, parseMultipart(body as Buffer, request.headers['content-type'] ?? ''));
  });
}
