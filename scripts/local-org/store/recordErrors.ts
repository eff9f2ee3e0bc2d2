import type { RecordError } from '../org.ts';

/**
 * Errors of a record with Salesforce's messages. SOAP API developer guide, "StatusCode"; messages as public reports quote
 * them.
 */
export const recordError = (
  statusCode: string,
  message: string,
  fields: readonly string[] = [],
): RecordError => ({
  statusCode,
  message,
  fields,
});

export const unknownField = (name: string, object: string): RecordError =>
  recordError('INVALID_FIELD', `No such column '${name}' on sobject of type ${object}`);

export const closedFields = (names: readonly string[]): RecordError =>
  recordError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `Unable to create/update fields: ${names.join(', ')}. Please check the security settings of this field and verify that it is read/write for your profile or permission set.`,
    names,
  );

export const badFieldNames = (object: string, names: readonly string[]): RecordError =>
  recordError(
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    `${object}: bad field names on insert/update call: ${names.join(', ')}`,
    names,
  );

export const missingFields = (names: readonly string[]): RecordError =>
  recordError('REQUIRED_FIELD_MISSING', `Required fields are missing: [${names.join(', ')}]`, names);

export const duplicateValue = (name: string, id: string): RecordError =>
  recordError(
    'DUPLICATE_VALUE',
    `duplicate value found: ${name} duplicates value on record with id: ${id.slice(0, 15)}`,
  );

export const restrictedPicklist = (label: string, value: string, name: string): RecordError =>
  recordError(
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    `${label}: bad value for restricted picklist field: ${value}`,
    [name],
  );

export const wrongReference = (name: string): RecordError =>
  recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', [name]);

export const noSuchParent = (value: string, field: string, object: string): RecordError =>
  recordError(
    'INVALID_FIELD',
    `Foreign key external ID: ${value} not found for field ${field} in entity ${object}`,
  );

export const noSuchRecord = (): RecordError =>
  recordError('INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id');

export const deletedRecord = (): RecordError => recordError('ENTITY_IS_DELETED', 'entity is deleted');

export const noAccess = (): RecordError =>
  recordError('INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id');

export const severalMatches = (field: string, ids: readonly string[]): RecordError =>
  recordError(
    'DUPLICATE_EXTERNAL_ID',
    `${field}: more than one record found for external id field: [${ids.join(', ')}]`,
    [field],
  );

/** https://github.com/forcedotcom/SFDX-Data-Move-Utility/issues/814 and, of several records, SFDO-Community/declarative-lookup-rollup-summaries#847. */
export const lockedRows = (ids: readonly string[]): RecordError =>
  recordError(
    'UNABLE_TO_LOCK_ROW',
    `unable to obtain exclusive access to this record or ${ids.length} records: ${ids.join(',')}`,
  );

/** https://help.salesforce.com/s/articleView?id=000384876 "Error: Duplicate id specified: 0013000000auCyTAAU". */
export const repeatedId = (id: string): RecordError =>
  recordError('DUPLICATE_VALUE', `Duplicate id specified: ${id}`);

export const rolledBack = (): RecordError =>
  recordError(
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
  );
