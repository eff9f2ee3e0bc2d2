import type { Sharing } from './model.ts';

/** A rule that finds records of one object with the same values. */
export interface DuplicateRule {
  readonly object: string;
  /** A duplicate has the same values in all of these; a record without a value in one of them has no duplicates. */
  readonly fields: readonly string[];
  /** The caller can override an alert, but not a block. */
  readonly action: 'alert' | 'block';
}

/** What an administrator enables in an org, besides what is deployed. */
export interface Features {
  /** State and Country/Territory picklists. */
  readonly stateCountryPicklists: boolean;
  readonly duplicateRules: readonly DuplicateRule[];
  /** Org-wide defaults of standard objects whose file has none: object name in lower case, `*` for all others. */
  readonly sharing: Readonly<Record<string, Sharing>>;
}

/** The features of a new org. */
export const NO_FEATURES: Features = { stateCountryPicklists: false, duplicateRules: [], sharing: {} };
