import { setTimeout as sleep } from 'node:timers/promises';
import { SyncError } from '../errors.ts';
import { removeLeftovers, removePlanLeftovers } from '../state/cleanUp.ts';
import { hasInbox, settleInbox } from '../state/inbox.ts';
import { lockStateFolder } from '../state/lock.ts';
import { mustBeFolder, privateFolder, tighten } from '../state/ownFolder.ts';
import { openState, readState, type StateStore } from '../state/store.ts';

/** How long to wait, in seconds, for a small run of `listen` that has the folder locked. */
const PATIENCE = 60;
const LOOK_AGAIN_MS = 100;

/**
 * Runs `work` with the state folder locked against other processes. Where `listen` takes events for the folder, waits so
 * many seconds for its small run. Throws STATE_LOCKED, STATE_FOLDER.
 */
export async function withState<T>(
  folder: string,
  work: (state: StateStore) => Promise<T>,
  patience = PATIENCE,
): Promise<T> {
  openOr(folder, () => {
    mustBeFolder(folder);
    privateFolder(folder);
    tighten(folder);
  });
  const release = await lockPatiently(folder, patience);
  try {
    const state = openOr(folder, () => openState(folder));
    try {
      settleInbox(folder, state);
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

async function lockPatiently(folder: string, patience: number): Promise<() => void> {
  const until = Date.now() + patience * 1000;
  for (;;)
    try {
      return openOr(folder, () => lockStateFolder(folder));
    } catch (error) {
      const isLocked = error instanceof SyncError && error.code === 'STATE_LOCKED';
      if (!isLocked || !hasInbox(folder) || Date.now() >= until) throw error;
      await sleep(LOOK_AGAIN_MS);
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
