import type { SaveResult } from '../org.ts';
import { type TestOrg, only, openTestOrg } from '../testOrg.ts';

let test_: TestOrg;
beforeEach(() => {
  test_ = openTestOrg(() => new Date('2026-11-22T10:00:00.789Z'));
});
afterEach(() => {
  test_.org.close();
});

const widget = (record: Record<string, unknown>): SaveResult =>
  only(test_.save('insert', 'Widget__c', [{ Name: 'w', ...record }]));
const error = (result: SaveResult) => only(result.errors);

describe('values', () => {
  test('are kept in the type of the field', () => {
    widget({
      Weight__c: '2.345',
      Price__c: 12,
      Sold__c: 'false',
      Sold_On__c: '2026-02-28',
      Seen__c: '2026-01-01T01:30:15.999+01:00',
      Mail__c: 'Jan@Example.COM',
      Notes__c: '',
    });
    expect(
      only(
        test_.rows(
          'SELECT Weight__c, Price__c, Sold__c, Sold_On__c, Seen__c, Mail__c, Notes__c, Double_Weight__c FROM Widget__c',
        ),
      ),
    ).toEqual({
      Weight__c: 2.35,
      Price__c: 12,
      Sold__c: false,
      Sold_On__c: '2026-02-28',
      Seen__c: '2026-01-01T00:30:15.000+0000',
      Mail__c: 'jan@example.com',
      Notes__c: null,
      Double_Weight__c: 4.7,
    });
  });

  test.each([
    [
      'Weight__c',
      'abc',
      'Cannot deserialize instance of double from VALUE_STRING value abc or request may be missing a required field at [line:1, column:1]',
    ],
    [
      'Sold_On__c',
      '2026-02-30',
      'Cannot deserialize instance of date from VALUE_STRING value 2026-02-30 or request may be missing a required field at [line:1, column:1]',
    ],
    [
      'Seen__c',
      'yesterday',
      'Cannot deserialize instance of datetime from VALUE_STRING value yesterday or request may be missing a required field at [line:1, column:1]',
    ],
    [
      'Code__c',
      5,
      'Cannot deserialize instance of string from VALUE_NUMBER_INT value 5 or request may be missing a required field at [line:1, column:1]',
    ],
    [
      'Sold__c',
      'maybe',
      'Cannot deserialize instance of boolean from VALUE_STRING value maybe or request may be missing a required field at [line:1, column:1]',
    ],
  ])('%s refuses %p in JSON: the request as a whole', (field, value, message) => {
    expect(test_.refusal(() => widget({ [field]: value }))).toEqual({
      status: 400,
      errorCode: 'JSON_PARSER_ERROR',
      message,
    });
  });

  test('in CSV the row fails, an empty cell says nothing and #N/A clears', () => {
    const [id = ''] = test_.insert('Widget__c', { Name: 'w', Code__c: 'c', Weight__c: 1, Size__c: 'S' });
    const csv = { format: 'csv' } as const;
    expect(error(only(test_.save('update', 'Widget__c', [{ Id: id, Weight__c: 'abc' }], csv)))).toEqual({
      statusCode: 'INVALID_FIELD',
      message:
        "Failed to deserialize field at col 1. Due to, 'abc' is not a valid value for the type xsd:double",
      fields: ['Weight__c'],
    });
    test_.save('update', 'Widget__c', [{ Id: id, Code__c: '', Size__c: '#N/A', Weight__c: '4' }], csv);
    expect(only(test_.rows('SELECT Code__c, Size__c, Weight__c FROM Widget__c'))).toEqual({
      Code__c: 'c',
      Size__c: null,
      Weight__c: 4,
    });
  });

  test('a CSV column that does not exist fails the batch', () => {
    expect(
      test_.refusal(() => test_.save('insert', 'Widget__c', [{ Colur__c: 'Red' }], { format: 'csv' })),
    ).toEqual({
      status: 400,
      errorCode: 'InvalidBatch',
      message: 'Field name not found : Colur__c',
    });
  });

  test('an address of e-mail has the form of one, and a number fits its digits', () => {
    expect(error(widget({ Mail__c: 'nobody' }))).toMatchObject({
      statusCode: 'INVALID_EMAIL_ADDRESS',
      message: 'Mail: invalid email address: nobody',
    });
    expect(error(widget({ Weight__c: 1_000_000 })).statusCode).toBe('NUMBER_OUTSIDE_VALID_RANGE');
  });
});
