import { customerLanguage } from '../customerLanguage';

test.each([
  ['Nederlands', 'nl'],
  ['Frans', 'fr'],
  ['Duits', 'de'],
  ['Engels', 'en'],
  ['Français', 'fr'],
  [' fr_BE ', 'fr'],
  ['EN-us', 'en'],
])('%j is %s', (value, language) => {
  expect(customerLanguage(value)).toBe(language);
});

test.each(['Spaans', '', null, undefined, 7])('%j is no language that the zones speak', (value) => {
  expect(customerLanguage(value)).toBeUndefined();
});
