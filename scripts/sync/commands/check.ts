import type { Config } from '../config/config.ts';
import { accessProblems } from '../org/readiness.ts';
import { mustBeOf } from '../state/ownOrg.ts';
import { readyOrg, refuseIf, type OpenOrg } from './openOrg.ts';
import { withStateToRead } from './stateFolder.ts';

/**
 * `check`: whether the org is the state folder's and ready, and whether the user may edit a sample of the records.
 * OTHER_ORG, NOT_READY, LOGIN.
 */
export function checkOrg(open: OpenOrg, config: Config, stateDir: string): Promise<void> {
  return withStateToRead(stateDir, async (state) => {
    const org = await readyOrg(open, config, 'check', (organization) => {
      mustBeOf(state, stateDir, organization);
    });
    refuseIf(await accessProblems(org));
  });
}
