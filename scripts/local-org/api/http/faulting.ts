import { Readable, Transform } from 'node:stream';
import { setTimeout as delay } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import { tokenOf } from '../auth/sessions.ts';
import type { Fault, Faults } from '../local/faults.ts';
import type { LockFault } from '../../org.ts';
import { JSON_TYPE } from './answers.ts';

/** The part of a fault that happens while the request is processed. */
interface Pending {
  lock?: LockFault;
  /** Bytes that may still pass before the connection is reset. */
  left?: number;
}

const pending = new WeakMap<FastifyRequest, Pending>();

/** The lock fault of the request. */
export const lockOf = (request: FastifyRequest): LockFault | undefined => pending.get(request)?.lock;

/**
 * Applies the part of a fault that comes before the request is processed; true when the request has been answered by that.
 */
async function apply(fault: Fault, request: FastifyRequest, reply: FastifyReply, api: Api): Promise<boolean> {
  if ('delayMs' in fault) await delay(fault.delayMs);
  else if ('expireToken' in fault) api.sessions.close(tokenOf(request.headers.authorization) ?? '');
  else if ('lock' in fault) pending.set(request, { lock: fault.lock });
  else if ('status' in fault) {
    reply.code(fault.status);
    if (fault.body === undefined) reply.send();
    else reply.type(JSON_TYPE).send(JSON.stringify(fault.body));
    return true;
  } else if (fault.reset <= 0) {
    reply.hijack();
    request.raw.socket.resetAndDestroy();
    return true;
  } else pending.set(request, { left: fault.reset });
  return false;
}

const bytesOf = (payload: unknown): Buffer =>
  Buffer.isBuffer(payload) ? payload : Buffer.from(typeof payload === 'string' ? payload : '');

/** Passes so many bytes through, then resets the connection, at the latest at the end of the answer. */
function resetAfter(left: number, request: FastifyRequest): Transform {
  let rest = left;
  const reset = (): void => void setImmediate(() => request.raw.socket.resetAndDestroy());
  return new Transform({
    transform: (chunk: Buffer, _encoding, next) => {
      rest -= chunk.length;
      if (rest > 0) next(null, chunk);
      else {
        next(null, chunk.subarray(0, chunk.length + rest));
        reset();
      }
    },
    flush: reset,
  });
}

/** Sends the first bytes of an answer and resets the connection. */
function cut(request: FastifyRequest, reply: FastifyReply, payload: unknown, left: number): Readable {
  if (payload instanceof Readable) return payload.pipe(resetAfter(left, request));
  const bytes = bytesOf(payload);
  const sent = bytes.subarray(0, Math.min(left, Math.max(0, bytes.length - 1)));
  const reset = (): void => void setImmediate(() => request.raw.socket.resetAndDestroy());
  let asked = false;
  reply.header('content-length', bytes.length);
  return new Readable({
    read() {
      if (asked || sent.length === 0) reset();
      else this.push(sent);
      asked = true;
    },
  });
}

/**
 * Applies the rules of `/__local/faults` to every request except those below `/__local`. Must be registered last, because it
 * cuts the answer as the other hooks made it.
 */
export function registerFaults(app: FastifyInstance, api: Api, faults: Faults): void {
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/__local/')) return;
    const fault = faults.claim(request.method, request.url);
    return fault && (await apply(fault, request, reply, api)) ? reply : undefined;
  });

  app.addHook('preParsing', (request, _reply, payload, done) => {
    const state = pending.get(request);
    if (state?.left === undefined) {
      done(null, payload);
      return;
    }
    let { left } = state;
    const counter = new Transform({
      transform: (chunk: Buffer, _encoding, next) => {
        left -= chunk.length;
        state.left = left;
        if (left > 0) {
          next(null, chunk);
          return;
        }
        request.raw.socket.resetAndDestroy();
        next(new Error('The connection was reset by a fault.'));
      },
    });
    // Otherwise fastify compares the bytes it read with content-length itself and takes 0 for a broken body.
    Object.defineProperty(counter, 'receivedEncodedLength', {
      get: () => Number(request.headers['content-length'] ?? 0),
    });
    done(null, payload.pipe(counter));
  });

  app.addHook('onSend', (request, reply, payload, done) => {
    const state = pending.get(request);
    done(null, state?.left === undefined ? payload : cut(request, reply, payload, state.left));
  });
}
