import { errorCode } from './errorCode.ts';

test.each<[unknown, string]>([
  [Object.assign(new Error('gone'), { code: 'ENOENT' }), 'ENOENT'],
  [{ code: 5 }, '5'],
  [new Error('without one'), ''],
  ['ENOENT', ''],
  [null, ''],
  [undefined, ''],
])('the code of %p is %p', (error, code) => {
  expect(errorCode(error)).toBe(code);
});
