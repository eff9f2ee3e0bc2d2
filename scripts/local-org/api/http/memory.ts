import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** From this size on, a garbage collection after the answer pays off. */
const LARGE = 8 * 1024 * 1024;

let collect: (() => void) | undefined;

function collector(): () => void {
  if (collect === undefined) {
    setFlagsFromString('--expose-gc');
    collect = runInNewContext('gc') as () => void;
  }
  return collect;
}

/**
 * Returns the memory of large bodies to the machine once they are answered; V8 would keep it until it needs more, which may
 * be never. Returns a function to call for each body read.
 */
export function registerMemory(app: FastifyInstance): (request: FastifyRequest, bytes: number) => void {
  const large = new WeakSet<FastifyRequest>();
  app.addHook('onResponse', (request, _reply, done) => {
    if (large.has(request)) setImmediate(collector());
    done();
  });
  return (request, bytes) => {
    if (bytes >= LARGE) large.add(request);
  };
}
