import fc from 'fast-check';
import { lossOfParsing } from './exactJson.ts';

function lossOf(text: string): string {
  const loss = lossOfParsing(text, JSON.parse(text), ['view']);
  return loss?.kind === 'inexact number' ? `inexact ${loss.path.join('/')}` : (loss?.kind ?? 'nothing');
}

test.each([
  '{"view":1}',
  '{ "view" : [ 1.0 , 1E2, 0.1e1, -0, -0.0, 0e999, 5e-324, 1e308, 0.10, 100000000000000000000000 ] }',
  '{"view":[9007199254740991,9007199254740992,-9007199254740992,1e21,123456789012345680000]}',
  '{"view":"1:2,{\\"a\\":12345678901234567890}\\\\"}',
  '{"a\\":":1,"b":{"a":1},"c":{"a":1}}',
  '{"__proto__":1,"constructor":2,"2":3,"1":4, "toString":{"__proto__":5}}',
  '{"other":12345678901234567890,"views":{"view":1e400},"list":[0.12345678901234567890]}',
  '{"view":null,"other":12345678901234567890}',
  '{"other":12345678901234567890}',
  '[]',
  '"\\u0061"',
  ' null ',
])('%s comes out as it went in', (text) => {
  expect(lossOf(text)).toBe('nothing');
});

test.each([
  '{"a":1,"a":1}',
  '{"a":1,"a":2}',
  '{"a":1,"\\u0061":1}',
  '{"a":{},"b":[{"x":"y"},{"c":1,"c":1}]}',
  '{"__proto__":1,"__proto__":2}',
  '{"constructor":1,"constructor":2}',
  '{"1":1,"2":1,"1":1}',
  '{"":1,"":1}',
  '{"view":12345678901234567890,"a":":","a":":"}',
  '{"data":{"a":[{"a":null,"b":0,"a":null}]}}',
])('%s has a key twice', (text) => {
  expect(lossOf(text)).toBe('duplicate key');
});

test.each([
  ['{"view":12345678901234567890}', ''],
  ['{"view":{"a":[0,{"b":9007199254740993}]}}', '/a/1/b'],
  ['{"view":[-9007199254740993]}', '/0'],
  ['{"view":[null,true,"x",{},9007199254740993]}', '/4'],
  ['{"view":[1e400]}', '/0'],
  ['{"view":[-1e400]}', '/0'],
  ['{"view":[1e-400]}', '/0'],
  ['{"view":[1,0.12345678901234567890]}', '/1'],
  ['{"view":{"__proto__":1.00000000000000000001}}', '/__proto__'],
  ['{"view":[123456789012345678]}', '/0'],
])('%s has a number that a double can not hold', (text, path) => {
  expect(lossOf(text)).toBe(`inexact view${path}`);
});

test('a number is looked for where it matters, however deep that is and whatever stands there', () => {
  const INEXACT = '12345678901234567890';
  const pathIn = (text: string): unknown => lossOfParsing(text, JSON.parse(text), ['data', 'view']);
  expect(pathIn(`{"data":{"view":${INEXACT}}}`)).toEqual({ kind: 'inexact number', path: ['data', 'view'] });
  expect(lossOfParsing(INEXACT, JSON.parse(INEXACT), [])).toEqual({ kind: 'inexact number', path: [] });
  for (const data of ['null', '7', '"view"', '[]', '{"view":null}'])
    expect(pathIn(`{"data":${data},"view":${INEXACT}}`)).toBeUndefined();
});

test('whatever JSON.stringify writes has lost nothing, with or without spaces', () => {
  fc.assert(
    fc.property(fc.jsonValue({ stringUnit: 'binary' }), (value) => {
      expect(lossOf(JSON.stringify({ view: value }))).toBe('nothing');
      expect(lossOf(JSON.stringify({ view: value }, null, 1))).toBe('nothing');
    }),
  );
});

test('of a long text nothing is lost, and nothing overflows', () => {
  const long = 'x\\"'.repeat(300_000);
  expect(lossOf(`{ "view": "${long}" }`)).toBe('nothing');
});
