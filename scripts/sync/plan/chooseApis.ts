import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import type { Target } from '../events/event.ts';
import type { Limits } from '../org/limits.ts';
import type { WriteApi, WriteApis } from '../staging/chosen.ts';
import type { Load, Loads } from '../staging/rows.ts';

/** Calls for the record of the run, at its start and its end. */
const RUN_RECORD_CALLS = 2;

/** Calls of a Bulk job: create, upload, close, failed results, unprocessed rows, and a usual number of status checks. */
const CALLS_PER_JOB = 5 + 5;

/** Rows that count as one batch of the daily limit (Bulk API 2.0 Developer Guide, How Requests Are Processed). */
const ROWS_PER_BATCH = 10_000;

const usualApi = ({ rows }: Load, config: Config): WriteApi =>
  rows > config.bulkAbove ? 'Bulk 2.0' : 'Collections';

const CALLS: Readonly<Record<WriteApi, (load: Load, config: Config) => number>> = {
  Collections: ({ rows }, { rowsPerRequest }) => Math.ceil(rows / rowsPerRequest),
  'Bulk 2.0': ({ bytes }, { bulkPartBytes }) => Math.ceil(bytes / bulkPartBytes) * CALLS_PER_JOB,
};

/** API calls that rows cost. */
export const callsOf = (api: WriteApi, load: Load, config: Config): number => CALLS[api](load, config);

/** API calls that writing takes, the run's own record included. */
export const callsToWrite = (loads: Loads, apis: WriteApis, config: Config): number =>
  RUN_RECORD_CALLS +
  callsOf(apis.Account, loads.Account, config) +
  callsOf(apis.InsurancePolicy, loads.InsurancePolicy, config);

/**
 * Chooses how rows travel within the run's share of what the org still allows today: few rows by Collections and many by
 * Bulk, else whatever takes the fewest calls, else everything without Bulk. Throws API_BUDGET when nothing fits.
 */
export function chooseApis(loads: Loads, limits: Limits, config: Config): WriteApis {
  const cheapest = (load: Load): WriteApi =>
    CALLS['Bulk 2.0'](load, config) < CALLS.Collections(load, config) ? 'Bulk 2.0' : 'Collections';
  const choices = [(load: Load) => usualApi(load, config), cheapest, (): WriteApi => 'Collections'].map(
    (choose): WriteApis => ({
      Account: choose(loads.Account),
      InsurancePolicy: choose(loads.InsurancePolicy),
    }),
  );
  const found = choices.find(
    (apis) =>
      isWithin(limits.calls, callsToWrite(loads, apis, config), config) &&
      isWithin(limits.bulkBatches, batchesOf(loads, apis), config),
  );
  if (found) return found;
  const fewest = Math.min(...choices.map((apis) => callsToWrite(loads, apis, config)));
  const batches = limits.bulkBatches === Infinity ? '' : ` and ${limits.bulkBatches} Bulk batches`;
  throw new SyncError(
    'API_BUDGET',
    `${fewest}, allowed are ${config.apiShare * 100} % of the ${limits.calls} calls${batches} that the org still allows today`,
  );
}

/** Whether it is within the run's share of a limit. Where the org names none, whatever the share. */
const isWithin = (limit: number, used: number, { apiShare }: Config): boolean =>
  limit === Infinity || used <= limit * apiShare;

/** The same for the rest of a stopped run, which has written already and can't be refused as a whole. Throws API_SHORT. */
export function chooseApisForRest(loads: Loads, limits: Limits, config: Config): WriteApis {
  try {
    return chooseApis(loads, limits, config);
  } catch (error) {
    throw error instanceof SyncError ? new SyncError('API_SHORT', error.detail, undefined, error) : error;
  }
}

function batchesOf(loads: Loads, apis: WriteApis): number {
  const batches = (target: Target): number =>
    apis[target] === 'Bulk 2.0' ? Math.ceil(loads[target].rows / ROWS_PER_BATCH) : 0;
  return batches('Account') + batches('InsurancePolicy');
}
