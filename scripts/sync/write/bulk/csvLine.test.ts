import { csvLine, isNullText } from './csvLine.ts';

test('text is quoted, quotes are doubled, null and no text clear, undefined leaves the field alone', () => {
  expect(csvLine(['0YT', 'a "b", c\nd "e"', null, '', undefined, 12.5, true, false])).toBe(
    '"0YT","a ""b"", c\nd ""e""",#N/A,#N/A,,12.5,true,false\n',
  );
});

test('a text that the org would take for null is told apart', () => {
  expect(['#N/A', '', null, undefined, '#N/A ', 0].map(isNullText)).toEqual([
    true,
    false,
    false,
    false,
    false,
    false,
  ]);
});
