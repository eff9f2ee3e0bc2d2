import { join } from 'node:path';
import { ROOT } from './root.ts';

/** What a process of Node needs in its environment to start faster the second time: its compiled code is kept there. */
export const COMPILE_CACHE = { NODE_COMPILE_CACHE: join(ROOT, '.local', 'cache', 'node') } as const;
