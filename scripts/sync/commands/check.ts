import type { Config } from '../config/config.ts';
import { TARGETS } from '../events/event.ts';
import { callProblems } from '../org/everyCall.ts';
import { remainingLimits, type LimitsSource } from '../org/limits.ts';
import { accessProblems } from '../org/readiness.ts';
import { countVisible, visibleProblems, type ExpectedRecords, type VisibleRecords } from '../org/visible.ts';
import { mustBeOf } from '../state/ownOrg.ts';
import { readyOrg, refuseIf, type OpenOrg } from './openOrg.ts';
import { withStateToRead } from './stateFolder.ts';

/** The result of a `check` that found nothing amiss. */
export interface Checked {
  readonly ready: true;
  /** Where runs will read the day's remaining limits. */
  readonly limits: LimitsSource;
  /** How many records the user sees, of the objects that were to be counted. */
  readonly sees?: VisibleRecords;
}

/**
 * `check`: whether this is the state folder's org, whether it is ready, whether the user may edit a sample of the records and make
 * every kind of call of a run, and whether it sees as many records as are expected. Throws OTHER_ORG, NOT_READY, LOGIN.
 */
export function checkOrg(
  open: OpenOrg,
  config: Config,
  stateDir: string,
  expected: ExpectedRecords = {},
): Promise<Checked> {
  return withStateToRead(stateDir, async (state) => {
    const org = await readyOrg(open, config, 'check', (organization) => {
      mustBeOf(state, stateDir, organization);
    });
    const visible = await countVisible(org, expected);
    refuseIf([
      ...(await accessProblems(org)),
      ...(await callProblems(org, config)),
      ...visibleProblems(visible, expected),
    ]);
    const { from } = await remainingLimits(org);
    return { ready: true, limits: from, ...(Object.keys(visible).length > 0 ? { sees: visible } : {}) };
  });
}

const SOURCES: Readonly<Record<LimitsSource, string>> = {
  'GET /limits': 'from GET /limits',
  'Sforce-Limit-Info': 'from the header Sforce-Limit-Info, because the user may not view set-up',
  nowhere: 'nowhere: the org does not tell, so that runs take as many calls as they need',
};

/** The result of `check` for people. */
export function readyText({ limits, sees = {} }: Checked): string {
  const counts = TARGETS.filter((target) => sees[target] !== undefined).map(
    (target) => ` The user sees ${String(sees[target])} records of ${target}.`,
  );
  return `The org is ready for the job. What it still allows today is read ${SOURCES[limits]}.${counts.join('')}`;
}
