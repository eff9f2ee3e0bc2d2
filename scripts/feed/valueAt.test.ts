import { valueAt } from './valueAt.ts';

const LINE = { data: { items: [{ value: 7 }, null], text: 'x' } };

test.each<[string, unknown]>([
  ['data.items.0.value', 7],
  ['data.items.1', null],
  ['data.text', 'x'],
  ['data.items.1.value', undefined],
  ['data.items.2.value', undefined],
  ['data.text.value', undefined],
  ['none.value.value', undefined],
])('at %s is %p', (path, value) => {
  expect(valueAt(LINE, path.split('.'))).toBe(value);
});

test('at no path is the value itself', () => {
  expect(valueAt(LINE, [])).toBe(LINE);
});
