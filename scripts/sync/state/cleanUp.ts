import { existsSync, lstatSync, mkdtempSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import {
  removeHalfStaged,
  removeReports,
  removeStaged,
  removeStagedFiles,
  runFolder,
  runsFolder,
} from './runFiles.ts';
import { allRuns, isOver } from './runs.ts';
import type { StateStore } from './store.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const PLAN_PREFIX = 'cuzo-plan-';

/** Makes the folder where `plan` writes its rejects and failures. `parent`: the system's temporary folder. */
export const makePlanFolder = (parent: string = tmpdir()): string => mkdtempSync(join(parent, PLAN_PREFIX));

/**
 * Removes the staged data of killed runs, which is personal data: everything of runs that have ended or are unknown, and of
 * an unfinished run what it will read again anyway.
 */
export function removeLeftovers(stateDir: string, state: StateStore): void {
  const known = new Map(allRuns(state).map((run) => [run.runId, run]));
  for (const name of foldersIn(runsFolder(stateDir))) {
    const [folder, run] = [runFolder(stateDir, name), known.get(name)];
    if (!run || isOver(run)) removeStaged(folder);
    else if (run.phase === 'reading') removeHalfStaged(folder);
  }
}

/**
 * Removes the rejects and failures of runs and plans that ended more than so many days ago. `now`: milliseconds since 1970.
 */
export function removeOldReports(
  stateDir: string,
  state: StateStore,
  days: number,
  now: number,
  parent: string = tmpdir(),
): void {
  const oldest = now - days * DAY_MS;
  const known = new Map(allRuns(state).map((run) => [run.runId, run]));
  for (const name of foldersIn(runsFolder(stateDir))) {
    const [folder, run] = [runFolder(stateDir, name), known.get(name)];
    if (run && !isOver(run)) continue;
    const ended = run ? Date.parse(run.finished ?? run.started) : lstatSync(folder).mtimeMs;
    if (ended < oldest) removeReports(folder);
  }
  forPlanFolders(parent, (folder) => {
    if (lstatSync(folder).mtimeMs < oldest) removeReports(folder);
  });
}

/**
 * Removes the staged data of killed plans of an earlier version. Plans of this version use a temporary database; the folder
 * of a plan that is still running stays.
 */
export function removePlanLeftovers(parent: string = tmpdir()): void {
  forPlanFolders(parent, removeStagedFiles);
}

/**
 * Calls `work` for the folders of this user's plans. Another plan may do the same at the same time: what fails is left to
 * the next start.
 */
function forPlanFolders(parent: string, work: (folder: string) => void): void {
  for (const name of foldersIn(parent).filter((one) => one.startsWith(PLAN_PREFIX)))
    try {
      const folder = join(parent, name);
      if (process.getuid === undefined || lstatSync(folder).uid === process.getuid()) work(folder);
    } catch {
      // The next start tries again.
    }
}

/** Names of the folders in a folder, without links. */
const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];
