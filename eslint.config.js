import lockerBase from '@locker/eslint-config-locker/base.js';
import locker from '@locker/eslint-plugin-locker';
import lockerRecommended from '@locker/eslint-config-locker/recommended.js';
import lwcConfig from '@salesforce/eslint-config-lwc';
import lwcPlatform from '@lwc/eslint-plugin-lwc-platform';
import importPlugin from 'eslint-plugin-import';
import slds from '@salesforce-ux/eslint-plugin-slds';
import tseslint from 'typescript-eslint';

const lwcRules = lwcConfig.configs.recommended.map(({ languageOptions: _parser, ...config }) => config);
const onLwc = (configs) => configs.map((config) => ({ ...config, files: ['force-app/**/lwc/**/*.ts'] }));

const lockerRules = Object.fromEntries(
  Object.keys({ ...lockerBase.rules, ...lockerRecommended.rules }).map((rule) => [rule, 'error']),
);

/** A test or hook with a time limit of its own, which a busy machine would exceed. */
const OWN_TIME_LIMITS = [
  'CallExpression[callee.name=/^(test|it)$/][arguments.length>2]',
  'CallExpression[callee.callee.object.name=/^(test|it)$/][arguments.length>2]',
  'CallExpression[callee.name=/^(before|after)(All|Each)$/][arguments.length>1]',
  'CallExpression[callee.object.name="jest"][callee.property.name="setTimeout"]',
];

const TESTS = ['**/*.test.ts', '**/__tests__/**', 'scripts/tests/**'];

export default tseslint.config(
  {
    ignores: [
      'node_modules/',
      '.local/',
      '.sync/',
      'coverage/',
      'force-app/**/lwc/**/*.js',
      'scripts/schema/generated/',
      '**/*.d.ts',
    ],
  },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['**/*.{ts,js}'], ignores: ['force-app/**'], plugins: { import: importPlugin } },
  {
    files: ['**/*.ts'],
    extends: [tseslint.configs.strictTypeChecked, tseslint.configs.stylisticTypeChecked],
    languageOptions: { parserOptions: { projectService: true, tsconfigRootDir: import.meta.dirname } },
    rules: {
      'max-lines': ['error', { max: 300 }],
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
      '@typescript-eslint/consistent-type-imports': 'error',
      '@typescript-eslint/switch-exhaustiveness-check': 'error',
    },
  },
  ...onLwc(lwcRules),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    plugins: { '@lwc/lwc-platform': lwcPlatform },
    rules: {
      ...lwcPlatform.configs.recommended.rules,
      '@lwc/lwc/no-inner-html': 'error',
      '@typescript-eslint/no-extraneous-class': 'off',
      // tsc checks what is imported and exported.
      'import/no-unresolved': 'off',
      'import/default': 'off',
      'import/export': 'off',
      'import/named': 'off',
      'import/namespace': 'off',
      'no-unused-vars': 'off',
      'no-undef': 'off',
      // tsc checks both, and knows when a switch is complete.
      'consistent-return': 'off',
      'default-case': 'off',
      // The main function of a file comes first, its helpers after it.
      'no-use-before-define': ['error', { functions: false, variables: false }],
    },
  },
  {
    // One dialect: one import per module, function declarations for functions with a statement body.
    files: ['**/*.{ts,js}'],
    rules: {
      'import/no-duplicates': ['error', { 'prefer-inline': true }],
      'no-restricted-syntax': [
        'error',
        {
          selector:
            "VariableDeclarator[id.type='Identifier']:not([id.typeAnnotation]) > ArrowFunctionExpression[body.type='BlockStatement']",
          message: 'Declare it: function name(...) { ... }',
        },
        ...OWN_TIME_LIMITS.map((selector) => ({
          selector,
          message: 'Limits guard against hanging only: scripts/tests/kit/hang.ts has those of every runner.',
        })),
      ],
    },
  },
  {
    // What Lightning Web Security forbids or changes; the local pages would not show it.
    files: ['force-app/**/lwc/**/*.ts'],
    plugins: { '@locker/locker': locker },
    rules: {
      ...lockerRules,
    },
  },
  { files: ['force-app/**/lwc/**/*.{html,css}'], extends: [slds.configs['flat/recommended']] },
  {
    files: TESTS,
    rules: {
      '@typescript-eslint/no-non-null-assertion': 'off',
      '@typescript-eslint/no-unsafe-assignment': 'off',
      '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off',
    },
  },
  { files: ['**/*.js'], extends: [tseslint.configs.disableTypeChecked] },
);
