import { answerErrors, errorNotice, reduceErrors } from 'c/cuzoErrors';

describe('c-cuzo-errors', () => {
  test.each<[string, unknown, readonly string[]]>([
    ['nothing', undefined, []],
    ['a text', 'Broken', ['Broken']],
    ['an Error', new Error('Broken'), ['Broken']],
    ['Lightning Data Service', { body: { message: 'No such record' }, status: 404 }, ['No such record']],
    ['several in a body', { body: [{ message: 'One' }, { message: 'Two' }] }, ['One', 'Two']],
    [
      'a refused record',
      {
        body: {
          message: 'Refused',
          output: {
            errors: [{ message: 'Rule', errorCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' }],
            fieldErrors: { Name: [{ message: 'Name is required' }] },
          },
        },
      },
      ['Refused', 'Rule', 'Name is required'],
    ],
    [
      'GraphQL',
      [{ message: 'Unknown field' }, { message: 'Unknown object' }],
      ['Unknown field', 'Unknown object'],
    ],
    [
      'a response without a body',
      { status: 503, statusText: 'Service Unavailable' },
      ['Service Unavailable'],
    ],
    ['the same twice', ['Broken', new Error('Broken')], ['Broken']],
    ['something else', 42, []],
  ])('reads %s', (_, error, lines) => {
    expect(reduceErrors(error)).toEqual(lines);
  });

  test('says what happened, what to do next, and keeps the lines for the administrator', () => {
    expect(errorNotice(new Error('Broken'))).toEqual({
      kind: 'error',
      message: 'De gegevens konden niet worden geladen',
      hint: 'Vernieuw de pagina. Blijft de fout, bezorg dan de details aan uw beheerder.',
      details: ['Broken'],
    });
  });

  test('takes what the schema of the user leaves out for no access, which is no error', () => {
    const message =
      "Validation error of type FieldUndefined: Field 'CuZo_Portal__c' in type 'RecordQuery' is undefined";
    expect(errorNotice([{ message }])).toEqual({
      kind: 'info',
      message: expect.stringContaining('geen toegang') as string,
    });
  });

  test.each<[string, Parameters<typeof answerErrors>[0], readonly unknown[] | null]>([
    ['no answer yet', undefined, null],
    ['no word of errors', {}, null],
    ['none', { errors: [] }, null],
    ['null', { errors: null }, null],
    ['one', { errors: [{ message: 'Broken' }] }, [{ message: 'Broken' }]],
  ])('what an answer reports: %s', (_, answer, errors) => {
    expect(answerErrors(answer)).toEqual(errors);
  });
});
