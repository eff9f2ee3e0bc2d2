import { knownPath } from './knownPath.ts';

const known = (path: string, line: unknown): string => knownPath(path.split('/'), line).join('/');
const itemWith = (item: unknown): unknown => ({ data: { view: { sections: [{ items: [item] }] } } });

test.each<[string, unknown, string]>([
  ['data/view/sections/0/items/0/value/amount', itemWith({ value: { amount: 1 } }), ''],
  ['data/view/sections/0/items/0/label/nl', itemWith({ label: { nl: 1 } }), ''],
  ['data/view/documents/1/issuedOn', { data: { view: { documents: [{}, { issuedOn: 1 }] } } }, ''],
  ['data/address/country', { data: { address: { country: 'x' } } }, ''],
  ['data/registeredOn', { data: {} }, ''],
  ['subject', {}, ''],
])('%s is known wholly', (path, line) => {
  expect(known(path, line)).toBe(path);
});

test.each<[string, unknown, string]>([
  ['jan', { jan: 1 }, ''],
  ['data/jan/street', { data: { jan: { street: 1 } } }, 'data'],
  ['data/title', { data: { title: 1 } }, 'data'],
  ['data/0/title', { data: [{ title: 1 }] }, 'data'],
  ['data/view/sections/0/items/0/value/map/amount', itemWith({ value: { map: { amount: 1 } } }), '.../value'],
  ['data/view/sections/0/items/0/value/0', itemWith({ value: ['x'] }), '.../value'],
  ['data/view/sections/7/code', { data: { view: { sections: { 7: { code: 1 } } } } }, 'data/view/sections'],
  ['data/view/sections/0/items/0/label/jan', itemWith({ label: { jan: 1 } }), '.../label'],
  ['constructor', {}, ''],
  ['data/__proto__', { data: {} }, 'data'],
  ['data/view/toString', { data: { view: {} } }, 'data/view'],
])('%s is known up to a key of its own', (path, line, expected) => {
  expect(known(path, line)).toBe(expected.replace('...', 'data/view/sections/0/items/0'));
});
