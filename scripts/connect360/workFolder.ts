import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Where a command keeps what it sends to an org and gets from it, by the name that the CLI knows the org by. */
export function workFolder(command: string, org: string): string {
  return join(ROOT, '.local', command, org.replace(/[^\w.@-]/g, '_'));
}
