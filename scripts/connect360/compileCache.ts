import { join } from 'node:path';
import { ROOT } from './root.ts';

/** Environment for Node processes: a cache of compiled code, so that they start faster the next time. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(ROOT, '.local', 'cache', 'node') } as const;
