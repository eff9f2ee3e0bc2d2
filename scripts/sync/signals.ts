import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, SyncError } from './errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * A signal to the process asks the job to stop at the next safe place; a second one ends it at once, which loses
 * nothing either: what is staged survives. `release` gives the signals back.
 */
export function abortOnSignals(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  function stop(name: NodeJS.Signals): void {
    if (controller.signal.aborted) process.exit(EXIT.stopped);
    controller.abort(name);
  }
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}

/** STOPPED when somebody asked the job to stop. */
export function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new SyncError('STOPPED', String(signal.reason));
}

/** Waits, shortened at random so that those who wait don't meet again. STOPPED when the job has to stop. */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * (0.75 + Math.random() / 4) * 1000, undefined, { signal }).catch(() => undefined);
  mustGoOn(signal);
}
