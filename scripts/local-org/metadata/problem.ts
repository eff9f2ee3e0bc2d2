import type { Components } from '../schema/components.ts';
import type { Schema } from '../schema/model.ts';

/** What keeps a component from being deployed; texts as Salesforce words them in public deployment logs. */
export interface Problem {
  readonly message: string;
  /** The text of the component's file that the problem is about, to find its line by. */
  readonly at?: string;
}

/** A file that could not be taken for a component. */
export interface PackageProblem {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
  readonly problem: string;
  readonly line?: number;
  readonly column?: number;
}

/** The languages of an org: the one of its master labels, and those that it is translated into. */
export interface Languages {
  readonly master: string;
  readonly active: ReadonlySet<string>;
}

/** The org that the whole package would make. */
export interface Candidate {
  readonly components: Components;
  readonly schema: Schema;
  readonly languages: Languages;
  /** The version of the Metadata API that the package speaks. */
  readonly apiVersion: number;
}

/** Something that a component names and that the org doesn't have. */
export const missing = (what: string, type: string, name: string, at: string): Problem => ({
  message: `In field: ${what} - no ${type} named ${name} found`,
  at,
});
