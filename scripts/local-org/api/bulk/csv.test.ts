import { csvFormat, csvLine } from './csv.ts';

test('a job is written with commas and LF unless it says otherwise', () => {
  expect(csvFormat({})).toEqual({
    columnDelimiter: 'COMMA',
    lineEnding: 'LF',
    delimiter: ',',
    newline: '\n',
  });
  expect(csvFormat({ columnDelimiter: 'TAB', lineEnding: 'CRLF' })).toMatchObject({
    delimiter: '\t',
    newline: '\r\n',
  });
});

test.each([{ columnDelimiter: 'DOT' }, { lineEnding: 'CR' }, { columnDelimiter: 7 }])(
  '%j is refused',
  (body) => {
    expect(() => csvFormat(body)).toThrow(expect.objectContaining({ errorCode: 'API_ERROR' }) as Error);
  },
);

test('every value of a line is quoted', () => {
  expect(csvLine(['', 'a "b"', 'c\nd'], csvFormat({ columnDelimiter: 'PIPE' }))).toBe(
    '""|"a ""b"""|"c\nd"\n',
  );
});
