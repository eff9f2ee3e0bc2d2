import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import pino from 'pino';
import type { Config } from '../../sync/config/config.ts';
import type { Job } from '../../sync/job.ts';
import type { Log } from '../../sync/report/log.ts';
import { ndjson, type Sent } from './events.ts';
import { QUICK } from './memoryOrg.ts';

/** The job in this process, and its log. */
export interface QuickJob {
  readonly job: Job;
  readonly logged: Readonly<Record<string, unknown>>[];
}

/** The time at which tests run the job, after all events of the kit. */
export const TEST_NOW = Date.parse('2026-11-22T03:00:00Z');

export function quickJob(config: Config = QUICK, now: number = TEST_NOW): QuickJob {
  const logged: Record<string, unknown>[] = [];
  const log: Log = pino(
    { base: null },
    { write: (line: string) => void logged.push(JSON.parse(line) as Record<string, unknown>) },
  );
  const none = (): void => undefined;
  const { signal } = new AbortController();
  return {
    job: {
      config,
      thresholds: {},
      log,
      signal,
      progress: { begin: none, advance: none, end: none },
      now: () => now,
    },
    logged,
  };
}

let feeds = 0;

/** Writes a feed into a folder and returns its command-line options. */
export function feedOf(
  folder: string,
  lines: readonly (Sent | string)[],
): { feed: string; allowEmpty: boolean } {
  feeds += 1;
  const feed = join(folder, `feed-${feeds}.ndjson`);
  writeFileSync(feed, ndjson(lines));
  return { feed, allowEmpty: false };
}
