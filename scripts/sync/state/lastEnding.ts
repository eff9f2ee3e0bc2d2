import { readPrivateJson, writePrivateJson } from './privateJson.ts';

/** How `run` or `resume` ended last, also when it was refused before there was a run. */
export interface LastEnding {
  readonly exitCode: number;
  /** Null when it finished. */
  readonly errorCode: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
}

const FILE = 'ended.json';

/** Undefined before the first one has ended, or when what is kept can't be read. */
export function lastEnding(stateDir: string): LastEnding | undefined {
  const { exitCode, errorCode = null, at } = readPrivateJson<LastEnding>(stateDir, FILE);
  return exitCode === undefined || at === undefined ? undefined : { exitCode, errorCode, at };
}

/** Throws when the folder can't be used. */
export function keepEnding(stateDir: string, ending: LastEnding): void {
  writePrivateJson(stateDir, FILE, ending);
}
