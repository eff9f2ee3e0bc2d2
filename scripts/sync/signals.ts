import { setTimeout as sleep } from 'node:timers/promises';
import { EXIT, SyncError } from './errors.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/**
 * On a first signal, asks the job to stop at the next safe place. A second one ends the process at once, which loses
 * nothing: what is staged survives. `release` removes the handlers.
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

/** Throws STOPPED when the job was asked to stop. */
export function mustGoOn(signal: AbortSignal): void {
  if (signal.aborted) throw new SyncError('STOPPED', String(signal.reason));
}

/**
 * Waits, a random part shorter so that several waiting processes don't retry at the same moment. Throws STOPPED when the job
 * has to stop.
 */
export async function pause(seconds: number, signal: AbortSignal): Promise<void> {
  await sleep(seconds * (0.75 + Math.random() / 4) * 1000, undefined, { signal }).catch(() => undefined);
  mustGoOn(signal);
}
