import { errorOf } from './rowError.ts';

test.each([
  ['UNABLE_TO_LOCK_ROW:unable to obtain exclusive access to this record:--', 'UNABLE_TO_LOCK_ROW'],
  ['FIELD_CUSTOM_VALIDATION_EXCEPTION:a: b: c:Phone,Name --', 'FIELD_CUSTOM_VALIDATION_EXCEPTION'],
  ['STRING_TOO_LONG:one\ntwo:Name --\n', 'STRING_TOO_LONG'],
  ['LIMIT2_EXCEEDED:too much', 'LIMIT2_EXCEEDED'],
  ['InvalidBatch : Field name not found', 'UNKNOWN_EXCEPTION'],
  ['', 'UNKNOWN_EXCEPTION'],
])('the code of %j', (text, code) => {
  expect(errorOf(text).errorCode).toBe(code);
});

test('of a text that can not be read nothing is kept', () => {
  expect(errorOf('jan.peeters@example.com is no address').message).not.toContain('jan');
});

test('the message is what stands between code and fields', () => {
  expect(errorOf('FIELD_CUSTOM_VALIDATION_EXCEPTION:a: b: c:Phone,Name --').message).toBe('a: b: c');
});
