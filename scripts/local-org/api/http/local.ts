import type { FastifyInstance } from 'fastify';
import type { Api } from '../api.ts';
import { type Faults, faultRules } from '../local/faults.ts';

/** `/__local/*`: what tests do to the server, without login. */
export function registerLocal(app: FastifyInstance, { org, usage, recents }: Api, faults: Faults): void {
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
