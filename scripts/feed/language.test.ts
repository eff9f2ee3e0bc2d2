import { isLanguageTag } from './language.ts';

test.each([
  ['are', ['nl', 'fr', 'de', 'en', 'es', 'gsw', 'pt-BR', 'zh-Hant-TW', 'de-1996'], true],
  [
    'are none',
    ['', 'n', 'NL', 'dutch', 'nl_BE', 'nl-', 'nl-B', '10', 'pt-BR-', 'x nl', 'nl-abcdefghi'],
    false,
  ],
])('language tags %s', (_what, keys, expected) => {
  expect(keys.map((key) => [key, isLanguageTag(key)])).toEqual(keys.map((key) => [key, expected]));
});
