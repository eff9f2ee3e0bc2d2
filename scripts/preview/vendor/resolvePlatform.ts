import type { Plugin } from 'rollup';

const SCOPES = /^@salesforce\/(i18n|label|client|user|customPermission|userPermission|schema)\/(.+)$/;
const MARKER = '\0platform:';

/**
 * Resolves the `@salesforce/*` imports to values of the page that loads the code, so that one build serves every user and
 * language. The page puts them on `globalThis.lightningPlatform` before any module runs.
 */
export const RESOLVE_PLATFORM: Plugin = {
  name: 'platform-values',
  resolveId: (specifier) => (SCOPES.test(specifier) ? MARKER + specifier : null),
  load(id) {
    if (!id.startsWith(MARKER)) return null;
    return `export default ${platformExpression(id.slice(MARKER.length)) ?? 'undefined'};`;
  },
};

/** Leaves the `@salesforce/*` imports in, for code that gets their values passed in. */
export const KEEP_PLATFORM: Plugin = {
  name: 'platform-values-given',
  resolveId: (specifier) => (SCOPES.test(specifier) ? { id: specifier, external: true } : null),
};

/** JavaScript that gives the value of an `@salesforce/<scope>/<name>` import in a page; undefined for another module. */
export function platformExpression(specifier: string): string | undefined {
  const [, scope, name = ''] = SCOPES.exec(specifier) ?? [];
  if (scope === undefined) return undefined;
  if (scope === 'schema') {
    const [objectApiName, ...path] = name.split('.');
    return JSON.stringify(
      path.length === 0 ? { objectApiName } : { objectApiName, fieldApiName: path.join('.') },
    );
  }
  return `globalThis.lightningPlatform.value(${JSON.stringify(scope)}, ${JSON.stringify(name)})`;
}
