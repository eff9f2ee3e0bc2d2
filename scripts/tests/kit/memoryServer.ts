import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { endsWithFile } from './ending.ts';
import type { MemoryOrg } from './memoryOrg.ts';

/** What goes wrong with a request: it isn't processed, or its answer is lost. */
export type ServerFault = 'none' | 'busy' | 'cut' | 'answer lost';

/** Lets a process of its own talk to an org in memory. `draw` gives what goes wrong with the next request. */
export async function serveMemoryOrg(
  { org }: MemoryOrg,
  draw: () => ServerFault = () => 'none',
): Promise<{ readonly url: string; readonly env: Readonly<Record<string, string>> }> {
  const server = createServer((request, response) => {
    void bodyOf(request).then(async (text) => {
      const fault = draw();
      if (fault === 'cut') return request.socket.destroy();
      if (fault === 'busy') return response.writeHead(503).end('[{"errorCode":"SERVER_UNAVAILABLE"}]');
      const body = text === '' ? undefined : (JSON.parse(text) as unknown);
      const answer = await org.tryOnce(request.method as 'GET', request.url ?? '', body);
      if (fault === 'answer lost') return request.socket.destroy();
      return answer === null
        ? response.writeHead(204).end()
        : response.writeHead(200, { 'Content-Type': 'application/json' }).end(JSON.stringify(answer));
    });
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  endsWithFile(() => {
    server.closeAllConnections();
    server.close();
  });
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  server.unref();
  return { url, env: { SF_INSTANCE_URL: url, SF_ACCESS_TOKEN: 'memory' } };
}

async function bodyOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const chunk of request.setEncoding('utf8')) text += String(chunk);
  return text;
}
