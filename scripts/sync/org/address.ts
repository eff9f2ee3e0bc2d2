import { SyncError } from '../errors.ts';

/**
 * The address of an org that a setting holds, without a slash at its end; LOGIN when it is none, because waiting would make
 * none of it. `isOrigin`: what stands behind the host is left away.
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
