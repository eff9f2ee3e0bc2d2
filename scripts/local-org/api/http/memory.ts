import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { FastifyInstance, FastifyRequest } from 'fastify';

/** From that size on a body is worth a collection: below it V8's own pace is fine. */
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
 * Gives the memory of large bodies back to the machine once they are answered. V8 keeps it until it needs some again, which may be
 * never. What it gives is told of each body that was read.
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
