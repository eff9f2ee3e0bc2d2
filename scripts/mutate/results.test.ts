import { sectionOf, withSection, type MutationReport } from './results.ts';

const SOURCE = "const a = b ?? '';\nif (a !== undefined && a > 1)\n  f(`x`);\n";

/** A mutant from one column of the first line to another, or of the second. */
const mutant = (
  status: string,
  mutatorName: string,
  replacement: string,
  [line, from, to]: readonly [number, number, number],
) => ({
  status,
  mutatorName,
  replacement,
  location: { start: { line, column: from }, end: { line, column: to } },
});
const report: MutationReport = {
  files: {
    'scripts/x/a.ts': {
      source: SOURCE,
      mutants: [
        mutant('Survived', 'ConditionalExpression', 'true', [2, 5, 20]),
        mutant('NoCoverage', 'StringLiteral', '"other"', [1, 16, 18]),
        mutant('Killed', 'EqualityOperator', 'a >= 1', [2, 24, 29]),
        mutant('Timeout', 'EqualityOperator', 'a <= 1', [2, 24, 29]),
        mutant('Survived', 'BooleanLiteral', 'g(`x`)', [3, 3, 9]),
        mutant('Ignored', 'BooleanLiteral', 'x', [3, 3, 9]),
      ],
    },
  },
};
const measured = { folder: 'scripts/x', aim: 90, day: '2026-12-01', commit: 'abc' };

test('a section has the score and every survivor by its kind', () => {
  expect(sectionOf(report, measured)).toBe(
    [
      '## scripts/x',
      '2026-12-01, commit abc: 2 of 5 noticed, 40 %, aim 90 %.',
      'The default of a value that is there by construction: the compiler asks for it (`noUncheckedIndexedAccess`).',
      '- a.ts:1 `\'\'` → `"other"`',
      'A check for undefined beside a comparison that is false for undefined anyway: the compiler asks for it.',
      '- a.ts:2 `a !== undefined` → `true`',
      'Not looked at yet: a rule that no test holds, or code that is redundant.',
      '- a.ts:3 ``f(`x`)`` → ``g(`x`)``',
    ].join('\n\n'),
  );
});

test('a section takes the place of the one before, and the table tells of all folders', () => {
  const order = ['scripts/w', 'scripts/x', 'scripts/y'];
  const first = withSection('# Mutants\n\nWords.\n', sectionOf(report, measured), order);
  const second = withSection(
    first,
    '## scripts/w\n\n2026-12-02, commit def: 9 of 9 noticed, 100 %, aim 90 %.',
    order,
  );
  const again = withSection(
    second,
    '## scripts/x\n\n2026-12-03, commit ghi: 5 of 5 noticed, 100 %, aim 90 %.',
    order,
  );
  expect(again).toBe(`# Mutants

Words.

| folder    | mutants | noticed      | on         | commit |
| --------- | ------- | ------------ | ---------- | ------ |
| scripts/w | 9       | 100 %        | 2026-12-02 | def    |
| scripts/x | 5       | 100 %        | 2026-12-03 | ghi    |
| scripts/y |         | not measured |            |        |

## scripts/w

2026-12-02, commit def: 9 of 9 noticed, 100 %, aim 90 %.

## scripts/x

2026-12-03, commit ghi: 5 of 5 noticed, 100 %, aim 90 %.
`);
});
