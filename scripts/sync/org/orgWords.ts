import { verdictOf, type Verdict } from './refusals.ts';

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
  readonly verdict: Verdict;
}

/** Hears the org's own words, for a terminal and for nothing else. */
export type OnWords = (words: string) => void;

/** A code is an entry of the org's own list (SOAP API Developer Guide, StatusCode); anything else may be anybody's name. */
const CODE = /^(?!.*\d{5})[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$/;

/** What a code is called that can't be kept. */
const UNREADABLE = 'UNKNOWN_EXCEPTION';

/** Codes of one word, which are told from a name by being listed (Bulk API 2.0 Developer Guide, Errors). */
const BULK: readonly string[] = [
  'ClientInputError',
  'ExceededQuota',
  'FeatureNotEnabled',
  'InternalServerError',
  'InvalidBatch',
  'InvalidEntity',
  'InvalidJob',
  'InvalidJobState',
  'InvalidOperation',
  'InvalidSessionId',
  'InvalidUrl',
  'InvalidUser',
  'InvalidXML',
  'Timeout',
  'TooManyLockFailure',
  'Unknown',
];

/** A failed request says them in capitals; FORBIDDEN is REST's (https://github.com/restforce/restforce/issues/599). */
const ONE_WORD: ReadonlySet<string> = new Set([
  ...BULK,
  ...BULK.map((name) => name.toUpperCase()),
  'FORBIDDEN',
]);

/** The code itself when it is one, else a word of ours. */
export const keptCode = (code: string): string => (CODE.test(code) || ONE_WORD.has(code) ? code : UNREADABLE);

/** Why a Bulk job was given up, without the org's words. */
export interface KeptReason {
  readonly code: string;
  readonly verdict: Verdict;
}

/** The code at the head of a Bulk job's reason: `InvalidBatch : ...`. */
export function keptReason(reason: string | undefined, onWords: OnWords): KeptReason {
  if (reason === undefined) return { code: 'no reason given', verdict: 'row' };
  onWords(reason);
  const code = reason.split(':', 1)[0]?.trim() ?? '';
  return { code: keptCode(code), verdict: verdictOf({ code, words: reason }) };
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
    verdict: verdictOf({ code: statusCode, words: message }),
  };
}
