import type { Config } from '../config/config.ts';
import { remainingLimits, type LimitsSource } from '../org/limits.ts';
import { accessProblems } from '../org/readiness.ts';
import { mustBeOf } from '../state/ownOrg.ts';
import { readyOrg, refuseIf, type OpenOrg } from './openOrg.ts';
import { withStateToRead } from './stateFolder.ts';

/**
 * `check`: whether this is the state folder's org, whether it is ready, and whether the user may edit a sample of the
 * records. Returns where runs will read the day's remaining limits. Throws OTHER_ORG, NOT_READY, LOGIN.
 */
export function checkOrg(open: OpenOrg, config: Config, stateDir: string): Promise<LimitsSource> {
  return withStateToRead(stateDir, async (state) => {
    const org = await readyOrg(open, config, 'check', (organization) => {
      mustBeOf(state, stateDir, organization);
    });
    refuseIf(await accessProblems(org));
    return (await remainingLimits(org)).from;
  });
}

const SOURCES: Readonly<Record<LimitsSource, string>> = {
  'GET /limits': 'from GET /limits',
  'Sforce-Limit-Info': 'from the header Sforce-Limit-Info, because the user may not view set-up',
  nowhere: 'nowhere: the org does not tell, so that runs take as many calls as they need',
};

/** The result of `check` for people. */
export const readyText = (limits: LimitsSource): string =>
  `The org is ready for the job. What it still allows today is read ${SOURCES[limits]}.`;
