import { EXIT, type Ending } from '../errors.ts';
import type { Report } from '../report/report.ts';
import type { CountsSoFar } from '../staging/counts.ts';
import { OUTCOMES, type Outcome } from '../staging/outcomes.ts';

/** How a run ended that somebody is told of; recovered: the first that was fine after one of the others. */
export type Told = 'faults' | 'refused' | 'stopped' | 'recovered';

/**
 * What is told of a run, and the body of a plain webhook. Numbers, codes and texts of this project only: neither the detail of
 * an error, which may name files and users, nor anything of a feed or of the org.
 */
export interface Notification {
  readonly job: 'cuzo-sync';
  readonly event: Told;
  /** `run`, `resume` or `listen`. */
  readonly command: string;
  readonly runId: string | null;
  readonly exitCode: 0 | 1 | 2 | 3;
  readonly errorCode: string | null;
  /** What happened, in a sentence, and what to do. */
  readonly what: string;
  readonly next: string;
  /** ISO 8601 UTC. */
  readonly at: string;
  /** By outcome, with `read` and `rowsWritten` as far as they are known; null when nothing was read. */
  readonly counts: CountsSoFar | null;
}

/** What every notification says of a run, whatever its end. */
interface RunTold {
  readonly command: string;
  readonly runId: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** Outcomes that somebody has to look at. */
const FAULTS = ['rejected', 'failed', 'ambiguous'] as const satisfies readonly Outcome[];

/** A run that finished with exit code 1. */
export function faultsNotification(told: RunTold, report: Report): Notification {
  const faults = FAULTS.filter((outcome) => report[outcome] > 0);
  return {
    job: 'cuzo-sync',
    event: 'faults',
    ...told,
    exitCode: EXIT.withFaults,
    errorCode: null,
    what: `The run has finished with faults: ${faults.map((outcome) => `${report[outcome]} ${outcome}`).join(', ')}`,
    next: 'Look at the files that its report names; docs/OPERATIONS.md tells what each code asks for',
    counts: countsOf(report),
  };
}

/** A run that was refused or stopped, or that could not begin. */
export function endingNotification(
  told: RunTold,
  { code, exit, headline, next }: Ending,
  counts: CountsSoFar | null,
): Notification {
  return {
    job: 'cuzo-sync',
    event: exit === EXIT.refused ? 'refused' : 'stopped',
    ...told,
    exitCode: exit,
    errorCode: code,
    what: headline,
    next,
    counts,
  };
}

/** What was told last before a run that was fine. */
interface Before {
  readonly event: string;
  readonly errorCode: string | null;
  /** ISO 8601 UTC. */
  readonly at: string;
}

/** The first run that finished with exit code 0 after one that did not. */
export function recoveredNotification(told: RunTold, report: Report, before: Before): Notification {
  const earlier = before.errorCode ?? before.event;
  return {
    job: 'cuzo-sync',
    event: 'recovered',
    ...told,
    exitCode: EXIT.finished,
    errorCode: null,
    what: `The run has finished without faults, the first since ${earlier} of ${before.at}`,
    next: 'Nothing',
    counts: countsOf(report),
  };
}

const countsOf = (report: Report): CountsSoFar =>
  Object.fromEntries(
    ([...OUTCOMES, 'read', 'rowsWritten'] as const).map((name) => [name, report[name]]),
  ) as unknown as CountsSoFar;
