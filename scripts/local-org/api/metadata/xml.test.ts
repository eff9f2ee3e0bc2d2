import { element } from './xml.ts';

test('nests objects, repeats lists, leaves out nothing values, escapes text', () => {
  expect(element('r', { a: [1, 'x<&>"\''], b: { c: true }, d: null, e: undefined, f: [] })).toBe(
    '<r><a>1</a><a>x&lt;&amp;&gt;&quot;&apos;</a><b><c>true</c></b></r>',
  );
});
