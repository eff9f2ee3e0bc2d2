const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

/** Exit code of a run that was stopped (design section 7). */
const STOPPED = 3;

/**
 * A signal to the process asks the job to stop at the next safe place; a second one ends it at once, which loses
 * nothing either: what is staged survives. `release` gives the signals back.
 */
export function abortOnSignals(): { readonly signal: AbortSignal; readonly release: () => void } {
  const controller = new AbortController();
  const stop = (name: NodeJS.Signals): void => {
    if (controller.signal.aborted) process.exit(STOPPED);
    controller.abort(name);
  };
  for (const name of SIGNALS) process.on(name, stop);
  return {
    signal: controller.signal,
    release: () => {
      for (const name of SIGNALS) process.off(name, stop);
    },
  };
}
