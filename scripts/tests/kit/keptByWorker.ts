import type { ChildProcess } from 'node:child_process';

/** Processes that a worker of jest keeps from one test file to the next. They end with it. */
export interface KeptByWorker {
  /** Serves the local orgs of the tests, one file's after the other's. */
  orgHost: ChildProcess | undefined;
  /** Run the job, and wait for a run. */
  readonly jobHosts: ChildProcess[];
}

/** What jest/environment.js hands to each test file. Undefined outside of the tests: a bench starts processes of its own. */
export const keptByWorker = (globalThis as { readonly keptByWorker?: KeptByWorker }).keptByWorker;

/** A process that waits doesn't keep its parent from ending. */
export function letParentEnd(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
  for (const stream of [child.stdout, child.stderr]) (stream as { unref?: () => void } | null)?.unref?.();
}
