import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { temporaryStaging, type Staging } from '../../sync/staging/staging.ts';
import { withSubjectKeys } from '../../sync/state/sqlite.ts';
import { readState, type StateStore } from '../../sync/state/store.ts';
import { endsWithFile } from './ending.ts';

/** The state of a folder that isn't there: it is empty, in memory, takes what is written, and is closed with the test file. */
export function memoryState(): StateStore {
  const state = readState(join(tmpdir(), 'no-such-state-folder'));
  withSubjectKeys(state.db);
  endsWithFile(state.close);
  return state;
}

/** A staging database that is closed with the test file. */
export function memoryStaging(): Staging {
  const staging = temporaryStaging();
  endsWithFile(() => {
    staging.close();
  });
  return staging;
}
