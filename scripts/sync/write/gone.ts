import type { RowResult } from '../org/update.ts';

/**
 * The record isn't there any more: deleted, or merged into another (Salesforce, SOAP API Developer Guide, Core Data Types,
 * StatusCode).
 */
const DELETED = 'ENTITY_IS_DELETED';

/**
 * What an org says once the record is out of the recycle bin too, an invalid cross reference id (the same table). It says so
 * of other ids as well, those that a workflow sets: alone it doesn't prove that the record is gone.
 */
const PERHAPS_GONE = 'INVALID_CROSS_REFERENCE_KEY';

/**
 * Whether a refused row is to be looked up once more, because its record has gone since it was matched. What was looked up
 * again and refused for an id again is refused for another one.
 */
export const isGone = ({ errorCode }: RowResult, isSecondLook: boolean): boolean =>
  errorCode === DELETED || (errorCode === PERHAPS_GONE && !isSecondLook);
