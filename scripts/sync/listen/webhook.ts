import { Refusal, type Answer } from './answers.ts';

/** Who may send, and how fast: what the handshake of HTTP 1.1 Web Hooks (4) tells a sender. */
export interface WebhookTerms {
  /** DNS names of senders; `*` for all. */
  readonly origins: readonly string[];
  /** Requests a minute. */
  readonly rate: number;
}

const ALLOW = { Allow: 'POST, OPTIONS' };

function isAllowed({ origins }: WebhookTerms, origin: string): boolean {
  const name = origin.trim().toLowerCase();
  return origins.some((one) => one === '*' || one.toLowerCase() === name);
}

/**
 * The answer to a validation request. It grants nothing without `WebHook-Request-Origin`. Throws ORIGIN, without the headers
 * that a sender would take for consent.
 */
export function handshake(terms: WebhookTerms, origin: string | undefined): Answer {
  if (origin === undefined) return { status: 200, body: {}, headers: ALLOW };
  mustBeAllowed(terms, origin);
  return {
    status: 200,
    body: {},
    headers: {
      ...ALLOW,
      'WebHook-Allowed-Origin': origin.trim(),
      'WebHook-Allowed-Rate': String(terms.rate),
    },
  };
}

/** Throws ORIGIN when the sender names itself and isn't one of those. A delivery needs no name: its token says who it is. */
export function mustBeAllowed(terms: WebhookTerms, origin: string | undefined): void {
  if (origin !== undefined && !isAllowed(terms, origin)) throw new Refusal('ORIGIN', ALLOW);
}
