import { SyncError } from '../errors.ts';
import type { Target } from '../check/checkedEvent.ts';
import type { Config } from '../config/config.ts';
import type { Limits } from '../org/limits.ts';

/** How rows travel to the org. */
export type Way = 'Collections' | 'Bulk 2.0';

export type Ways = Readonly<Record<Target, Way>>;

/** Rows of an object that wait to be written, and their bytes as CSV, roughly. */
export interface Load {
  readonly rows: number;
  readonly bytes: number;
}

export type Loads = Readonly<Record<Target, Load>>;

/** Calls for the record of the run, at its begin and its end. */
const RUN_RECORD_CALLS = 2;

/** Calls of a Bulk job: create, upload, close, failed, unprocessed, and as many looks at it meanwhile as are usual. */
const CALLS_PER_JOB = 5 + 5;

/** Rows that count as one batch of the day (Bulk API 2.0 Developer Guide, How Requests Are Processed). */
const ROWS_PER_BATCH = 10_000;

const usualWay = ({ rows }: Load, config: Config): Way =>
  rows > config.bulkAbove ? 'Bulk 2.0' : 'Collections';

/** A few rows by Collections, many by Bulk. */
export const usualWays = (loads: Loads, config: Config): Ways => ({
  Account: usualWay(loads.Account, config),
  InsurancePolicy: usualWay(loads.InsurancePolicy, config),
});

/** API calls that rows cost on a way. */
export function callsOf(way: Way, { rows, bytes }: Load, config: Config): number {
  if (way === 'Collections') return Math.ceil(rows / config.rowsPerRequest);
  return rows === 0 ? 0 : Math.ceil(bytes / config.bulkPartBytes) * CALLS_PER_JOB;
}

/** API calls that writing costs, the run's own record included. */
export const callsToWrite = (loads: Loads, ways: Ways, config: Config): number =>
  RUN_RECORD_CALLS +
  callsOf(ways.Account, loads.Account, config) +
  callsOf(ways.InsurancePolicy, loads.InsurancePolicy, config);

/**
 * The ways that fit into the run's share of what the org still allows today: the usual ones, else those of the fewest
 * calls, else those without Bulk. API_BUDGET when none does.
 */
export function fittingWays(loads: Loads, limits: Limits, config: Config): Ways {
  const cheapest = (load: Load): Way =>
    callsOf('Bulk 2.0', load, config) < callsOf('Collections', load, config) ? 'Bulk 2.0' : 'Collections';
  const choices = [(load: Load) => usualWay(load, config), cheapest, (): Way => 'Collections'].map(
    (choose): Ways => ({ Account: choose(loads.Account), InsurancePolicy: choose(loads.InsurancePolicy) }),
  );
  const found = choices.find(
    (ways) =>
      callsToWrite(loads, ways, config) <= limits.calls * config.apiShare &&
      batchesOf(loads, ways) <= limits.bulkBatches * config.apiShare,
  );
  if (found) return found;
  const fewest = Math.min(...choices.map((ways) => callsToWrite(loads, ways, config)));
  const left = `${limits.calls} calls and ${limits.bulkBatches} Bulk batches`;
  throw new SyncError(
    'API_BUDGET',
    `${fewest}, allowed are ${config.apiShare * 100} % of the ${left} that the org still allows today`,
  );
}

/** The same for the rest of a run that was stopped, which can't be refused any more. API_SHORT. */
export function waysLeft(loads: Loads, limits: Limits, config: Config): Ways {
  try {
    return fittingWays(loads, limits, config);
  } catch (error) {
    throw error instanceof SyncError ? new SyncError('API_SHORT', error.detail, undefined, error) : error;
  }
}

function batchesOf(loads: Loads, ways: Ways): number {
  const batches = (target: Target): number =>
    ways[target] === 'Bulk 2.0' ? Math.ceil(loads[target].rows / ROWS_PER_BATCH) : 0;
  return batches('Account') + batches('InsurancePolicy');
}
