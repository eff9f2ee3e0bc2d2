import { duplicateRule } from './featureOptions.ts';

test('a duplicate rule is an object with its fields, and may block', () => {
  const alert = { object: 'Account', fields: ['PersonEmail'], action: 'alert' };
  const block = { object: 'Account', fields: ['LastName', 'Phone'], action: 'block' };
  expect(duplicateRule('Account:LastName,Phone:block', duplicateRule('Account:PersonEmail'))).toEqual([
    alert,
    block,
  ]);
});

test.each([
  '',
  'Account',
  'Account:',
  ':Name',
  'Account:Name,',
  'Account:Name:maybe',
  'Account:Name:block:x',
])('%j is no rule', (text) => {
  expect(() => duplicateRule(text)).toThrow('a rule is <object>:<field,field>');
});
