import fc from 'fast-check';
import { parseInstant } from '../../feed/instant.ts';
import {
  contact,
  erased,
  hidden,
  notRegistered,
  registration,
  shown,
  simpleView,
  type Sent,
} from '../../tests/kit/events.ts';
import { checkLine, instantOf, type Checked } from './checkLine.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const REGISTER_NUMBER = '85.07.30-033.28';

function check(line: string | Sent | Buffer): Checked {
  const bytes = Buffer.isBuffer(line)
    ? line
    : Buffer.from(typeof line === 'string' ? line : JSON.stringify(line));
  return checkLine({ number: 1, bytes }, NOW);
}
function faultOf(line: string | Sent | Buffer): string {
  const { reject } = check(line);
  return reject ? `${reject.code} ${reject.path}` : 'no fault';
}
const withItem = (item: Sent): Sent =>
  shown('P1', 'x', {}, { view: { title: 'x', sections: [{ code: 'a', items: [item] }] } });
const withDocument = (issuedOn: string): Sent =>
  shown('P1', 'x', {}, { view: { title: 'x', sections: [], documents: [{ type: 'policy', issuedOn }] } });
/** The event with the 7 of an item written as another number. */
const withNumber = (item: Sent, number: string): string =>
  JSON.stringify(withItem(item)).replace(/7(?=[}\]])/, number);
const ADDRESS = { street: 'Proefweg', houseNumber: '1', postalCode: '1000', city: 'Brussel' } as const;
const good = registration('K1', '2026-01-02');
const without = (key: string): Sent =>
  Object.fromEntries(Object.entries(good).filter(([name]) => name !== key));

/** So long is the longest title of a view that has nothing else the org keeps beside it. */
const LONGEST_TITLE = 131_072 - (check(shown('P1', '')).event?.view?.length ?? 0);

test('each type of event comes out typed', () => {
  const time = parseInstant('2026-11-21T10:00:00Z');
  expect(check({ ...good, id: 'e-1' }).event).toEqual({
    source: '/portals/mypv',
    zone: 'mypv',
    id: 'e-1',
    kind: 'registration',
    target: 'Account',
    subject: 'K1',
    time,
    instant: time,
    data: { registered: true, registeredOn: '2026-01-02' },
    view: null,
    unknown: [],
  });
  expect(check(hidden('P1', 'ended')).event).toMatchObject({
    target: 'InsurancePolicy',
    view: null,
    kind: 'policy-view',
    data: { product: 'car', reason: 'ended', hash: null },
  });
  expect(check(shown('P1', 'x')).event?.view).toContain('"v":1');
  expect(check(erased('P1', 'policy')).event).toMatchObject({
    target: 'InsurancePolicy',
    kind: 'erased',
  });
});

test('a code that the contract does not list is told beside the event', () => {
  expect(check(hidden('P1', 'other')).event?.unknown).toEqual([{ what: 'reason', value: 'other' }]);
});

test('contact data is as new as its change, not as its telling', () => {
  const event = check(contact('K1', '2026-11-01T08:00:00+01:00', { email: null })).event;
  expect(event && event.instant < event.time).toBe(true);
});

