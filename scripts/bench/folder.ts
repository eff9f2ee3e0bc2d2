import { join } from 'node:path';
import { ROOT } from '../connect360/root.ts';

/** Where figures go, and what the bench makes once; BENCH_FOLDER names another one. */
export const FOLDER = process.env.BENCH_FOLDER ?? join(ROOT, '.local');

/** The data that the bench makes once. */
export const CACHE = join(FOLDER, 'cache');
