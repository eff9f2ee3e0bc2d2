import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readState, type StateStore } from '../../sync/state/store.ts';

/** The state of a folder that isn't there: it is empty, in memory, and takes what is written. */
export const memoryState = (): StateStore => readState(join(tmpdir(), 'no-such-state-folder'));
