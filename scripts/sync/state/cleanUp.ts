import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
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

/** Where `plan` writes its rejects and failures: a folder of this name and six characters, in the system's temporary one. */
export const PLAN_FOLDER = join(tmpdir(), 'cuzo-plan-');

/**
 * Removes what runs that were killed have left staged, which is personal data: all of a run that has ended or that nobody
 * knows, and of one that was still reading what it will read again.
 */
export function removeLeftovers(stateDir: string, state: StateStore): void {
  const known = new Map(allRuns(state).map((run) => [run.runId, run]));
  for (const name of foldersIn(runsFolder(stateDir))) {
    const [folder, run] = [runFolder(stateDir, name), known.get(name)];
    if (!run || isOver(run)) removeStaged(folder);
    else if (run.phase === 'reading') removeHalfStaged(folder);
  }
}

/** Removes the rejects and failures of runs and plans that ended before so many days. `now`: milliseconds since 1970. */
export function removeOldReports(stateDir: string, state: StateStore, days: number, now: number): void {
  const oldest = now - days * DAY_MS;
  const known = new Map(allRuns(state).map((run) => [run.runId, run]));
  for (const name of foldersIn(runsFolder(stateDir))) {
    const [folder, run] = [runFolder(stateDir, name), known.get(name)];
    if (run && !isOver(run)) continue;
    const ended = run ? Date.parse(run.finished ?? run.started) : lstatSync(folder).mtimeMs;
    if (ended < oldest) removeReports(folder);
  }
  forPlanFolders((folder) => {
    if (lstatSync(folder).mtimeMs < oldest) removeReports(folder);
  });
}

/**
 * Removes what a killed plan of an earlier version has left staged. Plans of this version stage in a database that ends with
 * them; one that is going on keeps its folder.
 */
export function removePlanLeftovers(): void {
  forPlanFolders(removeStagedFiles);
}

/** Does something with the folders of this user's plans. Another plan may be at it too: what fails is left to the next start. */
function forPlanFolders(work: (folder: string) => void): void {
  const parent = dirname(PLAN_FOLDER);
  for (const name of foldersIn(parent).filter((one) => one.startsWith(basename(PLAN_FOLDER))))
    try {
      const folder = join(parent, name);
      if (process.getuid === undefined || lstatSync(folder).uid === process.getuid()) work(folder);
    } catch {
      // The next start tries again.
    }
}

/** Names of the folders in a folder, links aside. */
const foldersIn = (folder: string): readonly string[] =>
  existsSync(folder)
    ? readdirSync(folder, { withFileTypes: true })
        .filter((entry) => entry.isDirectory())
        .map(({ name }) => name)
    : [];
