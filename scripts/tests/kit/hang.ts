/**
 * Time limits, in milliseconds, after which something counts as hanging and is ended. They don't say how long a thing should
 * take: a busy machine may be ten times slower. Inner limits are shorter than outer ones, so that the error names the
 * culprit.
 */
export const HANG = {
  /** A test or its set-up, in any runner. */
  test: 600_000,
  /** A process that a test has started: the job, the Salesforce CLI. */
  process: 300_000,
  /** Any wait for a page in Chromium. */
  page: 180_000,
} as const;
