import fc from 'fast-check';
import { keptCode, keptError } from './keptError.ts';

const silent = (): void => undefined;

test('A3: of an error its code and the fields that the job wrote are kept, and nothing of its words', () => {
  const texts = fc.string({ minLength: 4, maxLength: 60, unit: 'grapheme' });
  fc.assert(
    fc.property(texts, texts, fc.array(texts), (statusCode, message, fields) => {
      const kept = keptError({ statusCode, message, fields }, ['PersonEmail', 'Phone'], silent);
      expect(kept.fields).toStrictEqual([]);
      expect(kept.errorCode === statusCode ? /^[A-Z0-9]+_[A-Z0-9_]+$|^[a-z_]+$/.test(statusCode) : true).toBe(
        true,
      );
      expect(Object.keys(kept).sort()).toEqual(['errorCode', 'fields', 'verdict']);
    }),
  );
});

test.each([
  'Jan Janssens',
  'jan@example.com',
  'JANSSENS',
  '+32470123456',
  'C_1234567',
  '',
  'A_B c',
  '{"a":1}',
])('A3: %j is no code', (text) => {
  expect(keptCode(text)).toBe('UNKNOWN_EXCEPTION');
});

test.each(['FIELD_CUSTOM_VALIDATION_EXCEPTION', 'UNABLE_TO_LOCK_ROW', 'invalid_grant', 'INVALID_SESSION_ID'])(
  '%s is one',
  (code) => {
    expect(keptCode(code)).toBe(code);
  },
);

test('a field that the job wrote is named, one of another or a value is not', () => {
  const fields = ['PersonEmail', 'Jan_Janssens__c', 'jan@example.com'];
  expect(
    keptError({ statusCode: 'INVALID_EMAIL_ADDRESS', message: 'x', fields }, ['PersonEmail'], silent),
  ).toEqual({ errorCode: 'INVALID_EMAIL_ADDRESS', fields: ['PersonEmail'], verdict: 'row' });
});

test('a lock inside a trigger is a lock; the words go to whoever may hear them', () => {
  const heard: string[] = [];
  const message = 'AccountTrigger: first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access';
  const kept = keptError({ statusCode: 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY', message }, [], (words) =>
    heard.push(words),
  );
  expect(kept.verdict).toBe('passing');
  expect(heard).toEqual([`CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY: ${message}`]);
});
