import { SyncError } from '../errors.ts';
import { removeLeftovers, removePlanLeftovers } from '../state/cleanUp.ts';
import { lockStateFolder } from '../state/lock.ts';
import { mustBeFolder, privateFolder, tighten } from '../state/ownFolder.ts';
import { openState, readState, type StateStore } from '../state/store.ts';

/** Runs `work` with the state folder locked against other processes. Throws STATE_LOCKED, STATE_FOLDER. */
export async function withState<T>(folder: string, work: (state: StateStore) => Promise<T>): Promise<T> {
  const release = openOr(folder, () => {
    mustBeFolder(folder);
    privateFolder(folder);
    tighten(folder);
    return lockStateFolder(folder);
  });
  try {
    const state = openOr(folder, () => openState(folder));
    try {
      removeLeftovers(folder, state);
      removePlanLeftovers();
      return await work(state);
    } finally {
      state.close();
    }
  } finally {
    release();
  }
}

/** Runs `work` with the state folder open for reading; nothing in it changes. */
export async function withStateToRead<T>(
  folder: string,
  work: (state: StateStore) => Promise<T> | T,
): Promise<T> {
  const state = openOr(folder, () => {
    mustBeFolder(folder);
    return readState(folder);
  });
  try {
    return await work(state);
  } finally {
    state.close();
  }
}

function openOr<T>(folder: string, open: () => T): T {
  try {
    return open();
  } catch (error) {
    if (error instanceof SyncError) throw error;
    const why = error instanceof Error ? error.message : String(error);
    throw new SyncError('STATE_FOLDER', `${folder}: ${why}`, undefined, error);
  }
}
