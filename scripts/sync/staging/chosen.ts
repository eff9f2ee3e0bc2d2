import { TARGETS, type Target } from '../events/event.ts';
import type { Loads } from './rows.ts';
import type { Staging } from './staging.ts';
import { setTally, tally } from './tally.ts';

/** How the records of a target are looked up: by queries for the keys, or all at once. */
export type LookUpApi = 'Queries' | 'Bulk query';

/** How rows travel to the org. */
export type WriteApi = 'Collections' | 'Bulk 2.0';

export type WriteApis = Readonly<Record<Target, WriteApi>>;

/** The APIs that the job chose for each target, including before a stop; null when there was nothing to do. */
export interface Chosen {
  readonly lookedUpBy: Readonly<Record<Target, LookUpApi | null>>;
  readonly wroteBy: Readonly<Record<Target, WriteApi | null>>;
}

const lookUpName = (target: Target): string => `look-up of ${target}`;
const writeName = (target: Target): string => `way of ${target}`;

export function noteLookUp(staging: Staging, target: Target, api: LookUpApi): void {
  noteFirst(staging, lookUpName(target), api);
}

/** Stores by which API the rows of each target are written, where there are rows. */
export function noteWriteApis(staging: Staging, loads: Loads, apis: WriteApis): void {
  for (const target of TARGETS)
    if (loads[target].rows > 0) noteFirst(staging, writeName(target), apis[target]);
}

/** The choice for all rows counts, not a later one for the few rows left after a stop. */
function noteFirst(staging: Staging, name: string, value: string): void {
  if (tally(staging, name) === undefined) setTally(staging, name, value);
}

export function chosenApis(staging: Staging): Chosen {
  const noted = <T>(nameOf: (target: Target) => string): Readonly<Record<Target, T | null>> => ({
    Account: (tally(staging, nameOf('Account')) ?? null) as T | null,
    InsurancePolicy: (tally(staging, nameOf('InsurancePolicy')) ?? null) as T | null,
  });
  return { lookedUpBy: noted<LookUpApi>(lookUpName), wroteBy: noted<WriteApi>(writeName) };
}
