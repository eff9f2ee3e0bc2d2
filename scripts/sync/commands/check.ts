import type { Config } from '../config/config.ts';
import { accessProblems } from '../org/readiness.ts';
import { readyOrg, refuseIf, type OpenOrg } from './openOrg.ts';

/** `check`: whether the org is ready, and whether the user may edit a sample of the records. NOT_READY, LOGIN. */
export async function checkOrg(open: OpenOrg, config: Config): Promise<void> {
  const org = await readyOrg(open, config, 'check');
  refuseIf(await accessProblems(org));
}
