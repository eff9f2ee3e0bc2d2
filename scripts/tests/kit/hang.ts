/**
 * Limits after which something hangs and is ended, in milliseconds. They say nothing about how long a thing should take: a
 * busy machine may be ten times slower than an idle one. What is inside ends before what waits for it, so that the error
 * names the culprit.
 */
export const HANG = {
  /** A test, or a set-up of one, in any runner. */
  test: 600_000,
  /** A process that a test has started: the job, the Salesforce CLI. */
  process: 300_000,
  /** What a page is waited for, in Chromium. */
  page: 180_000,
} as const;
