import type { IncomingMessage } from 'node:http';
import { promisify } from 'node:util';
import { gunzip } from 'node:zlib';
import { errorCode } from '../../feed/errorCode.ts';
import { Refusal, refusalFor } from './answers.ts';

/** Limits of bodies, in bytes. */
export interface BodyLimits {
  /** Of one body, as sent and unzipped. */
  readonly one: number;
  /** Of all bodies that are arriving, so that many at once don't take all memory. */
  readonly together: number;
}

const RETRY_SECONDS = 1;

/** Reads bodies within the limits. Throws BODY_TOO_LARGE, BUSY, CUT. */
export function bodyReader({ one, together }: BodyLimits): (request: IncomingMessage) => Promise<Buffer> {
  let arriving = 0;
  return async (request) => {
    if (Number(request.headers['content-length'] ?? 0) > one) throw new Refusal('BODY_TOO_LARGE');
    const chunks: Buffer[] = [];
    let length = 0;
    try {
      // The answer still has to go out by the same connection.
      for await (const chunk of request.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
        length += chunk.length;
        arriving += chunk.length;
        if (length > one) throw new Refusal('BODY_TOO_LARGE');
        if (arriving > together) throw refusalFor('BUSY', RETRY_SECONDS);
        chunks.push(chunk);
      }
      return Buffer.concat(chunks);
    } catch (error) {
      throw error instanceof Refusal ? error : new Refusal('CUT');
    } finally {
      arriving -= length;
    }
  };
}

const inflate = promisify(gunzip);

/** The body without its gzip. Throws CONTENT_ENCODING, BAD_GZIP, BODY_TOO_LARGE. */
export async function unzipped(body: Buffer, encoding: string | undefined, limit: number): Promise<Buffer> {
  const name = (encoding ?? 'identity').trim().toLowerCase();
  if (name === 'identity') return body;
  if (name !== 'gzip' && name !== 'x-gzip') throw new Refusal('CONTENT_ENCODING');
  try {
    return await inflate(body, { maxOutputLength: limit });
  } catch (error) {
    throw new Refusal(errorCode(error) === 'ERR_BUFFER_TOO_LARGE' ? 'BODY_TOO_LARGE' : 'BAD_GZIP');
  }
}
