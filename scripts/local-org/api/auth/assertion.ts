import { createPublicKey, verify } from 'node:crypto';

/**
 * A failed OAuth request with Salesforce's message: status 400 with `{ error, error_description }`. Messages: "OAuth 2.0 JWT
 * Bearer Flow for Server-to-Server Integration" and the OAuth error list of Salesforce Help.
 */
export class OAuthError extends Error {
  readonly error: string;

  constructor(error: string, description: string) {
    super(description);
    this.name = 'OAuthError';
    this.error = error;
  }
}

export interface AssertionRules {
  readonly clientId: string;
  /** PEM of the private key that the client signs with. */
  readonly privateKey: string;
  /** URLs allowed in `aud`; a slash at the end doesn't matter. */
  readonly audiences: readonly string[];
}

const invalidAssertion = (): OAuthError => new OAuthError('invalid_grant', 'invalid assertion');

function json(part: string | undefined): Record<string, unknown> {
  try {
    return JSON.parse(Buffer.from(part ?? '', 'base64url').toString('utf8')) as Record<string, unknown>;
  } catch {
    throw invalidAssertion();
  }
}

/**
 * Checks an RS256 JWT bearer assertion and returns its subject, a user name. The lifetime isn't limited, because the `sf`
 * CLI sends `exp` in milliseconds.
 */
export function subjectOf(assertion: string, rules: AssertionRules): string {
  const [head, claims, signature, more] = assertion.split('.');
  if (!head || !claims || !signature || more !== undefined) throw invalidAssertion();
  if (json(head).alg !== 'RS256') throw invalidAssertion();
  const { iss, sub, aud, exp } = json(claims);
  if (iss !== rules.clientId) throw new OAuthError('invalid_client_id', 'client identifier invalid');
  const key = createPublicKey(rules.privateKey);
  if (!verify('sha256', Buffer.from(`${head}.${claims}`), key, Buffer.from(signature, 'base64url'))) {
    throw invalidAssertion();
  }
  const bare = (url: string): string => url.replace(/\/$/, '');
  if (typeof aud !== 'string' || !rules.audiences.map(bare).includes(bare(aud))) {
    throw new OAuthError('invalid_grant', 'audience is invalid');
  }
  if (typeof exp !== 'number' || exp * 1000 < Date.now())
    throw new OAuthError('invalid_grant', 'assertion has expired');
  if (typeof sub !== 'string') throw new OAuthError('invalid_grant', 'invalid assertion');
  return sub;
}
