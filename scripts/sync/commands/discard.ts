import { setPhase, unfinishedRun } from '../state/runs.ts';
import { removeStaged, runFolder, withState } from './stateFolder.ts';

/** `resume --discard`: gives the unfinished run up; gives its id, undefined when there is none. The org isn't asked. */
export function discardRun(stateDir: string): Promise<string | undefined> {
  return withState(stateDir, (state) => {
    const entry = unfinishedRun(state);
    if (!entry) return Promise.resolve(undefined);
    setPhase(state, entry.runId, 'discarded');
    removeStaged(runFolder(stateDir, entry.runId));
    return Promise.resolve(entry.runId);
  });
}

/** The same for people. */
export const discardText = (runId: string | undefined): string =>
  runId === undefined
    ? 'There is no unfinished run.'
    : `The run ${runId} is given up. What it has written stays; feed the rest again with \`run\`.`;
