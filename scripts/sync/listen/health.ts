import type { RequestListener } from 'node:http';
import type { InboxWriter } from './inboxWriter.ts';
import type { Tallies } from './tallies.ts';

/** What the second port tells of. */
export interface Healthy {
  readonly writer: InboxWriter;
  readonly tallies: Tallies;
  readonly now: () => number;
  readonly isEnding: () => boolean;
}

/**
 * `/healthz`: 200 while events are taken, else 503. An org that doesn't answer is no reason to start anew: events wait then,
 * which `/metrics` tells (cuzo_listen_waiting_seconds).
 */
export function healthHandler({ writer, tallies, now, isEnding }: Healthy): RequestListener {
  return ({ url, method }, response) => {
    function send(status: number, type: string, text: string): void {
      response.writeHead(status, { 'Content-Type': type, 'Cache-Control': 'no-store' });
      response.end(method === 'HEAD' ? undefined : text);
    }
    if (method !== 'GET' && method !== 'HEAD') send(405, 'text/plain', 'GET /healthz or /metrics\n');
    else if (url === '/metrics')
      send(200, 'text/plain; version=0.0.4; charset=utf-8', tallies.text(writer.size(), now()));
    else if (url === '/healthz') {
      const { events: waiting, oldest } = writer.size();
      const seconds = oldest === null ? 0 : Math.round((now() - oldest) / 1000);
      const status = isEnding() ? 'ending' : writer.isSound() ? 'ok' : 'can not store events';
      send(
        status === 'ok' ? 200 : 503,
        'application/json',
        `${JSON.stringify({ status, waiting, seconds })}\n`,
      );
    } else send(404, 'text/plain', 'GET /healthz or /metrics\n');
  };
}
