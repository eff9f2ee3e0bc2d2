import { toBeAccessible } from '@sa11y/jest';

/** The latest check; each waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Adds `toBeAccessible` with checks that run one after the other: axe refuses to run twice at a time, and the check of a
 * test that has timed out continues beside the next test.
 */
export function checksOneByOne(): void {
  expect.extend({
    toBeAccessible(...args: Parameters<typeof toBeAccessible>) {
      const check = last.then(() => toBeAccessible(...args));
      last = check.catch(() => undefined);
      return check;
    },
  });
}

/** Waits until no check runs. */
export async function accessibilityDone(): Promise<void> {
  await last;
}
