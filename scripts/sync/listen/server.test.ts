import { once } from 'node:events';
import { chmodSync, writeFileSync } from 'node:fs';
import { get } from 'node:https';
import { connect, type AddressInfo } from 'node:net';
import { createServer, type IncomingMessage } from 'node:http';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { folderForFile } from '../../tests/kit/folder.ts';
import { selfSigned } from '../../tests/kit/certificate.ts';
import { listenAt, mustBePrivate, type Listening } from './server.ts';

let folder: string;
beforeAll(() => {
  ({ folder } = folderForFile('listen-server-'));
});

const HOST = '127.0.0.1';
function hello(request: IncomingMessage, response: { end: (text: string) => unknown }): void {
  request.resume();
  response.end('hello');
}
const portOf = ({ url }: Listening): number => Number(new URL(url).port);

/** Files of a certificate and its key; `mode` of the key's. */
function tlsFiles(name: string, contents: { cert: string; key: string }, mode = 0o600) {
  const files = { cert: join(folder, `${name}.crt`), key: join(folder, `${name}.key`) };
  writeFileSync(files.cert, contents.cert);
  writeFileSync(files.key, contents.key);
  chmodSync(files.key, mode);
  return files;
}

test.each(['localhost', '127.0.0.1', '127.1.2.3', '::1'])('%s is this machine', (host) => {
  expect(() => {
    mustBePrivate({ host, port: 0 }, false);
  }).not.toThrow();
});

test.each(['0.0.0.0', '::', '10.0.0.1', 'example.com', '127.0.0.1.example.com'])(
  '%s needs TLS, or a proxy that has it',
  (host) => {
    expect(() => {
      mustBePrivate({ host, port: 0 }, false);
    }).toThrow('in clear text');
    expect(() => {
      mustBePrivate({ host, port: 0 }, true);
    }).not.toThrow();
    expect(() => {
      mustBePrivate({ host, port: 0, tls: { cert: 'c', key: 'k' } }, false);
    }).not.toThrow();
  },
);

test('events travel by TLS, 1.2 at least', async () => {
  const certificate = selfSigned();
  const server = await listenAt({ host: HOST, port: 0, tls: tlsFiles('good', certificate) }, hello);
  const options = { host: HOST, port: portOf(server), servername: 'localhost', ca: certificate.cert };
  const [answer] = (await once(get(options), 'response')) as [IncomingMessage];
  expect([server.url.slice(0, 8), await text(answer)]).toEqual(['https://', 'hello']);
  await expect(once(get({ ...options, maxVersion: 'TLSv1.1' }), 'response')).rejects.toThrow();
  await server.end();
});

test('a certificate that is none, and a key that others can read, are refused', async () => {
  const { cert, key } = selfSigned();
  const other = selfSigned().key;
  const at = (tls: { cert: string; key: string }) => listenAt({ host: HOST, port: 0, tls }, hello);
  await expect(at(tlsFiles('none', { cert: 'none', key }))).rejects.toMatchObject({ code: 'USAGE' });
  await expect(at(tlsFiles('other', { cert, key: other }))).rejects.toMatchObject({ code: 'USAGE' });
  await expect(at(tlsFiles('open', { cert, key }, 0o644))).rejects.toMatchObject({ code: 'KEY_FILE_OPEN' });
});

test.each([
  ['its headers', 'POST /events HTTP/1.1\r\nHost: x\r\n'],
  ['its body', 'POST /events HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{'],
])('who takes too long for %s is cut off, and told', async (_what, sent) => {
  const limits = { headersTimeout: 50, requestTimeout: 100, connectionsCheckingInterval: 10 };
  const server = await listenAt({ host: HOST, port: 0 }, (request) => request.resume(), limits);
  const sender = connect(portOf(server), HOST);
  sender.write(sent);
  const told = await text(sender);
  expect(told).toMatch(/^HTTP\/1\.1 408 /);
  expect(JSON.parse(told.slice(told.indexOf('\r\n\r\n')))).toMatchObject({
    next: expect.any(String) as string,
  });
  await server.end();
});

test('a port that is taken is told', async () => {
  const other = createServer().listen(0, HOST);
  await once(other, 'listening');
  const { port } = other.address() as AddressInfo;
  await expect(listenAt({ host: HOST, port }, hello)).rejects.toThrow(
    `${HOST}:${port} can not be listened at`,
  );
  other.close();
});
