type End = () => unknown;

/** What has been started and not ended yet, in order. */
const running = new Set<End>();

/**
 * Registers how to end what a test has started, so that it ends with the test file even when the file's own clean-up isn't
 * reached. Returns a function that ends it earlier, once.
 */
export function endsWithFile(end: End): () => Promise<void> {
  let ended: Promise<void> | undefined;
  const once = (): Promise<void> => (ended ??= Promise.resolve(end()).then(() => undefined));
  running.add(once);
  return () => once().finally(() => running.delete(once));
}

/**
 * Ends what is still running, the last started first, as it may need the others. Throws the errors of all that failed to
 * end.
 */
export async function endAll(): Promise<void> {
  const errors: unknown[] = [];
  for (const end of [...running].reverse()) {
    try {
      await end();
    } catch (error) {
      errors.push(error);
    }
  }
  running.clear();
  if (errors.length > 0)
    throw new AggregateError(errors, 'not everything that the tests started could be ended');
}

/**
 * Starts something before the first test of the file and returns it for use in tests and hooks; it has no properties before
 * that. What the kit has started ends with the file.
 */
export function forThisFile<Started extends object>(start: () => Promise<Started>): Started {
  const started = {} as Started;
  beforeAll(async () => {
    Object.assign(started, await start());
  });
  return started;
}
