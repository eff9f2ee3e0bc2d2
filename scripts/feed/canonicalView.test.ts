import { createHash } from 'node:crypto';
import { viewDocument } from './canonicalView.ts';
import { view } from './view.ts';

const parsed = (value: unknown) => view.parse(value);

test('the order of keys and keys unknown to the contract make no difference', () => {
  const item = { code: 'premium', kind: 'money', value: { currency: 'EUR', amount: '504.92', taxed: true } };
  const one = viewDocument(parsed({ title: 'Auto', sections: [{ code: 'cost', items: [item] }], extra: 1 }));
  const other = viewDocument(
    parsed({
      sections: [
        {
          items: [{ value: { amount: '504.92', currency: 'EUR' }, kind: 'money', code: 'premium' }],
          code: 'cost',
        },
      ],
      title: 'Auto',
    }),
  );
  expect(one).toEqual(other);
  expect(one.text).toBe(
    '{"sections":[{"code":"cost","items":[{"code":"premium","kind":"money","value":{"amount":"504.92","currency":"EUR"}}]}],"title":"Auto","v":1}',
  );
  expect(one.hash).toBe(createHash('sha256').update(one.text).digest('hex'));
});

test('a kind that nobody knows keeps its value whole', () => {
  const value = { deep: [1, 'two', { three: null }] };
  const document = viewDocument(
    parsed({ title: 'x', sections: [{ code: 'a', items: [{ code: 'b', kind: 'map', value }] }] }),
  );
  expect(JSON.parse(document.text)).toMatchObject({ sections: [{ items: [{ kind: 'map', value }] }] });
});
