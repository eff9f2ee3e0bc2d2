import type { Verdict } from './refusals.ts';

/** A request that was refused, as a person may read it: without what was asked for and without what the org said. */
export interface Asked {
  readonly method: string;
  /** Path without its query, which may hold keys of customers. */
  readonly path: string;
}

/** An answer of the org that says no, with its code and without its words: asking again gives the same. */
export class OrgRefusal extends Error {
  readonly errorCode: string;
  readonly verdict: Exclude<Verdict, 'passing'>;

  /** `what` is what was refused, for people. */
  constructor(errorCode: string, verdict: Exclude<Verdict, 'passing'> = 'row', what = '') {
    super([errorCode, what].filter((part) => part !== '').join(', '));
    this.name = 'OrgRefusal';
    this.errorCode = errorCode;
    this.verdict = verdict;
  }
}

/** The code of a refusal; '' of any other error. */
export function errorCodeOf(error: unknown): string {
  return error instanceof OrgRefusal ? error.errorCode : '';
}
