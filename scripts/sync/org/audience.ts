const PRODUCTION = 'https://login.salesforce.com';
const SANDBOX = 'https://test.salesforce.com';

/** Addresses of an org itself: My Domain, also with the kind of org before `my`, and those of instances before My Domain. */
const OF_AN_ORG = '.salesforce.com';
/**
 * Sandboxes and scratch orgs: `acme--uat.sandbox.my.salesforce.com`, `acme.scratch.my.salesforce.com`, before enhanced domains
 * `acme--uat.my.salesforce.com` and `cs12.salesforce.com` (Salesforce help, "My Domain URL Formats").
 */
const OF_A_SANDBOX = /--|\.(?:sandbox|scratch)\.my\.|(?:^|\.)cs\d+\./;

/**
 * The audience (`aud`) of a JWT for a login at this address. An org takes login.salesforce.com, test.salesforce.com or the
 * address of a site (Salesforce help, "OAuth 2.0 JWT Bearer Flow for Server-to-Server Integration"); its own My Domain, which may be
 * the only address to log in at, is refused: "audience is invalid" (simple-salesforce issue 672 and pull request 711).
 */
export function audienceFor(loginUrl: string): string {
  const { hostname } = new URL(loginUrl);
  if (loginUrl === PRODUCTION || loginUrl === SANDBOX || !hostname.endsWith(OF_AN_ORG)) return loginUrl;
  return OF_A_SANDBOX.test(hostname) ? SANDBOX : PRODUCTION;
}
