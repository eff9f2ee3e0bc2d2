/** How many events of a run ended so. The names are those of the job's report. */
export interface Outcomes {
  readonly changed: number;
  readonly unchanged: number;
  readonly late: number;
  readonly superseded: number;
  readonly duplicate: number;
  readonly foreign: number;
  readonly unmatched: number;
  readonly ambiguous: number;
  readonly rejected: number;
  readonly failed: number;
}

export type Status = 'Running' | 'Finished' | 'Stopped' | 'Refused' | 'Discarded';

/** A row of CuZo_Sync_Run__c: a feed from its first line to its last, or all small runs of `listen` within an hour. */
export interface Run {
  readonly id: string;
  readonly kind: 'Feed' | 'Live';
  /** null when the row doesn't say. */
  readonly status: Status | null;
  /** Epoch milliseconds; of a Live row when its hour began. */
  readonly started: number;
  readonly read: number;
  readonly outcomes: Outcomes;
  readonly exitCode: number | null;
  /** Events without a record that the state folder keeps; null when the row doesn't say. */
  readonly kept: number | null;
  /** Percent of the org's API calls of a day. */
  readonly apiShare: number | null;
  /** `CODE count` a line, most frequent first. */
  readonly rejectCodes: string | null;
  readonly newCodes: string | null;
}

/** What makes a finished run one with faults, as the job's exit code 1 does. */
export const FAULTS = ['rejected', 'failed', 'ambiguous'] as const;
export type Fault = (typeof FAULTS)[number];

/** How a run ended. `silent`: it is said to run, for so long that it must have been killed. */
export type Ending =
  | 'clean'
  | 'faults'
  | 'running'
  | 'silent'
  | 'stopped'
  | 'refused'
  | 'discarded'
  | 'unknown';

export const HOUR = 3_600_000;

/** The next night begins then. */
const LONGEST_RUN_HOURS = 24;
/** A small run takes seconds, and a row is of one hour. */
const LONGEST_LIVE_HOURS = 2;

/** How the run ended; `now` is epoch milliseconds. Finished with faults is another ending than finished. */
export function endingOf(run: Run, now: number): Ending {
  switch (run.status) {
    case 'Finished':
      return faultsOf(run) > 0 || (run.exitCode ?? 0) > 0 ? 'faults' : 'clean';
    case 'Running': {
      const hours = run.kind === 'Live' ? LONGEST_LIVE_HOURS : LONGEST_RUN_HOURS;
      return now - run.started > hours * HOUR ? 'silent' : 'running';
    }
    case 'Stopped':
      return 'stopped';
    case 'Refused':
      return 'refused';
    case 'Discarded':
      return 'discarded';
    case null:
      return 'unknown';
  }
}

/** How many events of the run are faults. */
export const faultsOf = ({ outcomes }: Run): number =>
  FAULTS.reduce((sum, fault) => sum + outcomes[fault], 0);

/** The sum of the runs, under the id, the start and the status of the first. */
export function sumOf(runs: readonly [Run, ...Run[]]): Run {
  return runs.reduce((sum, run) => ({
    ...sum,
    read: sum.read + run.read,
    outcomes: added(sum.outcomes, run.outcomes),
    exitCode: greater(sum.exitCode, run.exitCode),
    rejectCodes: sum.rejectCodes ?? run.rejectCodes,
    newCodes: sum.newCodes ?? run.newCodes,
  }));
}

function added(one: Outcomes, other: Outcomes): Outcomes {
  const names = Object.keys(one) as (keyof Outcomes)[];
  return Object.fromEntries(names.map((name) => [name, one[name] + other[name]])) as unknown as Outcomes;
}

function greater(one: number | null, other: number | null): number | null {
  return one === null || (other !== null && other > one) ? other : one;
}
