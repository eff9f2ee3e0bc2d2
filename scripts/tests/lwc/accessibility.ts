import { toBeAccessible } from '@sa11y/jest';
import { drawn } from './drawn.ts';

type Verdict = Awaited<ReturnType<typeof toBeAccessible>>;

/** The latest check; each waits for the one before. */
let last: Promise<unknown> = Promise.resolve();

/** Verdicts on the pages of this file, by what is drawn there. */
const verdicts = new Map<string, Verdict>();

/**
 * Adds `toBeAccessible` with checks that run one after the other: axe refuses to run twice at a time, and the check of a
 * test that has timed out continues beside the next test.
 */
export function checksOneByOne(): void {
  expect.extend({
    toBeAccessible(page: Element) {
      const check = last.then(() => verdictOn(page));
      last = check.catch(() => undefined);
      return check;
    },
  });
}

/** Tests of a file begin alike, so two in three of their pages are drawn as one before; that one's verdict holds. */
async function verdictOn(page: Element): Promise<Verdict> {
  const key = drawn(page);
  const verdict = verdicts.get(key) ?? (await toBeAccessible(page));
  verdicts.set(key, verdict);
  return verdict;
}

/** Waits until no check runs. */
export async function accessibilityDone(): Promise<void> {
  await last;
}
