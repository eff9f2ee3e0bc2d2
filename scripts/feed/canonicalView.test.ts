import canonicalize from 'canonicalize';
import fc from 'fast-check';
import { createHash } from 'node:crypto';
import { viewDocument } from './canonicalView.ts';
import { LANGUAGES } from './language.ts';
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

test('a label keeps its texts in every language, known or not, and nothing else', () => {
  const label = { nl: 'Waarborg', es: 'Cobertura', 'pt-BR': 'Cobertura', xx: 1, note_for: 'x', '10': 'x' };
  const given = { title: 'x', sections: [{ code: 'a', label, items: [] }] };
  const kept = '{"es":"Cobertura","nl":"Waarborg","pt-BR":"Cobertura"}';
  const document = viewDocument(parsed(given));
  expect(document.text).toContain(`"label":${kept}`);
  const { es, ...without } = label;
  const other = viewDocument(parsed({ title: 'x', sections: [{ code: 'a', label: without, items: [] }] }));
  expect([es, other.hash === document.hash]).toEqual(['Cobertura', false]);
});

test('keys are in the order of their UTF-16 units, those that look like numbers too', () => {
  const value = { b: 1, a: 2, '10': 3, '9': 4, '\u{1F600}': 5, '\uFB33': 6, B: 7, '': 8 };
  const document = viewDocument(
    parsed({ title: 'x', sections: [{ code: 'a', items: [{ code: 'b', kind: 'map', value }] }] }),
  );
  expect(document.text).toContain('"value":{"":8,"10":3,"9":4,"B":7,"a":2,"b":1,"\u{1F600}":5,"\uFB33":6}');
});

test('the text is the canonical JSON of RFC 8785, whatever a view holds', () => {
  const label = fc.option(
    fc.oneof(
      fc.string(),
      fc.record(Object.fromEntries([...LANGUAGES, 'es'].map((tag) => [tag, fc.string()])), {
        requiredKeys: [],
      }),
    ),
    { nil: undefined },
  );
  const item = fc.oneof(
    fc.record({ kind: fc.constant('text'), value: fc.string({ unit: 'grapheme' }) }),
    fc.record({ kind: fc.constant('percent'), value: fc.double({ noNaN: true, noDefaultInfinity: true }) }),
    fc.record({ kind: fc.constant('covered'), value: fc.boolean() }),
    fc.record({
      kind: fc.constant('money'),
      value: fc.record({ currency: fc.constant('EUR'), amount: fc.constant('1.50') }),
    }),
    fc.record({
      kind: fc.constant('number'),
      value: fc.record(
        { value: fc.double({ noNaN: true, noDefaultInfinity: true }), unit: fc.string() },
        { requiredKeys: ['value'] },
      ),
    }),
    fc.record({ kind: fc.constant('map'), value: fc.jsonValue() }),
  );
  const sections = fc.array(
    fc.record({ label, code: fc.constant('a-1'), items: fc.array(fc.tuple(label, item)) }),
    { maxLength: 3 },
  );
  const documents = fc.option(fc.array(fc.constant({ type: 'policy', issuedOn: '2026-01-02' })), {
    nil: undefined,
  });
  fc.assert(
    fc.property(
      sections,
      documents,
      fc.option(fc.string(), { nil: undefined }),
      (drawn, papers, language) => {
        const given = parsed({
          title: 'x',
          ...(language === undefined ? {} : { language }),
          sections: drawn.map(({ items, ...rest }) => ({
            ...rest,
            items: items.map(([itemLabel, one]) => ({ ...one, code: 'b', label: itemLabel })),
          })),
          documents: papers,
        });
        expect(viewDocument(given).text).toBe(canonicalize({ v: 1, ...given }));
      },
    ),
  );
});
