import type { Components } from '../schema/components.ts';
import type { Schema } from '../schema/model.ts';

/** Why a component can't be deployed; messages as in public deployment logs. */
export interface Problem {
  readonly message: string;
  /** The part of the component's file that the problem is about, for finding its line. */
  readonly at?: string;
}

/** A file that isn't a valid component. */
export interface PackageProblem {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly problem: string;
  readonly line?: number;
  readonly column?: number;
}

/** The languages of an org: that of its master labels, and those that it is translated into. */
export interface Languages {
  readonly master: string;
  readonly active: ReadonlySet<string>;
}

/** The org as it would be after the whole package. */
export interface Candidate {
  readonly components: Components;
  readonly schema: Schema;
  readonly languages: Languages;
  /** The Metadata API version of the package. */
  readonly apiVersion: number;
  /** The permission sets of users whose licence allows no standard object. */
  readonly setsOfLimitedUsers: ReadonlySet<string>;
  /** The names of the org's users. */
  readonly usernames: ReadonlySet<string>;
  /** The user licences and permission set licences of the org by name. */
  readonly licences: ReadonlyMap<string, { readonly object: 'PermissionSetLicense' | 'UserLicense' }>;
  /** The user licences of those who have a permission set, by the set's name. */
  readonly licencesOfHolders: ReadonlyMap<string, readonly string[]>;
}

/** The error for something that a component names and the org doesn't have. */
export const missing = (what: string, type: string, name: string, at: string): Problem => ({
  message: `In field: ${what} - no ${type} named ${name} found`,
  at,
});
