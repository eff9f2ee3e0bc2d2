import { type RecordError, type SaveResult, OrgError } from '../../org.ts';

/** HTTP statuses of record errors, where not 400 (REST API Developer Guide, Status Codes and Error Responses). */
const STATUS: Readonly<Record<string, number>> = {
  ENTITY_IS_DELETED: 404,
  INVALID_CROSS_REFERENCE_KEY: 404,
  NOT_FOUND: 404,
  INSUFFICIENT_ACCESS_OR_READONLY: 403,
};

/** The error of a call that writes one record. */
const saveError = ({ statusCode, message, fields }: RecordError): OrgError =>
  new OrgError(STATUS[statusCode] ?? 400, statusCode, message, fields);

/** The result of a write of one record. Throws its first error. */
export function single(results: readonly SaveResult[]): SaveResult {
  const [result] = results;
  if (result?.success) return result;
  const [error] = result?.errors ?? [];
  throw error ? saveError(error) : new OrgError(500, 'UNKNOWN_EXCEPTION', 'The write gave no result.');
}

/** A result of Collections; it has no id when nothing was saved. */
export const collectionResult = ({ id, success, errors }: SaveResult): Record<string, unknown> => ({
  ...(success && id !== null ? { id } : {}),
  success,
  errors,
});
