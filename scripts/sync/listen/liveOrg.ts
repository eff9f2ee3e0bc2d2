import type { OpenOrg } from '../commands/openOrg.ts';
import type { Config } from '../config/config.ts';
import { SyncError } from '../errors.ts';
import { hourlyOrg, type HourlyOrg } from '../org/hourlyOrg.ts';
import { remainingLimits } from '../org/limits.ts';

/** Calls of a small run: a look-up of each object, its rows, the record of the hour. */
const CALLS_OF_A_RUN = 10;

/** The org of all small runs: logged in once, until something goes wrong with it. */
export interface LiveOrg {
  /** Throws API_BUDGET when the calls that are left are the night's. */
  readonly open: OpenOrg;
  /** The next run logs in anew. */
  readonly drop: () => void;
}

export function liveOrg(open: OpenOrg, config: Config, now: () => number): LiveOrg {
  let own: HourlyOrg | undefined;
  return {
    drop: () => {
      own = undefined;
    },
    open: async (patient) => {
      own ??= hourlyOrg(await open(patient), config.nightShare, now);
      const org = own.forRun();
      const { calls } = await remainingLimits(org);
      if (calls * config.apiShare >= CALLS_OF_A_RUN) return org;
      throw new SyncError(
        'API_BUDGET',
        `${config.nightShare * 100} % of the day's calls are the night's, ${Math.floor(calls)} are left besides`,
        'Events wait until calls are free again; nightShare of the configuration says how many are left to the night',
      );
    },
  };
}
