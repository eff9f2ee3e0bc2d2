import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type RequestListener, type Server, type ServerOptions } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { isIPv6, type AddressInfo } from 'node:net';
import { errorCode } from '../../feed/errorCode.ts';
import { privateText } from '../config/privateText.ts';
import { SyncError } from '../errors.ts';
import { answerOfUnreadable } from './answers.ts';

/** Where to listen. */
export interface Place {
  readonly host: string;
  /** 0 for any free one. */
  readonly port: number;
  readonly tls?: { readonly cert: string; readonly key: string };
}

/** A server that listens. */
export interface Listening {
  readonly url: string;
  /** Takes no new connection, lets answers go out, then ends. */
  readonly end: () => Promise<void>;
}

const SECOND_MS = 1000;

/** A sender that takes longer for its headers, or for a whole request, is cut off with 408. */
const SLOW: ServerOptions = {
  headersTimeout: 10 * SECOND_MS,
  requestTimeout: 30 * SECOND_MS,
  keepAliveTimeout: 60 * SECOND_MS,
  connectionsCheckingInterval: SECOND_MS,
};

/** Connections at a time; more are closed. */
const MAX_CONNECTIONS = 200;

/** After so long connections that are still open are closed. */
const ENDING_MS = 10 * SECOND_MS;

const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '::1' || /^127(?:\.\d{1,3}){3}$/.test(host);

/** Throws USAGE when tokens and events would travel in clear text to another host. */
export function mustBePrivate({ host, tls }: Place, behindProxy: boolean): void {
  if (isLoopback(host) || tls || behindProxy) return;
  throw new SyncError(
    'USAGE',
    `--host ${host} can be reached from other machines, in clear text`,
    'Give --tls-cert and --tls-key, or --behind-proxy where a proxy before it ends TLS',
  );
}

/** Starts to listen. Throws USAGE when the port or the certificate can't be used, KEY_FILE_OPEN. */
export async function listenAt(
  { host, port, tls }: Place,
  handle: RequestListener,
  limits: ServerOptions = SLOW,
): Promise<Listening> {
  const server = tls ? tlsServer(tls, handle, limits) : createServer(limits, handle);
  server.maxConnections = MAX_CONNECTIONS;
  server.on('clientError', (error, socket) => {
    if (socket.writable && errorCode(error) !== 'ECONNRESET')
      socket.end(answerOfUnreadable(errorCode(error)));
    else socket.destroy();
  });
  server.listen(port, host);
  await once(server, 'listening').catch((error: unknown) => {
    throw new SyncError('USAGE', `${host}:${port} can not be listened at (${errorCode(error)})`);
  });
  const { port: own } = server.address() as AddressInfo;
  const name = isIPv6(host) ? `[${host}]` : host;
  return { url: `${tls ? 'https' : 'http'}://${name}:${own}`, end: () => endServer(server) };
}

function tlsServer(
  { cert, key }: NonNullable<Place['tls']>,
  handle: RequestListener,
  limits: ServerOptions,
): Server {
  const unusable = (cause: unknown): SyncError =>
    new SyncError('USAGE', `${cert} and ${key} are no certificate with its key`, undefined, cause);
  const secret = privateText(key, unusable);
  try {
    return createTlsServer(
      { ...limits, cert: readFileSync(cert), key: secret, minVersion: 'TLSv1.2' },
      handle,
    );
  } catch (error) {
    throw unusable(error);
  }
}

async function endServer(server: Server): Promise<void> {
  const closed = once(server, 'close');
  server.close();
  server.closeIdleConnections();
  const hung = setTimeout(() => {
    server.closeAllConnections();
  }, ENDING_MS);
  await closed;
  clearTimeout(hung);
}
