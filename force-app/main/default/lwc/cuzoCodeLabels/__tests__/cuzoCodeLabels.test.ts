import { codeLabel } from 'c/cuzoCodeLabels';

describe('c-cuzo-code-labels', () => {
  test.each([
    ['section', 'main-driver', 'Hoofdbestuurder'],
    ['item', 'power-kw', 'Vermogen (kW)'],
    ['product', 'car', 'Auto'],
    ['reason', 'niche', 'Nicheproducten zoals BA Jacht staan niet in de klantenzone.'],
    ['document', 'green-card', 'Groene kaart'],
  ] as const)('%s %s is %s', (kind, code, label) => {
    expect(codeLabel(kind, code)).toBe(label);
  });

  test.each(['flying-carpet', 'constructor', '', 'Other'])('%j has none', (code) => {
    expect(codeLabel('reason', code)).toBeUndefined();
  });
});
