import { randomUUID } from 'node:crypto';
import { createWriteStream } from 'node:fs';
import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { type Readable, Transform } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { createGunzip, createInflate } from 'node:zlib';
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

/** What clients may compress a body by. REST API Developer Guide, "Compression Headers". */
const UNPACKERS: ReadonlyMap<string, () => Transform> = new Map([
  ['gzip', createGunzip],
  ['deflate', createInflate],
]);

/** What decompresses the body, if anything. */
const unpackerOf = ({ headers }: FastifyRequest): (() => Transform) | undefined =>
  UNPACKERS.get(headers['content-encoding']?.toLowerCase() ?? '');

/** CSV is decompressed while it is written to its file, any other body before it is parsed. */
const isCsv = ({ headers }: FastifyRequest): boolean =>
  (headers['content-type'] ?? '').startsWith('text/csv');

/** The decompressed request body. */
function unzipped(request: FastifyRequest, payload: Readable, unpacker: () => Transform): Readable {
  const unpacking = payload.pipe(unpacker());
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
    const unpacker = isCsv(request) ? undefined : unpackerOf(request);
    done(null, unpacker === undefined ? payload : unzipped(request, payload as Readable, unpacker));
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
    const unpacker = unpackerOf(request);
    const unzipped = unpacker === undefined ? [] : [unpacker()];
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
