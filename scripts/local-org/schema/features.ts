import type { Sharing } from './model.ts';

/** A rule that finds records of one object with the same values. */
export interface DuplicateRule {
  readonly object: string;
  /** All of these are the same in a duplicate; a record that has no value in one of them has none. */
  readonly fields: readonly string[];
  /** An alert can be overruled by the caller, a block can not. */
  readonly action: 'alert' | 'block';
}

/** What an administrator switches on in an org, beyond what is deployed. */
export interface Features {
  /** State and Country/Territory picklists. */
  readonly stateCountryPicklists: boolean;
  readonly duplicateRules: readonly DuplicateRule[];
  /** Org-wide defaults of standard objects whose file says none: name of the object in lower case, `*` for all others. */
  readonly sharing: Readonly<Record<string, Sharing>>;
}

/** An org as it comes. */
export const NO_FEATURES: Features = { stateCountryPicklists: false, duplicateRules: [], sharing: {} };