test.each<[string, string | Sent | Buffer]>([
  ['NOT_UTF8 ', Buffer.from([0x7b, 0xff, 0x7d])],
  ['NOT_JSON ', '{"a":'],
  ['NOT_AN_OBJECT ', '"text"'],
  ['NOT_AN_OBJECT ', '[1]'],
  ['NOT_AN_OBJECT ', 'null'],
  ['TOO_DEEP ', `{"data":${'['.repeat(200_000)}${']'.repeat(200_000)}}`],
  ['LONE_SURROGATE ', JSON.stringify(registration('K\ud800', null))],
  ['LONE_SURROGATE ', JSON.stringify({ ...good, 'K\udfff': 1 })],
  ['LONE_SURROGATE ', JSON.stringify({ ...good, extra: [null, 1, { a: '\udc00\ud800' }] })],
  [
    'REGISTER_NUMBER /data/email',
    contact('K1', '2026-11-01T08:00:00Z', { email: `${REGISTER_NUMBER} x@y.be` }),
  ],
  ['REGISTER_NUMBER /data', contact('K1', '2026-11-01T08:00:00Z', { [REGISTER_NUMBER]: REGISTER_NUMBER })],
  ['UNKNOWN_TYPE /type', { ...good, type: 'be.pv.cuzo.other.v1' }],
  ['UNKNOWN_SOURCE /source', { ...good, source: '/portals/other' }],
  ['MISSING /subject', without('subject')],
  ['MISSING /data', without('data')],
  ['WRONG_TYPE /id', { ...good, id: 7 }],
  ['WRONG_TYPE /data/registered', { ...good, data: { registered: 'true', registeredOn: null } }],
  ['INVALID_VALUE /specversion', { ...good, specversion: '0.3' }],
  ['INVALID_VALUE /subject', { ...good, subject: ' K1' }],
  ['INVALID_VALUE /time', { ...good, time: '2026-11-21T10:00:00' }],
  ['INVALID_VALUE /data/registeredOn', registration('K1', '2026-02-30')],
  [
    'DAY_WITHOUT_REGISTRATION /data/registeredOn',
    { ...good, data: { registered: false, registeredOn: '2026-01-02' } },
  ],
  ['FUTURE_TIME /time', { ...good, time: '2026-11-23T12:00:01Z' }],
  ['FUTURE_TIME /data/changedAt', contact('K1', '2027-01-01T00:00:00Z', {})],
  ['VIEW_TOO_LONG /data/view', shown('P1', 'x'.repeat(LONGEST_TITLE + 1))],
  ['MISSING /data/view', shown('P1', 'x', {}, { view: undefined })],
  ['MISSING /data/reason', { ...hidden('P1', 'ended'), data: { shown: false, product: 'car' } }],
  ['INVALID_VALUE /data/product', shown('P1', 'x', {}, { product: 'Car' })],
  ['INVALID_VALUE /data/product', shown('P1', 'x', {}, { product: 'x'.repeat(41) })],
  ['INVALID_VALUE /data/kind', erased('P1', 'policy', { data: { kind: 'agent' } })],
  [
    'INVALID_VALUE /data/view/sections/0/items/0/value/amount',
    withItem({ code: 'a', kind: 'money', value: { amount: '1,5', currency: 'EUR' } }),
  ],
  ['WRONG_TYPE /data/view/sections/0/items/0/value', withItem({ code: 'a', kind: 'covered', value: 'yes' })],
  ['MISSING /data/view/sections/0/items/0/value', withItem({ code: 'a', kind: 'other' })],
  ['DUPLICATE_KEY ', '{"a":1,"a":1}'],
  ['DUPLICATE_KEY ', JSON.stringify(good).replace('"data":{', '"data":{"registered":false,')],
  ['DUPLICATE_KEY ', JSON.stringify(good).replace('"data":', '"extra":{"a":[],"\\u0061":[]},"data":')],
  [
    'INEXACT_NUMBER /data/view/sections/0/items/0/value/value',
    withNumber({ code: 'a', kind: 'number', value: { value: 7 } }, '12345678901234567890'),
  ],
  [
    'INEXACT_NUMBER /data/view/sections/0/items/0/value',
    withNumber({ code: 'a', kind: 'percent', value: 7 }, '1e400'),
  ],
  [
    'INEXACT_NUMBER /data/view/sections/0/items/0/value',
    withNumber({ code: 'a', kind: 'map', value: { deep: [7] } }, '0.12345678901234567890'),
  ],
  ['INVALID_VALUE /data/registeredOn', registration('K1', '1699-12-31')],
  ['INVALID_VALUE /data/registeredOn', registration('K1', '4001-01-01')],
  ['INVALID_VALUE /data/registeredOn', registration('K1', '0001-01-01')],
  ['INVALID_VALUE /data/registeredOn', registration('K1', '9999-12-31')],
  ['INVALID_VALUE /time', { ...good, time: '1699-12-31T23:59:59Z' }],
  ['INVALID_VALUE /time', { ...good, time: '1700-01-01T00:30:00+01:00' }],
  ['INVALID_VALUE /data/changedAt', contact('K1', '0001-01-01T00:00:00Z', {})],
  [
    'INVALID_VALUE /data/view/sections/0/items/0/value',
    withItem({ code: 'a', kind: 'date', value: '2026-02-30' }),
  ],
  ['INVALID_VALUE /data/view/documents/0/issuedOn', withDocument('2026-04-31')],
  [
    'INVALID_VALUE /data/view/sections/0/items/0/value/currency',
    withItem({ code: 'a', kind: 'money', value: { amount: '1.50', currency: 'ZZZ' } }),
  ],
  ...['ZZ', 'QQ', 'EU', 'UK', 'be', 'BEL', 'B', ''].map((country): [string, Sent] => [
    'INVALID_VALUE /data/address/country',
    contact('K1', '2026-11-01T08:00:00Z', { address: { ...ADDRESS, country } }),
  ]),
])('%s', (fault, line) => {
  expect(faultOf(line)).toBe(fault);
});

