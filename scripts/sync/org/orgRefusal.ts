/** An answer of the org that says no, with its code and without its words: asking again gives the same. */
export class OrgRefusal extends Error {
  readonly errorCode: string;

  constructor(errorCode: string) {
    super(errorCode);
    this.name = 'OrgRefusal';
    this.errorCode = errorCode;
  }
}

/** The code of a refusal, ours or jsforce's; '' of any other error. */
export function errorCodeOf(error: unknown): string {
  return error instanceof Error && 'errorCode' in error ? String(error.errorCode) : '';
}
