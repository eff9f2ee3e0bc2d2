type End = () => unknown;

/** What has been started and not been ended, in order. */
const running = new Set<End>();

/**
 * Remembers how to end what a test has just started: it is ended with the test file, whether or not the file comes to its
 * own clean-up. Gives the same as a function that ends it once, sooner.
 */
export function endsWithFile(end: End): () => Promise<void> {
  let ended: Promise<void> | undefined;
  const once = (): Promise<void> => (ended ??= Promise.resolve(end()).then(() => undefined));
  running.add(once);
  return () => once().finally(() => running.delete(once));
}

/** Ends what still runs, the youngest first, as the younger may need the older. Throws the errors of all that did not end well. */
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
 * Starts something before the first test of this file and gives it, to be used inside tests and hooks: it has no properties
 * before. Whatever the kit starts is ended with the file by itself.
 */
export function forThisFile<Started extends object>(start: () => Promise<Started>): Started {
  const started = {} as Started;
  beforeAll(async () => {
    Object.assign(started, await start());
  });
  return started;
}
