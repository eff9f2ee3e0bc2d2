import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';

/** The script of the job. */
export const JOB_SCRIPT = join(ROOT, 'scripts', 'sync', 'main.ts');
