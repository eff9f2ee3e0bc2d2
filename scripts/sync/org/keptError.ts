import { verdictOf, type Verdict } from './refusals.ts';

/** An error as the org reports it: its code, its message, and the fields that it concerns. */
export interface OrgError {
  readonly statusCode: string;
  readonly message: string;
  readonly fields?: readonly string[];
}

/** What is kept of an org's error: never its message. */
export interface KeptError {
  readonly errorCode: string;
  /** API names; only fields that the job wrote. */
  readonly fields: readonly string[];
  readonly verdict: Verdict;
}

/** Called with the org's own error messages, which may be shown on a terminal but never stored. */
export type OnOrgMessage = (words: string) => void;

/**
 * Codes of the org's own list (SOAP API Developer Guide, StatusCode) look like this. Anything else may hold a name, so it
 * isn't kept.
 */
const CODE = /^(?!.*\d{5})[A-Z][A-Z0-9]*(?:_[A-Z0-9]+)+$|^[a-z]+(?:_[a-z]+)+$/;

/** Stands for a code that can't be kept. */
const UNREADABLE = 'UNKNOWN_EXCEPTION';

/** Codes of a single word look like a name, so they have to be listed (Bulk API 2.0 Developer Guide, Errors). */
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

/**
 * Failed requests have the same codes in capitals; FORBIDDEN is REST's (https://github.com/restforce/restforce/issues/599).
 */
const ONE_WORD: ReadonlySet<string> = new Set([
  ...BULK,
  ...BULK.map((name) => name.toUpperCase()),
  'FORBIDDEN',
]);

/** The code itself when it looks like one, else UNREADABLE. */
export const keptCode = (code: string): string => (CODE.test(code) || ONE_WORD.has(code) ? code : UNREADABLE);

/** Why a Bulk job failed, without the org's message. */
export interface KeptReason {
  readonly code: string;
  readonly verdict: Verdict;
}

/** The code at the start of a failed Bulk job's reason: `InvalidBatch : ...`. */
export function keptReason(reason: string | undefined, onOrgMessage: OnOrgMessage): KeptReason {
  if (reason === undefined) return { code: 'no reason given', verdict: 'row' };
  onOrgMessage(reason);
  const code = reason.split(':', 1)[0]?.trim() ?? '';
  return { code: keptCode(code), verdict: verdictOf({ code, words: reason }) };
}

/**
 * Takes from an error what may be kept. Messages of an org quote records, formulas and its admins' own texts, so any of them
 * can be personal data. Field names are kept only when they are among those that the job wrote, `written`.
 */
export function keptError(error: OrgError, written: Iterable<string>, onOrgMessage: OnOrgMessage): KeptError {
  const { statusCode, message, fields = [] } = error;
  onOrgMessage(`${statusCode}: ${message}`);
  const own = new Set(written);
  return {
    errorCode: keptCode(statusCode),
    fields: fields.filter((name) => own.has(name)),
    verdict: verdictOf({ code: statusCode, words: message }),
  };
}
