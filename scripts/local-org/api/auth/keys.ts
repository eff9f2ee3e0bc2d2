import { generateKeyPairSync, randomBytes } from 'node:crypto';
import type { Org } from '../../org.ts';

/** What a client needs for the JWT bearer flow. It is stored with the org's data, so it survives a restart of the server. */
export interface ClientKeys {
  readonly clientId: string;
  readonly privateKey: string;
}

function remembered(org: Org, name: string, make: () => string): string {
  const known = org.setting(name);
  if (known !== undefined) return known;
  const made = make();
  org.setSetting(name, made);
  return made;
}

export const clientKeys = (org: Org): ClientKeys => ({
  clientId: remembered(org, 'oauth.clientId', () => `3MVG9${randomBytes(40).toString('base64url')}`),
  privateKey: remembered(
    org,
    'oauth.privateKey',
    () =>
      generateKeyPairSync('rsa', {
        modulusLength: 2048,
        publicKeyEncoding: { type: 'spki', format: 'pem' },
        privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
      }).privateKey,
  ),
});
