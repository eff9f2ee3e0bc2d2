import type { Config } from './config/config.ts';
import type { Thresholds } from './config/thresholds.ts';
import type { Org } from './org/org.ts';
import type { Log } from './report/log.ts';
import type { Progress } from './report/progress.ts';
import type { CountsSoFar } from './staging/counts.ts';
import type { Staging } from './staging/staging.ts';
import type { RunFeed } from './state/runs.ts';
import type { StateStore } from './state/store.ts';

/** What a command works with. */
export interface Job {
  /** The configuration, as its file has it. */
  readonly config: Config;
  readonly thresholds: Thresholds;
  readonly log: Log;
  readonly progress: Progress;
  /** Aborted, with the name of the signal as its reason, when the job has to stop. */
  readonly signal: AbortSignal;
  /** The clock, in milliseconds since 1970. */
  readonly now: () => number;
  /** Called when a run begins, and again with its counts when it ends before its report. */
  readonly onRun?: (run: RunSoFar) => void;
}

/** A run that is going on, or that was stopped or refused. */
export interface RunSoFar {
  readonly runId: string;
  readonly counts?: CountsSoFar;
}

/** A run in progress: its staging database and what it runs with. */
export interface Run {
  readonly runId: string;
  /** ISO 8601 UTC. */
  readonly started: string;
  /** Folder of this run's files. */
  readonly folder: string;
  readonly feed: RunFeed;
  readonly staging: Staging;
  readonly state: StateStore;
  readonly org: Org;
}

/** The job with its thresholds replaced by those of the command line or, without any, by `earlier` ones. */
export function withThresholds(job: Job, earlier: Thresholds = {}): Job {
  const { config, thresholds } = job;
  return {
    ...job,
    config: {
      ...config,
      maxRejects: thresholds.maxRejects ?? earlier.maxRejects ?? config.maxRejects,
      maxUnmatched: thresholds.maxUnmatched ?? earlier.maxUnmatched ?? config.maxUnmatched,
    },
  };
}
