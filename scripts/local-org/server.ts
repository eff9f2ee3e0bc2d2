import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { type IncomingMessage, type ServerResponse, STATUS_CODES } from 'node:http';
import type { Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fastify, { type FastifyInstance, type FastifyReply } from 'fastify';
import type { Api } from './api/api.ts';
import { clientKeys } from './api/auth/keys.ts';
import { registerOAuth } from './api/auth/oauth.ts';
import { createSessions } from './api/auth/sessions.ts';
import { createJobs } from './api/bulk/jobs.ts';
import type { Locking } from './api/bulk/locking.ts';
import { createDispatch } from './api/dispatch.ts';
import { answerFailure, registerAnswers, sendError } from './api/http/answers.ts';
import { LARGEST_BODY, registerBodies } from './api/http/bodies.ts';
import { registerFaults } from './api/http/faulting.ts';
import { registerLocal } from './api/http/local.ts';
import { registerRest } from './api/http/rest.ts';
import { registerSoap } from './api/http/soap.ts';
import { createFaults } from './api/local/faults.ts';
import { AT_ONCE, registerTimes, type OrgTimes } from './api/local/orgTimes.ts';
import { createUsage } from './api/local/usage.ts';
import { createDeployments } from './api/metadata/deployments.ts';
import { createRetrievals } from './api/metadata/retrievals.ts';
import { notFound } from './api/resource.ts';
import { RESOURCES } from './api/resources.ts';
import { createRecents } from './api/rest/recents.ts';
import type { Org } from './org.ts';
import { loadParser } from './soql/parser.ts';

/** Limits of Salesforce: 16,384 bytes of URI, and of URI and headers together (REST API Developer Guide, limits). */
const LONGEST_URI = 16_384;
const LONGEST_HEAD = 16_384;

export interface ServerOptions {
  readonly org: Org;
  /** 0 or undefined: any free port. */
  readonly port?: number;
  /** Seconds without use after which an access token expires; 7,200 by default. */
  readonly sessionSeconds?: number;
  /** Daily API calls before REQUEST_LIMIT_EXCEEDED; 1,000,000 by default. */
  readonly dailyApiRequests?: number;
  /** Milliseconds before a Bulk job is processed; 0 by default. */
  readonly bulkDelayMs?: number;
  /** How long an org takes; no time at all by default. */
  readonly times?: OrgTimes | undefined;
  /** Keeps rows and their masters locked while a batch of a Bulk job processes them; off by default. */
  readonly locking?: Locking | undefined;
  /** Where the private key of the JWT flow is written, mode 0600; by default a temporary file, which close() removes. */
  readonly jwtKeyFile?: string;
  /**
   * Serves pages under the same URL: called for every path that isn't an API's (never for /services/, /id/ and /__local/).
   * Returns true when it handles the response.
   */
  readonly pages?: (request: IncomingMessage, response: ServerResponse) => Promise<boolean>;
  /** Called with errors that are the server's own fault; stderr by default. */
  readonly onFailure?: (error: Error) => void;
}

/** What a client needs to log in as the administrator. */
export interface Ready {
  readonly url: string;
  readonly accessToken: string;
  readonly username: string;
  readonly orgId: string;
  readonly clientId: string;
  readonly jwtKeyFile: string;
}

export interface LocalOrgServer {
  readonly url: string;
  readonly ready: Ready;
  /** A new access token for an active user, with labels in `language` if given; undefined when there is no such user. */
  readonly tokenFor: (username: string, language?: string) => string | undefined;
  readonly close: () => Promise<void>;
}

const isApiPath = (url: string): boolean => /^\/(services|id|__local)(\/|\?|$)/.test(url);

function collapseSlashes(url: string): string {
  const at = url.indexOf('?');
  return at < 0 ? url.replace(/\/{2,}/g, '/') : url.slice(0, at).replace(/\/{2,}/g, '/') + url.slice(at);
}

const headBytes = ({ rawHeaders }: IncomingMessage): number =>
  rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text) + 2, 0);

type OnFailure = (error: Error) => void;

const toStderr: OnFailure = (error) => void process.stderr.write(`${error.stack ?? error.message}\n`);

/** What the resources of a server work with. `url` is known once the server listens. */
function createApi(
  { org, ...options }: ServerOptions,
  workFolder: string,
  onFailure: OnFailure,
  url: () => string,
): Api {
  const times = options.times ?? AT_ONCE;
  return {
    org,
    sessions: createSessions(org.orgId, options.sessionSeconds ?? 7_200, (userId) => org.isActive(userId)),
    usage: createUsage(options.dailyApiRequests ?? 1_000_000),
    deployments: createDeployments(org),
    retrievals: createRetrievals(org),
    jobs: createJobs(workFolder, options.bulkDelayMs ?? times.bulkQueue, times, options.locking),
    recents: createRecents(),
    onFailure,
    dispatch: createDispatch(RESOURCES),
    url,
  };
}

