/** An error as the org says it: its code, its words, and the fields that they are about. */
export interface OrgError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** What is kept of an error of the org: never its words. */
export interface KeptError {
  readonly errorCode: string;
  /** API names of fields that the job wrote. */
  readonly fields: readonly string[];
  /** A lock was the reason, of the row itself or inside a trigger or flow that it set off. */
  readonly isLock: boolean;
}

/** Hears the org's own words, for a terminal and for nothing else. */
export type OnWords = (words: string) => void;

/** A code is an entry of the org's own list (SOAP API Developer Guide, StatusCode); anything else may be anybody's name. */
const CODE = /^(?!.*\d{5})[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$/;

/** What a code is called that can't be kept. */
const UNREADABLE = 'UNKNOWN_EXCEPTION';

const LOCK = 'UNABLE_TO_LOCK_ROW';

/** Codes of one word, which are told from a name by being listed (Bulk API Developer Guide, Errors; REST API guide, Status Codes). */
const ONE_WORD: readonly string[] = [
  'INVALIDJOBSTATE',
  'ClientInputError',
  'ExceededQuota',
  'FeatureNotEnabled',
  'InvalidBatch',
  'InvalidJob',
  'InvalidJobState',
  'InternalServerError',
  'Timeout',
  'Unknown',
];

/** The code itself when it is one, else a word of ours. */
export const keptCode = (code: string): string =>
  CODE.test(code) || ONE_WORD.includes(code) ? code : UNREADABLE;

/** The code at the head of a Bulk job's reason: `InvalidBatch : ...`. */
export function keptReason(reason: string | undefined, onWords: OnWords): string {
  if (reason === undefined) return 'no reason given';
  onWords(reason);
  return keptCode(reason.split(':', 1)[0]?.trim() ?? '');
}

/**
 * Takes what may be kept of an error: messages of an org quote records, formulas and the words of its admins, so that any
 * of them can be personal data. Fields are kept when they are among those that the job wrote, `written`.
 */
export function keptError(error: OrgError, written: Iterable<string>, onWords: OnWords): KeptError {
  const { statusCode, message, fields = [] } = error;
  onWords(`${statusCode}: ${message}`);
  const own = new Set(written);
  return {
    errorCode: keptCode(statusCode),
    fields: fields.filter((name) => own.has(name)),
    isLock: statusCode === LOCK || message.includes(LOCK),
  };
}
