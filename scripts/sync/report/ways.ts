import type { Target } from '../check/checkedEvent.ts';
import type { LookUp } from '../match/finder.ts';
import { TARGETS } from '../plan/plan.ts';
import type { Loads, Way, Ways } from '../plan/ways.ts';
import { setTally, tally, type Staging } from '../stage/staging.ts';

/** What the job chose for each object, before a stop too; null when there was nothing to do. */
export interface Chosen {
  readonly lookedUpBy: Readonly<Record<Target, LookUp | null>>;
  readonly wroteBy: Readonly<Record<Target, Way | null>>;
}

const lookUpName = (target: Target): string => `look-up of ${target}`;
const wayName = (target: Target): string => `way of ${target}`;

export function noteLookUp(staging: Staging, target: Target, lookUp: LookUp): void {
  noteFirst(staging, lookUpName(target), lookUp);
}

/** Notes the ways of the objects that have rows. */
export function noteWays(staging: Staging, loads: Loads, ways: Ways): void {
  for (const target of TARGETS) if (loads[target].rows > 0) noteFirst(staging, wayName(target), ways[target]);
}

/** After a stop the few rows that are left may take another way: what was chosen for all of them counts. */
function noteFirst(staging: Staging, name: string, value: string): void {
  if (tally(staging, name) === undefined) setTally(staging, name, value);
}

export function chosen(staging: Staging): Chosen {
  const noted = <T>(nameOf: (target: Target) => string): Readonly<Record<Target, T | null>> => ({
    Account: (tally(staging, nameOf('Account')) ?? null) as T | null,
    InsurancePolicy: (tally(staging, nameOf('InsurancePolicy')) ?? null) as T | null,
  });
  return { lookedUpBy: noted<LookUp>(lookUpName), wroteBy: noted<Way>(wayName) };
}
