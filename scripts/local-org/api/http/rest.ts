import type { FastifyInstance } from 'fastify';
import { OrgError } from '../../org.ts';
import type { Api } from '../api.ts';
import { tokenOf } from '../auth/sessions.ts';
import { firstBulkApi } from '../bulk/firstVersion.ts';
import { versions } from '../rest/versions.ts';
import { sendAnswer, sendError } from './answers.ts';
import { lockOf } from './faulting.ts';

const invalidSession = (): OrgError => new OrgError(401, 'INVALID_SESSION_ID', 'Session expired or invalid');

const headersOf = (
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
): Record<string, string | undefined> =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'object' ? value.join(',') : value,
    ]),
  );

const DUPLICATE_RULE_HEADER = 'sforce-duplicate-rule-header';

/**
 * Whether a call saves despite alerts of duplicate rules. REST API Developer Guide, "Duplicate Rule Header": from version
 * 52.0 on; false by default.
 */
function allowsDuplicates(header: string | readonly string[] | undefined, url: string): boolean {
  const version = Number(/^\/services\/data\/v(\d+)\./.exec(url)?.[1]);
  const options = String(header ?? '').split(/[;,]/);
  return version >= 52 && options.some((option) => /^\s*allowSave\s*=\s*true\s*$/i.test(option));
}

/** `/services/data/**` and `/services/async/**`: counts the call, identifies its caller, runs it. */
export function registerRest(app: FastifyInstance, api: Api): void {
  const { usage, sessions, dispatch } = api;

  app.addHook('onSend', (request, reply, payload, done) => {
    if (request.url.startsWith('/services/data')) {
      reply.header('sforce-limit-info', `api-usage=${usage.total()}/${usage.dailyLimit}`);
    }
    done(null, payload);
  });

  app.get('/services/data', (_, reply) => sendAnswer(reply, { status: 200, body: versions() }));
  app.get('/services/data/', (_, reply) => sendAnswer(reply, { status: 200, body: versions() }));

  app.all('/services/data/*', (request, reply) => {
    const caller = sessions.caller(tokenOf(request.headers.authorization) ?? '');
    if (!caller) {
      reply.header('www-authenticate', 'Token');
      return sendError(reply, invalidSession());
    }
    if (usage.total() > usage.dailyLimit) {
      return sendError(reply, new OrgError(403, 'REQUEST_LIMIT_EXCEEDED', 'TotalRequests Limit exceeded.'));
    }
    const allowDuplicates = allowsDuplicates(request.headers[DUPLICATE_RULE_HEADER], request.url);
    const call = {
      method: request.method,
      headers: headersOf(request.headers),
      body: request.body,
      caller: { ...caller, allowDuplicates, lockFault: lockOf(request) },
    };
    return sendAnswer(reply, dispatch(request.url, call, api));
  });

  app.all('/services/async/*', (request, reply) => {
    const session = request.headers['x-sfdc-session'];
    const path = request.url.replace(/\?.*$/, '');
    const { status, xml } = firstBulkApi(
      request.method,
      path,
      typeof session === 'string' ? session : '',
      api,
    );
    return reply.code(status).type('application/xml').send(xml);
  });
}
