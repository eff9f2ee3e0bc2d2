import { parseJson } from './json.ts';

function refusal(text: string): { readonly errorCode: string; readonly message: string } {
  try {
    parseJson(text);
  } catch (error) {
    return error as { readonly errorCode: string; readonly message: string };
  }
  throw new Error('it was read');
}

const nested = (depth: number): string => `${'['.repeat(depth)}${']'.repeat(depth)}`;

test('an empty body is none', () => {
  expect(parseJson(' \n')).toBeUndefined();
});

test.each([
  ['{"a" 1}', "Unexpected character ('1' (code 49)) at [line:1, column:6]"],
  ['{"a": 1', 'Unexpected end-of-input: expected close marker'],
])('%s is refused with its place', (text, message) => {
  expect(refusal(text)).toMatchObject({ errorCode: 'JSON_PARSER_ERROR', message });
});

test('brackets nest 1,000 deep and no deeper', () => {
  expect(parseJson(nested(1_000))).toBeDefined();
  for (const text of [nested(1_001), '{"a":'.repeat(100_000), `{"a":${nested(100_000)}}`])
    expect(refusal(text).message).toMatch(
      /^Document nesting depth \(1001\) exceeds the maximum allowed \(1000,/,
    );
});

test('brackets in texts are no nesting', () => {
  const text = '\\"[{'.repeat(2_000);
  expect(parseJson(`{"a":"${text}","b":[]}`)).toMatchObject({ b: [] });
});