/** The words of Jetty, Salesforce's web server, for a request that it doesn't read. */
const badMessage = (status: number, reason: string): string =>
  `<h1>Bad Message ${status}</h1><pre>reason: ${reason}</pre>`;

/** Answers what isn't HTTP: no resource ever sees it. */
function refuseUnreadable(error: { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const status = error.code === 'HPE_HEADER_OVERFLOW' ? 431 : 400;
  const reason = STATUS_CODES[status] ?? '';
  const text = badMessage(status, reason);
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: text/html\r\ncontent-length: ${text.length}\r\nconnection: close\r\n\r\n${text}`,
  );
}

function createApp(onFailure: OnFailure): FastifyInstance {
  return fastify({
    http: { maxHeaderSize: 16 * LONGEST_HEAD },
    bodyLimit: LARGEST_BODY,
    forceCloseConnections: true,
    exposeHeadRoutes: false,
    rewriteUrl: (request) => collapseSlashes(request.url ?? '/'),
    clientErrorHandler: (error, socket) => {
      refuseUnreadable(error, socket);
    },
    frameworkErrors: (error, _request, reply) => void answerFailure(error, reply, onFailure),
  });
}

/** Refuses requests whose URI and headers are too long, and counts API calls. */
function registerArrivals(app: FastifyInstance, { usage }: Api): void {
  const refuse = (reply: FastifyReply, status: number, reason: string): FastifyReply =>
    reply.code(status).type('text/html').send(badMessage(status, reason));
  app.addHook('onRequest', async (request, reply) => {
    const length = Buffer.byteLength(request.raw.url ?? '');
    if (length > LONGEST_URI) return refuse(reply, 414, 'URI Too Long');
    if (length + headBytes(request.raw) > LONGEST_HEAD)
      return refuse(reply, 431, 'Request Header Fields Too Large');
    if (/^\/services\/(async|data|Soap)\//.test(request.url)) usage.count(request.url);
    return undefined;
  });
}

function registerPages(app: FastifyInstance, pages: ServerOptions['pages']): void {
  if (pages === undefined) return;
  app.addHook('onRequest', async (request, reply) => {
    if (!isApiPath(request.url) && (await pages(request.raw, reply.raw))) return reply.hijack();
    return undefined;
  });
}

/** Writes the private key of the JWT flow to a file that only its owner can read, and returns the path. */
async function writeKey(file: string, privateKey: string): Promise<string> {
  await writeFile(file, privateKey, { mode: 0o600 });
  await chmod(file, 0o600);
  return file;
}

/** Starts the APIs of an org on 127.0.0.1. The caller still has to close the org. */
export async function startServer(options: ServerOptions): Promise<LocalOrgServer> {
  const { org } = options;
  const onFailure = options.onFailure ?? toStderr;
  let url = '';
  const workFolder = await mkdtemp(join(tmpdir(), 'local-org-'));
  const keys = clientKeys(org);
  const faults = createFaults();
  const api = createApi(options, workFolder, onFailure, () => url);
  const app = createApp(onFailure);
  registerArrivals(app, api);
  registerTimes(app, options.times ?? AT_ONCE);
  registerPages(app, options.pages);
  registerBodies(app, workFolder);
  registerAnswers(app, onFailure);
  registerOAuth(app, api, keys);
  registerRest(app, api);
  registerSoap(app, api);
  registerLocal(app, api, faults);
  registerFaults(app, api, faults);
  app.setNotFoundHandler((_, reply) => sendError(reply, notFound()));

  const jwtKeyFile = await writeKey(options.jwtKeyFile ?? join(workFolder, 'server.key'), keys.privateKey);
  url = await app.listen({ port: options.port ?? 0, host: '127.0.0.1' });
  const preparing = setImmediate(loadParser);

  return {
    url,
    ready: {
      url,
      accessToken: api.sessions.open(org.admin.userId),
      username: org.admin.username,
      orgId: org.orgId,
      clientId: keys.clientId,
      jwtKeyFile,
    },
    tokenFor: (username, language) => {
      const user = org.findUser(username);
      return user && api.sessions.open(user.userId, language);
    },
    close: async () => {
      clearImmediate(preparing);
      api.jobs.close();
      await app.close();
      await rm(workFolder, { recursive: true, force: true });
    },
  };
}
