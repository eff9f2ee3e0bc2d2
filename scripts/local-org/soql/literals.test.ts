import { field } from '../schema/field.ts';
import type { FieldType } from '../schema/model.ts';
import { OrgError } from '../org.ts';
import { type LiteralContext, operandOf, unquoted } from './literals.ts';

const CONTEXT: LiteralContext = {
  soql: 'SELECT Id FROM Widget__c WHERE X = 1',
  now: new Date('2026-11-22T23:30:00Z'),
  timeZone: 'Europe/Brussels',
  firstDayOfWeek: 1,
};
const ID = '001000000000001AAA';

function operand(type: FieldType, raw: string, literalType: string): unknown {
  const read = operandOf(CONTEXT, field('X', 'X', type), raw, literalType);
  return read.kind === 'period' ? [read.from, read.to] : read.value;
}

function refusal(work: () => unknown): { readonly errorCode: string; readonly message: string } {
  try {
    work();
  } catch (error) {
    if (error instanceof OrgError)
      return { errorCode: error.errorCode, message: error.message.split('\n').at(-1) ?? '' };
    throw error;
  }
  throw new Error('it was not refused');
}

test.each([
  [String.raw`'plain'`, 'plain', 'plain'],
  [String.raw`'it\'s \"so\"'`, `it's "so"`, `it's "so"`],
  [String.raw`'a\nb\rc\td\be\ff'`, 'a\nb\rc\td\be\ff', 'a\nb\rc\td\be\ff'],
  [String.raw`'a\Nb\Tc'`, 'a\nb\tc', 'a\nb\tc'],
  [String.raw`'a\\b'`, String.raw`a\b`, String.raw`a\\b`],
  [String.raw`'100\% a\_b'`, '100% a_b', String.raw`100\% a\_b`],
  [String.raw`'100% a_b'`, '100% a_b', '100% a_b'],
  [String.raw`'\u00e9\u00C9'`, 'éÉ', 'éÉ'],
])('%s is the text %s and the pattern %s', (raw, text, pattern) => {
  expect(unquoted('', raw)).toBe(text);
  expect(unquoted('', raw, true)).toBe(pattern);
});

test.each([String.raw`'a\xb'`, String.raw`'\u00g1'`, String.raw`'a\ b'`])('%s is no text', (raw) => {
  const sequence = /\\./.exec(raw)?.[0];
  expect(refusal(() => unquoted('', raw))).toEqual({
    errorCode: 'MALFORMED_QUERY',
    message: `Invalid string literal ${raw}. Illegal character sequence '${String(sequence)}' in string literal.`,
  });
});

test.each([
  ['string', `'a'`, 'STRING', 'a'],
  ['string', `''`, 'STRING', null],
  ['string', 'null', 'NULL', null],
  ['picklist', `'a'`, 'STRING', 'a'],
  ['id', `'001000000000001'`, 'STRING', ID],
  ['reference', `'${ID}'`, 'STRING', ID],
  ['reference', `'001000000000001'`, 'STRING', ID],
  ['reference', `''`, 'STRING', null],
  ['boolean', 'TRUE', 'BOOLEAN', 1],
  ['boolean', 'false', 'BOOLEAN', 0],
  // A checkbox is never empty: "null" is "false".
  ['boolean', 'null', 'NULL', 0],
  ['int', '5', 'INTEGER', 5],
  ['double', '-2.5', 'DECIMAL', -2.5],
  ['currency', '5', 'INTEGER', 5],
  ['percent', '5.5', 'DECIMAL', 5.5],
  ['date', '2026-11-22', 'DATE', '2026-11-22'],
  ['datetime', '2026-11-22T10:00:00+01:00', 'DATETIME', '2026-11-22T09:00:00.000+0000'],
  // It is the next day in Brussels already.
  ['date', 'TODAY', 'DATE_LITERAL', ['2026-11-23', '2026-11-24']],
  ['date', 'LAST_N_DAYS:2', 'DATE_N_LITERAL', ['2026-11-21', '2026-11-24']],
  ['datetime', 'today', 'DATE_LITERAL', ['2026-11-22T23:00:00.000+0000', '2026-11-23T23:00:00.000+0000']],
  ['date', 'THIS_WEEK', 'DATE_LITERAL', ['2026-11-23', '2026-11-30']],
] as const)('to a field of type %s %s is the %s %s', (type, raw, literalType, expected) => {
  expect(operand(type, raw, literalType)).toEqual(expected);
});

const QUOTED = 'string and should be enclosed in quotes';
const bare = (type: string): string => `${type} and should not be enclosed in quotes`;

test.each([
  ['boolean', `'a'`, 'STRING', bare('boolean')],
  ['currency', `'1'`, 'STRING', bare('double')],
  ['double', `'1'`, 'STRING', bare('double')],
  ['percent', `'1'`, 'STRING', bare('double')],
  ['int', `'1'`, 'STRING', bare('int')],
  ['date', `'2026-11-22'`, 'STRING', bare('date')],
  ['datetime', `'2026-11-22'`, 'STRING', bare('dateTime')],
  ['time', `'10:00'`, 'STRING', bare('time')],
  ['string', '1', 'INTEGER', QUOTED],
  ['id', '1', 'INTEGER', QUOTED],
  ['string', 'true', 'BOOLEAN', QUOTED],
  ['int', 'true', 'BOOLEAN', bare('int')],
  ['date', '1', 'INTEGER', bare('date')],
  ['string', '2026-11-22', 'DATE', QUOTED],
  ['datetime', '2026-11-22', 'DATE', bare('dateTime')],
  ['date', '2026-02-30', 'DATE', bare('date')],
  ['date', '2026-11-22T10:00:00Z', 'DATETIME', bare('date')],
  ['datetime', '2026-11-22T25:00:00Z', 'DATETIME', bare('dateTime')],
  ['string', 'TODAY', 'DATE_LITERAL', QUOTED],
  ['int', 'LAST_N_DAYS:2', 'DATE_N_LITERAL', bare('int')],
] as const)('a field of type %s does not take %s (%s)', (type, raw, literalType, wanted) => {
  expect(refusal(() => operand(type, raw, literalType))).toEqual({
    errorCode: 'INVALID_FIELD',
    message: `value of filter criterion for field 'X' must be of type ${wanted}`,
  });
});

test.each([
  ['id', `'abc'`, 'STRING', 'INVALID_QUERY_FILTER_OPERATOR', 'invalid ID field: abc'],
  ['date', 'SOME_DAY', 'DATE_LITERAL', 'MALFORMED_QUERY', "unexpected token: 'SOME_DAY'"],
  [
    'currency',
    'USD5',
    'INTEGER_WITH_CURRENCY_PREFIX',
    'MALFORMED_QUERY',
    'The literal USD5 is not supported by this org',
  ],
] as const)('a field of type %s does not take %s (%s): %s', (type, raw, literalType, errorCode, message) => {
  expect(refusal(() => operand(type, raw, literalType))).toEqual({ errorCode, message });
});
