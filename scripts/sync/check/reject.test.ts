import { contact, hidden, registration, shown, type Sent } from '../../tests/kit/events.ts';
import { checkLine } from './checkLine.ts';

const NOW = Date.parse('2026-11-22T12:00:00Z');
const GOOD = registration('K1', null);
const ITEM = { code: 'a', kind: 'text', value: 'x' };
const IN_ITEM = '/data/view/sections/0/items/0';

const viewOf = (view: Sent): Sent => shown('P1', 'x', {}, { view: { title: 'x', sections: [], ...view } });
const itemOf = (over: Sent): Sent => viewOf({ sections: [{ code: 'a', items: [{ ...ITEM, ...over }] }] });
const addressOf = (address: unknown): Sent => contact('K1', '2026-11-01T08:00:00Z', { address });

test.each<[string, Sent]>([
  ['MISSING /type', { ...GOOD, type: undefined }],
  ['UNKNOWN_TYPE /type', { ...GOOD, type: 7 }],
  ['MISSING /source', { ...GOOD, source: undefined }],
  ['UNKNOWN_SOURCE /source', { ...GOOD, source: ['/portals/mypv'] }],
  ['WRONG_TYPE /data', { ...GOOD, data: null }],
  ['WRONG_TYPE /data', { ...GOOD, data: [] }],
  ['MISSING /data/shown', { ...hidden('P1', 'ended'), data: { product: 'car', reason: 'ended' } }],
  ['INVALID_VALUE /data/shown', { ...hidden('P1', 'ended'), data: { shown: 'no', product: 'car' } }],
  ['WRONG_TYPE /data/address', addressOf('Proefweg 1')],
  ['MISSING /data/address/street', addressOf({ houseNumber: '1' })],
  [
    'INVALID_VALUE /data/view/documents/0/type',
    viewOf({ documents: [{ type: 'A', issuedOn: '2026-01-02' }] }),
  ],
  ['MISSING /data/view/documents/1/type', viewOf({ documents: [{ type: 'a', issuedOn: '2026-01-02' }, {}] })],
  ['WRONG_TYPE /data/view/sections/0', viewOf({ sections: [null] })],
])('the fault is found where it is: %s', (fault, line) => {
  expect(faultOf(line)).toBe(fault);
});

test.each<[string, Sent]>([
  [`WRONG_TYPE ${IN_ITEM}/label/fr`, itemOf({ label: { nl: 'x', fr: 1 } })],
  [`WRONG_TYPE ${IN_ITEM}/label`, itemOf({ label: 7 })],
  [
    'WRONG_TYPE /data/view/sections/0/label/de',
    viewOf({ sections: [{ code: 'a', items: [], label: { de: 1 } }] }),
  ],
  [`MISSING ${IN_ITEM}/kind`, itemOf({ kind: undefined })],
  [`WRONG_TYPE ${IN_ITEM}/kind`, itemOf({ kind: 1 })],
  [`MISSING ${IN_ITEM}/value`, itemOf({ value: undefined })],
  [`WRONG_TYPE ${IN_ITEM}/value`, itemOf({ kind: 'money', value: '5 EUR' })],
  [`MISSING ${IN_ITEM}/value/currency`, itemOf({ kind: 'money', value: { amount: '5' } })],
  [`INVALID_VALUE ${IN_ITEM}/code`, itemOf({ code: 'A', kind: 'map' })],
])('where several forms are possible, it is a fault of the closest: %s', (fault, line) => {
  expect(faultOf(line)).toBe(fault);
});

function faultOf(line: Sent): string {
  const { reject } = checkLine({ number: 1, bytes: Buffer.from(JSON.stringify(line)) }, NOW);
  return reject ? `${reject.code} ${reject.path}` : 'no fault';
}
