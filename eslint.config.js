import lockerBase from '@locker/eslint-config-locker/base.js';
import locker from '@locker/eslint-plugin-locker';
import lockerRecommended from '@locker/eslint-config-locker/recommended.js';
import lwcConfig from '@salesforce/eslint-config-lwc';
import lwcPlatform from '@lwc/eslint-plugin-lwc-platform';
import slds from '@salesforce-ux/eslint-plugin-slds';
import tseslint from 'typescript-eslint';

// Salesforce's rules for components. What TypeScript says and our own style is oxlint's: .oxlintrc.json.

const lwcRules = lwcConfig.configs.recommended.map(({ languageOptions: _parser, ...config }) => config);
const onLwc = (configs) => configs.map((config) => ({ ...config, files: ['force-app/**/lwc/**/*.ts'] }));

const lockerRules = Object.fromEntries(
  Object.keys({ ...lockerBase.rules, ...lockerRecommended.rules }).map((rule) => [rule, 'error']),
);

export default tseslint.config(
  { ignores: ['**', '!force-app/**', 'force-app/**/lwc/**/*.js', '**/*.d.ts'] },
  { linterOptions: { reportUnusedDisableDirectives: 'error' } },
  { files: ['force-app/**/lwc/**/*.ts'], languageOptions: { parser: tseslint.parser } },
  ...onLwc(lwcRules),
  {
    files: ['force-app/**/lwc/**/*.ts'],
    plugins: { '@lwc/lwc-platform': lwcPlatform },
    rules: {
      ...lwcPlatform.configs.recommended.rules,
      '@lwc/lwc/no-inner-html': 'error',
      // The compiler checks what is imported and exported.
      'import/no-unresolved': 'off',
      'import/default': 'off',
      'import/export': 'off',
      'import/named': 'off',
      'import/namespace': 'off',
      'no-unused-vars': 'off',
      'no-undef': 'off',
      // The compiler checks both, and knows when a switch is complete.
      'consistent-return': 'off',
      'default-case': 'off',
      // The main function of a file comes first, its helpers after it.
      'no-use-before-define': ['error', { functions: false, variables: false }],
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
  { files: ['**/__tests__/**'], rules: { '@lwc/lwc/no-unexpected-wire-adapter-usages': 'off' } },
);
