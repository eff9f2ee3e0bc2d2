import type { RowResult } from '../org/update.ts';

/** The record was deleted or merged into another (Salesforce, SOAP API Developer Guide, Core Data Types, StatusCode). */
const DELETED = 'ENTITY_IS_DELETED';

/**
 * An invalid cross reference id (the same table), which is what an org reports once the record has left the recycle bin too.
 * It reports other ids that way as well, such as those that a workflow sets, so alone it doesn't prove that the record is
 * gone.
 */
const PERHAPS_GONE = 'INVALID_CROSS_REFERENCE_KEY';

/**
 * Whether a refused row is to be matched again, because its record has disappeared since. A row that was matched again and
 * still has an invalid id has another invalid id than its own.
 */
export const isGone = ({ errorCode }: RowResult, isSecondLook: boolean): boolean =>
  errorCode === DELETED || (errorCode === PERHAPS_GONE && !isSecondLook);
