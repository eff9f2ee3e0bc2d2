import { privateText } from '../config/privateText.ts';
import { SyncError } from '../errors.ts';

export const ADDRESS_VARIABLE = 'CUZO_NOTIFY_URL';

/** The one host that may be reached without TLS. */
const THIS_MACHINE = '127.0.0.1';

const NEXT = `Put the https address into a file of mode 0600 for --notify-file, or into ${ADDRESS_VARIABLE}`;

/**
 * The address that notifications are posted to: a secret, as whoever knows it may post there. So it is read from a file or
 * the environment, never from the command line, which every user of the machine may read, and no message quotes it. Throws
 * USAGE, KEY_FILE_OPEN.
 */
export function notifyAddress(file: string | undefined, env: NodeJS.ProcessEnv): URL {
  const text = file === undefined ? (env[ADDRESS_VARIABLE] ?? '') : addressIn(file);
  if (text.trim() === '') throw new SyncError('USAGE', '--notify has no address to post to', NEXT);
  const url = URL.parse(text.trim());
  const isSafe = url?.protocol === 'https:' || (url?.protocol === 'http:' && url.hostname === THIS_MACHINE);
  if (!url || !isSafe || url.username !== '' || url.password !== '')
    throw new SyncError('USAGE', 'the address for --notify is no https address', NEXT);
  return url;
}

/** The first line of the file that isn't blank or a comment. */
function addressIn(file: string): string {
  const unreadable = (cause: unknown): SyncError =>
    new SyncError('USAGE', `${file} can not be read`, 'Name a file that this user can read', cause);
  const lines = privateText(file, unreadable)
    .split('\n')
    .map((line) => line.trim());
  return lines.find((line) => line !== '' && !line.startsWith('#')) ?? '';
}