test.each<[string, string | Sent]>([
  ['Kosovo', contact('K1', '2026-11-01T08:00:00Z', { address: { ...ADDRESS, country: 'XK' } })],
  ['the first day that an org takes', registration('K1', '1700-01-01')],
  ['the last one', registration('K1', '4000-12-31')],
  ['the first moment that an org takes', { ...good, time: '1700-01-01T00:00:00Z' }],
  ['a day without end in a view', withItem({ code: 'a', kind: 'date', value: '9999-12-31' })],
  ['francs', withItem({ code: 'a', kind: 'money', value: { amount: '40.3399', currency: 'BEF' } })],
  [
    'a number of seventeen digits',
    withNumber({ code: 'a', kind: 'percent', value: 7 }, '0.30000000000000004'),
  ],
  ['a number with an exponent', withNumber({ code: 'a', kind: 'percent', value: 7 }, '1.25E1')],
  [
    'any number where no view is',
    JSON.stringify({ ...good, extra: 7 }).replace('7}', '12345678901234567890}'),
  ],
  ['spaces', JSON.stringify(good, null, ' ').replaceAll('\n', '')],
  ['a subject of 255 characters', registration('K'.repeat(255), null)],
  ['a code of 40 characters', hidden('P1', 'x'.repeat(40))],
  ['a view of 131,072 characters', shown('P1', 'x'.repeat(LONGEST_TITLE))],
  [
    'a character written in two halves',
    JSON.stringify({ ...good, extra: [null, 1, 'x'] }).replace('"x"', '"\\ud83d\\ude00"'),
  ],
])('%s is taken', (_, line) => {
  expect(faultOf(line)).toBe('no fault');
});

test('a value that is kept as it came is kept whole', () => {
  const value =
    '{"__proto__":{"a":1},"constructor":[null],"2":0.10,"10":"\\u0000","b":-0,"toString":{"__proto__":7}}';
  const line = JSON.stringify(withItem({ code: 'a', kind: 'map', value: 'HERE' })).replace('"HERE"', value);
  expect(check(line).event?.view).toContain(
    '"value":{"10":"\\u0000","2":0.1,"__proto__":{"a":1},"b":0,"constructor":[null],"toString":{"__proto__":7}}',
  );
});

test('an amount keeps its decimals, as many as come', () => {
  const value = { amount: '-0.00500', currency: 'EUR' };
  expect(check(withItem({ code: 'a', kind: 'money', value })).event?.view).toContain('"amount":"-0.00500"');
});

