/** Our rules of style, for oxlint: `.oxlintrc.json` turns them on. A rule has ESLint's form; keys are esquery selectors. */
export default {
  meta: { name: 'own' },
  rules: {
    /** One dialect: function declarations for functions with a statement body. */
    'declared-functions': refuse(
      [
        "VariableDeclarator[id.type='Identifier']:not([id.typeAnnotation]) > ArrowFunctionExpression[body.type='BlockStatement']",
      ],
      'Declare it: function name(...) { ... }',
    ),
    /** A test or hook with a time limit of its own, which a busy machine would exceed. */
    'no-time-limits': refuse(
      [
        'CallExpression[callee.name=/^(test|it)$/][arguments.length>2]',
        'CallExpression[callee.callee.object.name=/^(test|it)$/][arguments.length>2]',
        'CallExpression[callee.name=/^(before|after)(All|Each)$/][arguments.length>1]',
        'CallExpression[callee.object.name="jest"][callee.property.name="setTimeout"]',
      ],
      'Limits guard against hanging only: scripts/tests/kit/hang.ts has those of every runner.',
    ),
    /** jest's toEqual takes [undefined] for []. */
    'strict-emptiness': refuse(
      ["CallExpression[callee.property.name='toEqual'] > ArrayExpression[elements.length=0]"],
      'Write toStrictEqual([]): toEqual takes [undefined] for nothing.',
    ),
  },
};

function refuse(selectors, message) {
  return {
    create: (context) =>
      Object.fromEntries(
        selectors.map((selector) => [
          selector,
          (node) => {
            context.report({ node, message });
          },
        ]),
      ),
  };
}
