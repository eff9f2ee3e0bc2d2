import { keptError } from '../../org/keptError.ts';
import { errorOf } from './rowError.ts';

/** What is kept of the error of a row with these columns. */
const keptOf = (text: string) => keptError(errorOf(text), ['Id', 'Phone', 'Name'], () => undefined);

test.each([
  ['UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--', 'UNABLE_TO_LOCK_ROW'],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION:a: b: c:Phone,Name --', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
  ['STRING_TOO_LONG:one\ntwo:Name --\n', 'STRING_TOO_LONG'],
  ['LIMIT2_EXCEEDED:too much', 'LIMIT2_EXCEEDED'],
  ['Field name not found', 'UNKNOWN_EXCEPTION'],
  ['', 'UNKNOWN_EXCEPTION'],
])('the code of %j', (text, code) => {
  expect(keptOf(text).errorCode).toBe(code);
});

test('A3: of a text that can not be read nothing is kept', () => {
  expect(JSON.stringify(keptOf('jan.peeters@example.com is no address'))).not.toContain('jan');
});

test.each([
  ['FIELD_INTEGRITY_EXCEPTION:no: Phone , Name,\n--', 'FIELD_INTEGRITY_EXCEPTION', 'no', ['Phone', 'Name']],
  ['REQUIRED_FIELD_MISSING:a:b:--', 'REQUIRED_FIELD_MISSING', 'a:b', []],
  [' LIMIT_EXCEEDED:too much:no end ', 'LIMIT_EXCEEDED', 'too much:no end', []],
  ['Error:a: b', '', 'Error:a: b', []],
  ['2_MANY:a', '', '2_MANY:a', []],
])('%j is code, message and fields', (text, statusCode, message, fields) => {
  expect(errorOf(text)).toEqual({ statusCode, message, fields });
});

test('the fields at the end are kept when the job wrote them, whatever the message holds', () => {
  const text = 'FIELD_CUSTOM_VALIDATION_EXCEPTION:a: b: Jan Janssens:Phone,Name,Jan__c --';
  expect(errorOf(text).message).toBe('a: b: Jan Janssens');
  expect(keptOf(text)).toEqual({
    errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    fields: ['Phone', 'Name'],
    verdict: 'row',
  });
});
