import { SyncError } from '../errors.ts';

/**
 * Checks that a setting holds the address of an org and removes a slash at its end. Throws LOGIN when it isn't an address.
 * `isOrigin`: the path is dropped too.
 */
export function addressIn(setting: string, text: string, isOrigin: boolean): string {
  const url = URL.parse(text.trim());
  if (!url || !['https:', 'http:'].includes(url.protocol) || url.hostname === '')
    throw new SyncError(
      'LOGIN',
      `${setting} is no web address`,
      `Give it with its scheme, such as https://mydomain.my.salesforce.com`,
    );
  return isOrigin ? url.origin : `${url.origin}${url.pathname}`.replace(/\/+$/, '');
}
