import type { Verdict } from './refusals.ts';

/** A request as error messages may name it: without its content and without the org's message. */
export interface Asked {
  readonly method: string;
  /** Path without its query, which may hold customers' keys. */
  readonly path: string;
}

/** The org refused a request and would refuse it again. Holds the org's error code, not its message. */
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

/** The code of an OrgRefusal; '' for any other error. */
export function errorCodeOf(error: unknown): string {
  return error instanceof OrgRefusal ? error.errorCode : '';
}
