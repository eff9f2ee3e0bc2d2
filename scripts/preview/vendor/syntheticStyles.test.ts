import { syntheticStyles } from './syntheticStyles.ts';

const plain = (css: string): string =>
  syntheticStyles(css).replace(/\s+/g, ' ').replaceAll('{ ', '{').replaceAll(' }', '}').trim();

test.each([
  ['imports stay', "@import './a.css';\n@import 'b/c';", "@import './a.css'; @import 'b/c';"],
  ['a rule of every shadow stays', '*, *::before { box-sizing: border-box; }', undefined],
  [
    'a rule of a native shadow goes',
    ":host([data-render-mode='shadow']) p { a: b } p { c: d }",
    'p { c: d }',
  ],
  ['quoted either way', ':host([data-render-mode="shadow"][x]) { a: b }', ''],
  ['selectors in parentheses are one', ":host([data-render-mode='shadow']) :is(a, b) { c: d }", ''],
  ['unless another selector has it', ":host([data-render-mode='shadow']) a, :host([b]) { c: d }", undefined],
  ['unless it is the other way round', ":host(:not([data-render-mode='shadow'])) { a: b }", undefined],
  [
    'within a group',
    "@media print { :host([data-render-mode='shadow']) { a: b } p { c: d } }",
    '@media print {p { c: d }}',
  ],
  ['with a group that held nothing else', "@media print { :host([data-render-mode='shadow']) { a: b } }", ''],
  ['frames of an animation stay', '@keyframes x { 0% { a: b } 100% { a: c } }', undefined],
  [
    'braces in a string and in a comment',
    `/* } */ p::after { content: '}{;' } /* { */ q { a: b }`,
    `p::after { content: '}{;' } q { a: b }`,
  ],
])('%s', (_name, css, kept = css) => {
  expect(plain(css)).toBe(plain(kept));
});
