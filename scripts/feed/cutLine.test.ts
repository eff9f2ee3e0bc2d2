import { registration } from '../tests/kit/events.ts';
import { cutLine } from './cutLine.ts';

const { data, ...ATTRIBUTES } = registration('K1', '2026-01-02', { id: 'e-1' });
const HEAD = JSON.stringify(ATTRIBUTES).slice(0, -1);
const REST = `${JSON.stringify(data)}}`;
const cut = (line: string | Buffer) => cutLine(Buffer.from(line));

test.each<[string, string, string]>([
  ['before its data', HEAD, REST],
  ['at the first data', HEAD, '{"x":{"a":1,"data":2}}}'],
  ['whatever its data is', HEAD, 'no JSON, \\ud800'],
  ['with spaces in its attributes', HEAD.replaceAll(',', ' , '), REST],
  ['with letters of any language', HEAD.replace('K1', 'ÜK-日'), REST],
  ['with keys that the contract does not know', `${HEAD},"note":{"a":[1]}`, REST],
])('a line is cut %s', (_where, head, rest) => {
  const found = cut(`${head},"data":${rest}`);
  expect(found?.rest.toString()).toBe(rest);
  expect(found?.attributes).toEqual({ ...ATTRIBUTES, subject: head.includes('日') ? 'ÜK-日' : 'K1' });
});

test.each<[string, string | Buffer]>([
  ['has no data', `${HEAD}}`],
  ['has its data before', `{"data":${REST.slice(0, -1)},${HEAD.slice(1)}}`],
  ['has data twice', `{"data":1,${HEAD.slice(1)},"data":${REST}`],
  ['has data in a text first', `${HEAD.replace('K1', 'a,"data":b')},"data":${REST}`],
  ['has data in another object first', `{"x":{"a":1,"data":2},${HEAD.slice(1)},"data":${REST}`],
  ['has an attribute twice', `{"id":"e-0",${HEAD.slice(1)},"data":${REST}`],
  ['has a number that is not exact', `{"x":12345678901234567890,${HEAD.slice(1)},"data":${REST}`],
  ['has an escaped character in an attribute', `${HEAD.replace('K1', '\\u004b1')},"data":${REST}`],
  ['is no UTF-8 before its data', Buffer.from(`${HEAD.replace('e-1', 'e-\xff')},"data":${REST}`, 'latin1')],
  ['lacks an attribute', `${HEAD.replace('"specversion":"1.0",', '')},"data":${REST}`],
  ['is of another type', `${HEAD.replace('registration', 'other')},"data":${REST}`],
  ['begins with its data', `,"data":${REST}`],
])('a line is checked as a whole that %s', (_what, line) => {
  expect(cut(line)).toBeUndefined();
});
