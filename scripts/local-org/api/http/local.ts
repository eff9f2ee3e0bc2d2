import type { FastifyInstance, FastifyRequest } from 'fastify';
import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { type Faults, faultRules } from '../local/faults.ts';
import { sendError } from './answers.ts';

/**
 * Requests must carry this header: a page of another site can only send it after a CORS preflight, which is always refused.
 */
const LOCAL_HEADER = 'x-local-org';

/**
 * Whether the request's Host is this server's own address. A foreign name that resolves to it (DNS rebinding) is refused.
 */
function isOwn({ headers }: FastifyRequest, url: string): boolean {
  const { port } = new URL(url);
  const own = [`127.0.0.1:${port}`, `localhost:${port}`];
  return own.includes(headers.host ?? '') && headers[LOCAL_HEADER] === '1';
}

/** `/__local/*`: control of the server by tests, without login. */
export function registerLocal(app: FastifyInstance, api: Api, faults: Faults): void {
  const { org, usage, recents } = api;
  app.addHook('onRequest', async (request, reply) => {
    if (!/^\/__local(\/|\?|$)/.test(request.url) || isOwn(request, api.url())) return undefined;
    return sendError(
      reply,
      new OrgError(
        403,
        'INSUFFICIENT_ACCESS',
        `Send it to ${api.url()} itself, with the header ${LOCAL_HEADER}: 1.`,
      ),
    );
  });

  app.post('/__local/faults', (request, reply) => {
    const rules = faultRules(request.body);
    faults.replace(rules);
    return reply.send({ rules: rules.length });
  });

  app.get('/__local/stats', (_, reply) =>
    reply.send({ apiCalls: usage.calls(), rowsWritten: org.rowsWritten }),
  );

  app.post('/__local/reset', (request, reply) => {
    const { data } = (request.body ?? {}) as { readonly data?: boolean };
    faults.replace([]);
    usage.clear();
    if (data === true) recents.clear();
    org.reset({ data: data === true });
    return reply.send({});
  });
}
