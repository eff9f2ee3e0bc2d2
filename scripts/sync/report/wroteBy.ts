import type { Target } from '../check/checkedEvent.ts';
import { TARGETS } from '../plan/plan.ts';
import type { Loads, Way, Ways } from '../plan/ways.ts';
import { setTally, tally, type Staging } from '../stage/staging.ts';

const nameOf = (target: Target): string => `way of ${target}`;

/** Notes the ways of the objects that have rows. */
export function noteWays(staging: Staging, loads: Loads, ways: Ways): void {
  for (const target of TARGETS) if (loads[target].rows > 0) setTally(staging, nameOf(target), ways[target]);
}

/** How the rows of each object travelled, also before a stop; null when there were none. */
export function wroteBy(staging: Staging): Readonly<Record<Target, Way | null>> {
  const wayOf = (target: Target): Way | null => (tally(staging, nameOf(target)) ?? null) as Way | null;
  return { Account: wayOf('Account'), InsurancePolicy: wayOf('InsurancePolicy') };
}
