import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Api } from '../api.ts';
import { OAuthError, subjectOf } from './assertion.ts';
import type { ClientKeys } from './keys.ts';
import { tokenOf } from './sessions.ts';

const JWT_BEARER = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
const LOGIN_URLS = ['https://login.salesforce.com', 'https://test.salesforce.com'] as const;

const parameter = (request: FastifyRequest, name: string): string | undefined =>
  (request.body instanceof URLSearchParams ? request.body.get(name) : null) ??
  (request.query as Record<string, string | undefined>)[name];

function identity(api: Api, userId: string): Record<string, unknown> {
  const user = api.org.user(userId);
  const root = `${api.url()}/services`;
  return {
    // An org's identity URL has the login host, not the org's own address.
    id: `${LOGIN_URLS[0]}/id/${api.org.orgId}/${userId}`,
    asserted_user: true,
    user_id: userId,
    organization_id: api.org.orgId,
    username: user.Username,
    nick_name: user.Alias ?? user.Username,
    display_name: user.Name,
    email: user.Email,
    email_verified: true,
    first_name: user.FirstName ?? null,
    last_name: user.LastName,
    timezone: user.TimeZoneSidKey,
    photos: {
      picture: `${api.url()}/profilephoto/005/F`,
      thumbnail: `${api.url()}/profilephoto/005/T`,
    },
    active: user.IsActive,
    user_type: 'STANDARD',
    language: user.LanguageLocaleKey,
    locale: user.LocaleSidKey,
    urls: {
      rest: `${root}/data/v{version}/`,
      sobjects: `${root}/data/v{version}/sobjects/`,
      query: `${root}/data/v{version}/query/`,
      metadata: `${root}/Soap/m/{version}/${api.org.orgId}`,
      custom_domain: api.url(),
    },
  };
}

function grant(api: Api, keys: ClientKeys, request: FastifyRequest): Record<string, unknown> {
  if (parameter(request, 'grant_type') !== JWT_BEARER) {
    throw new OAuthError('unsupported_grant_type', 'grant type not supported');
  }
  const audiences = [...LOGIN_URLS, api.url(), api.url().replace('127.0.0.1', 'localhost')];
  const username = subjectOf(parameter(request, 'assertion') ?? '', { ...keys, audiences });
  const user = api.org.findUser(username);
  if (!user) throw new OAuthError('invalid_grant', "user hasn't approved this consumer");
  return {
    access_token: api.sessions.open(user.userId),
    scope: 'web api',
    instance_url: api.url(),
    id: `${api.url()}/id/${api.org.orgId}/${user.userId}`,
    token_type: 'Bearer',
  };
}

const forbidden = (reply: FastifyReply): FastifyReply =>
  reply.code(403).type('text/plain').send('Bad_OAuth_Token');

/** `/services/oauth2/*` and the identity URL. */
export function registerOAuth(app: FastifyInstance, api: Api, keys: ClientKeys): void {
  app.post('/services/oauth2/token', (request, reply) => {
    try {
      return reply.header('cache-control', 'no-store').send(grant(api, keys, request));
    } catch (error) {
      if (!(error instanceof OAuthError)) throw error;
      return reply.code(400).send({ error: error.error, error_description: error.message });
    }
  });

  app.all('/services/oauth2/userinfo', (request, reply) => {
    const caller = api.sessions.caller(tokenOf(request.headers.authorization) ?? '');
    if (!caller) return forbidden(reply);
    const { id, username, nick_name, display_name, timezone, language, ...rest } = identity(
      api,
      caller.userId,
    );
    return reply.send({
      sub: id,
      ...rest,
      preferred_username: username,
      nickname: nick_name,
      name: display_name,
      zoneinfo: timezone,
      locale: language,
      profile: `${api.url()}/${caller.userId}`,
      picture: null,
    });
  });

  app.get('/id/:org/:user', (request, reply) => {
    const { org, user } = request.params as { org: string; user: string };
    const token = tokenOf(request.headers.authorization) ?? parameter(request, 'oauth_token');
    const caller = api.sessions.caller(token ?? '');
    const same = (left: string, right: string): boolean => left.slice(0, 15) === right.slice(0, 15);
    if (!caller) return forbidden(reply);
    if (!same(org, api.org.orgId) || !same(user, caller.userId))
      return reply.code(404).type('text/plain').send('Bad_Id');
    return reply.send(identity(api, caller.userId));
  });

  app.all('/services/oauth2/revoke', (request, reply) => {
    if (api.sessions.close(parameter(request, 'token') ?? '')) return reply.code(200).send();
    return reply
      .code(400)
      .send({ error: 'unsupported_token_type', error_description: 'this token type is not supported' });
  });
}