test('a key that the contract does not know is in no reject, wherever it stands', () => {
  const KEY = 'Jan_Peeters-1';
  const valueAt = (path: readonly string[], key: string, value: unknown): Sent =>
    path.reduceRight<Sent>((inner, one) => ({ [one]: inner }), { [key]: value });
  const places = fc.constantFrom<readonly string[]>(
    [],
    ['data'],
    ['data', 'view'],
    ['data', 'address'],
    ['data', 'email'],
  );
  const values = fc.constantFrom<unknown>('85.07.30-033.28', 7, null, [{}], { [KEY]: '85.07.30-033.28' });
  const lines = fc.constantFrom(good, shown('P1', 'x'), contact('K1', '2026-11-01T08:00:00Z', {}), {});
  fc.assert(
    fc.property(lines, places, values, fc.boolean(), (line, path, value, isRaw) => {
      const text = JSON.stringify({ ...line, ...valueAt(path, KEY, value) });
      const { reject } = check(isRaw ? text.replace(':7', ':12345678901234567890') : text);
      expect(JSON.stringify(reject ?? '')).not.toMatch(/Peeters/);
    }),
  );
});

test('a line over 1 MiB is rejected', () => {
  expect(checkLine({ number: 9, bytes: null }, NOW).reject).toMatchObject({
    code: 'LINE_TOO_LONG',
    path: '',
  });
});

test('an error of ours is no fault of the line', () => {
  const bytes = Object.assign(Buffer.from('{}'), {
    toString: () => {
      throw new TypeError('ours');
    },
  });
  expect(() => checkLine({ number: 1, bytes }, NOW)).toThrow('ours');
  expect(() => instantOf('yesterday')).toThrow('a date-time that the contract let through');
});

test('a reject holds nothing of the line', () => {
  const secret = 'jan.peeters@example.be';
  const lines = [
    contact('K1', secret, { email: secret }),
    { ...good, source: secret },
    { ...good, type: secret },
    withItem({ code: secret, kind: 'text', value: secret }),
    withItem({ code: 'a', kind: 'date', value: secret }),
  ];
  for (const line of lines) expect(JSON.stringify(check(line).reject)).not.toMatch(/peeters/);
});

test('unknown keys are ignored, __proto__ among them; a full day ahead is not too far', () => {
  expect(faultOf(`{"__proto__":{"type":"x"},${JSON.stringify(good).slice(1)}`)).toBe('no fault');
  expect(faultOf({ ...good, extra: 1, data: { registered: true, registeredOn: null, extra: [] } })).toBe(
    'no fault',
  );
  expect(faultOf({ ...good, time: '2026-11-23T12:00:00Z' })).toBe('no fault');
});

test('every line ends as an event or as a reject, however it is mangled', () => {
  const lines = [
    good,
    notRegistered('K1'),
    contact('K1', '2026-11-01T08:00:00Z', { phone: '1' }),
    shown('P1', 'x'),
  ];
  const seeds = [...lines, hidden('P1', 'ended'), erased('K1', 'customer')].map((line) =>
    JSON.stringify(line),
  );
  const cut = fc.record({
    line: fc.constantFrom(...seeds),
    at: fc.nat(),
    gone: fc.nat({ max: 12 }),
    put: fc.oneof(fc.string(), fc.json(), fc.constantFrom('null', '{}', '"', '\\ud800', ']')),
  });
  fc.assert(
    fc.property(cut, ({ line, at, gone, put }) => {
      const start = at % line.length;
      const { event, reject } = check(line.slice(0, start) + put + line.slice(start + gone));
      expect(Number(event !== undefined) + Number(reject !== undefined)).toBe(1);
    }),
    { numRuns: 500 },
  );
});

test('any JSON in the place of the data ends as an event or as a reject', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.constantFrom(good, shown('P1', simpleView.name)), (data, line) => {
      const { event, reject } = check({ ...line, data });
      expect(event === undefined).toBe(reject !== undefined);
    }),
  );
});
