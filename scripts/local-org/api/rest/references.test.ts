import { fillReferences } from './references.ts';

const answers = new Map<string, unknown>([
  ['a', { id: '001', count: 2 }],
  ['list', [{ id: 'x' }, { id: 'y' }]],
  ['query', { records: [{ Owner: { Name: 'Ann' } }] }],
]);

test('fills references in texts at any depth', () => {
  const body = {
    AccountId: '@{a.id}',
    nested: [{ Name: 'by @{query.records[0].Owner.Name} of @{list[1].id}' }],
    n: 1,
    none: null,
  };
  expect(fillReferences(body, answers)).toEqual({
    AccountId: '001',
    nested: [{ Name: 'by Ann of y' }],
    n: 1,
    none: null,
  });
});

test.each(['@{none.id}', '@{a.nothing}', '@{query.records[7].Id}', '@{query.records}'])(
  '%s has no value',
  (text) => {
    expect(() => fillReferences(text, answers)).toThrow(
      expect.objectContaining({ errorCode: 'PROCESSING_HALTED' }) as Error,
    );
  },
);
