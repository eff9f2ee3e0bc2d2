import type { RecordError } from '../org.ts';
import {
  badFieldNames,
  closedFields,
  deletedRecord,
  duplicateValue,
  lockedRows,
  missingFields,
  noAccess,
  noSuchParent,
  noSuchRecord,
  recordError,
  repeatedId,
  restrictedPicklist,
  rolledBack,
  severalMatches,
  unknownField,
  wrongReference,
} from './recordErrors.ts';

const ID = '0013000000auCyTAAU';

// SOAP API developer guide, "StatusCode"; messages as public reports quote them.
test.each<[RecordError, string, string, string[]]>([
  [recordError('CODE', 'words'), 'CODE', 'words', []],
  [unknownField('A__c', 'B__c'), 'INVALID_FIELD', "No such column 'A__c' on sobject of type B__c", []],
  [
    closedFields(['A__c', 'B__c']),
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'Unable to create/update fields: A__c, B__c. Please check the security settings of this field and verify that it is read/write for your profile or permission set.',
    ['A__c', 'B__c'],
  ],
  [
    badFieldNames('Account', ['A__c', 'B__c']),
    'INVALID_FIELD_FOR_INSERT_UPDATE',
    'Account: bad field names on insert/update call: A__c, B__c',
    ['A__c', 'B__c'],
  ],
  [
    missingFields(['A__c', 'B__c']),
    'REQUIRED_FIELD_MISSING',
    'Required fields are missing: [A__c, B__c]',
    ['A__c', 'B__c'],
  ],
  [
    duplicateValue('A__c', ID),
    'DUPLICATE_VALUE',
    'duplicate value found: A__c duplicates value on record with id: 0013000000auCyT',
    [],
  ],
  [
    restrictedPicklist('Label', 'x', 'A__c'),
    'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    'Label: bad value for restricted picklist field: x',
    ['A__c'],
  ],
  [wrongReference('A__c'), 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', ['A__c']],
  [noSuchRecord(), 'INVALID_CROSS_REFERENCE_KEY', 'invalid cross reference id', []],
  [
    noSuchParent('x', 'Key__c', 'Account'),
    'INVALID_FIELD',
    'Foreign key external ID: x not found for field Key__c in entity Account',
    [],
  ],
  [deletedRecord(), 'ENTITY_IS_DELETED', 'entity is deleted', []],
  [noAccess(), 'INSUFFICIENT_ACCESS_OR_READONLY', 'insufficient access rights on object id', []],
  [
    severalMatches('Key__c', ['a', 'b']),
    'DUPLICATE_EXTERNAL_ID',
    'Key__c: more than one record found for external id field: [a, b]',
    ['Key__c'],
  ],
  [
    lockedRows(['a', 'b']),
    'UNABLE_TO_LOCK_ROW',
    'unable to obtain exclusive access to this record or 2 records: a,b',
    [],
  ],
  [repeatedId(ID), 'DUPLICATE_VALUE', `Duplicate id specified: ${ID}`, []],
  [
    rolledBack(),
    'ALL_OR_NONE_OPERATION_ROLLED_BACK',
    'Record rolled back because not all records were valid and the request was using AllOrNone header',
    [],
  ],
])('%# has the code, the words and the fields of Salesforce', (error, statusCode, message, fields) => {
  expect(error).toEqual({ statusCode, message, fields });
});
