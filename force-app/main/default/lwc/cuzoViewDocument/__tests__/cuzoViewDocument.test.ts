import { readView } from 'c/cuzoViewDocument';

function read(document: unknown): ReturnType<typeof readView> {
  return readView(JSON.stringify(document));
}

describe('c/cuzoViewDocument', () => {
  test('reads what the job writes', () => {
    const item = { code: 'premium', kind: 'money', value: { amount: '504.92', currency: 'EUR' } };
    const documents = [{ type: 'green-card', issuedOn: '2026-01-02' }];
    const sections = [{ code: 'premium', label: { nl: 'Premie' }, items: [item] }];
    expect(read({ v: 1, title: 'Car', sections, documents })).toEqual({ title: 'Car', sections, documents });
  });

  test.each([
    ['no JSON', '{'],
    ['a list', '[]'],
    ['null', 'null'],
    ['a text', '"v"'],
    ['no version', '{"sections":[]}'],
    ['an earlier version', '{"v":0,"sections":[]}'],
    ['a version as text', '{"v":"1","sections":[]}'],
    ['no sections', '{"v":1,"title":"x"}'],
    ['sections that are no list', '{"v":1,"sections":{}}'],
  ])('%s is unreadable', (_name, text) => {
    expect(readView(text)).toBe('unreadable');
  });

  test('a later version is told apart, whatever it holds', () => {
    expect(readView('{"v":2}')).toBe('later-version');
  });

  test.each<[string, unknown, unknown]>([
    ['a section that is a text', 'odd', { code: '', items: [{ code: '', kind: '', value: 'odd' }] }],
    ['a section without items', { code: 'a' }, { code: 'a', items: [] }],
    [
      'items that are one thing',
      { code: 'a', items: 7 },
      { code: 'a', items: [{ code: '', kind: '', value: 7 }] },
    ],
    [
      'an item without a kind',
      { code: 'a', items: [{ code: 'x', value: 1 }] },
      { code: 'a', items: [{ code: 'x', kind: '', value: 1 }] },
    ],
    ['a code that is no text', { code: 5, items: [] }, { code: '', items: [] }],
    ['a label that is a number', { code: 'a', label: 5, items: [] }, { code: 'a', items: [] }],
    ['a label that is a list', { code: 'a', label: ['x'], items: [] }, { code: 'a', items: [] }],
  ])('%s hides nothing of the rest', (_name, section, expected) => {
    const whole = { code: 'rest', items: [{ code: 'x', kind: 'text', value: 'y' }] };
    expect(read({ v: 1, sections: [section, whole] })).toEqual({
      title: '',
      sections: [expected, whole],
      documents: [],
    });
  });

  test.each<[string, unknown, unknown]>([
    ['none', undefined, []],
    ['null', null, []],
    ['a text in the list', ['policy'], [{ type: 'policy', issuedOn: '' }]],
    ['a document that is no list', { type: 'policy' }, [{ type: 'policy', issuedOn: '' }]],
    ['a day that is no text', [{ type: 'policy', issuedOn: 3 }], [{ type: 'policy', issuedOn: '' }]],
  ])('documents: %s', (_name, documents, expected) => {
    expect(read({ v: 1, title: 'x', sections: [], documents })).toEqual({
      title: 'x',
      sections: [],
      documents: expected,
    });
  });
});
