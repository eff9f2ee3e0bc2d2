import { toBeAccessible } from '@sa11y/jest';

/** The check that was asked for last; each waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/**
 * Adds `toBeAccessible` with checks that wait for one another: axe refuses to run twice at a time, and the check of a test
 * that has run out of time goes on beside the next test.
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
