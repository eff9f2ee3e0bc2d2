import type { Plugin } from 'rollup';

const SCOPES = /^@salesforce\/(i18n|label|client|user|customPermission|userPermission|schema)\/(.+)$/;
const MARKER = '\0platform:';

/**
 * Resolves the `@salesforce/*` imports to values of the page that loads the code, so that one build serves every user and
 * language. The page puts them on `globalThis.lightningPlatform` before any module runs. Labels and calendars of the base
 * components themselves (`owned`) stay those of their package.
 */
export function resolvePlatform(owned: (specifier: string) => boolean = () => false): Plugin {
  return {
    name: 'platform-values',
    resolveId: (specifier) => (SCOPES.test(specifier) && !owned(specifier) ? MARKER + specifier : null),
    load(id) {
      if (!id.startsWith(MARKER)) return null;
      const [, scope = '', name = ''] = SCOPES.exec(id.slice(MARKER.length)) ?? [];
      return `export default ${expression(scope, name)};`;
    },
  };
}

function expression(scope: string, name: string): string {
  if (scope === 'schema') {
    const [objectApiName, ...path] = name.split('.');
    return JSON.stringify(
      path.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: path.join('.') },
    );
  }
  return `globalThis.lightningPlatform.value(${JSON.stringify(scope)}, ${JSON.stringify(name)})`;
}
