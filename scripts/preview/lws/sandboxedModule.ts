import type { OutputChunk, OutputOptions } from 'rollup';
import { platformExpression } from '../vendor/resolvePlatform.ts';
import { SANDBOX_SPECIFIER } from './sandboxBundle.ts';

/**
 * The sandbox of all bundles that are deployed without a package namespace: components of one namespace share one (Lightning
 * Web Security guide, "Namespaces").
 */
const NAMESPACE = 'c';

/** Rollup output for the sandbox: functions that receive their imports, like the platform's AMD modules. */
export const SANDBOXED_OUTPUT: OutputOptions = {
  format: 'amd',
  exports: 'named',
  interop: 'esModule',
  esModule: false,
  externalLiveBindings: false,
  hoistTransitiveImports: false,
  amd: { forceJsExtensionForImports: true },
};

/**
 * The ES module that evaluates an AMD chunk in the sandbox of its namespace, as an org does. Imports are passed in from
 * outside (platform modules, values of `@salesforce/*`, other bundles), and exports are passed out.
 */
export function sandboxedModule({ code, fileName, exports }: OutputChunk): string {
  const dependencies = namesIn(code).map((specifier, index) => dependency(specifier, `given${index}`));
  const imports = dependencies.flatMap((part) => part.statement);
  const names = exports.map((name, index) => ({ name, local: `exported${index}` }));
  return [
    `import { evaluateFunction, wrapDependency } from '${SANDBOX_SPECIFIER}';`,
    ...imports,
    'const exported = {};',
    `evaluateFunction('${NAMESPACE}', ${JSON.stringify(definition(code))}, {}, ${JSON.stringify(`//# sourceURL=lws/${fileName}`)})(`,
    `  ${dependencies.map((part) => part.value).join(', ')}`,
    ');',
    ...names.map(({ name, local }) => `const ${local} = exported[${JSON.stringify(name)}];`),
    `export { ${names.map(({ name, local }) => `${local} as ${name}`).join(', ')} };`,
    '',
  ].join('\n');
}

/** The source of a function that runs the chunk with the modules that its `define` lists. */
function definition(code: string): string {
  return `function (...given) {
let factory;
const define = (...parts) => { factory = parts.pop(); };
${code}
return factory(...given);
}`;
}

/** The modules that the chunk's `define` lists, `exports` among them. */
function namesIn(code: string): readonly string[] {
  const [, list] = /^define\((\[[^\]]*\]),/.exec(code) ?? [];
  return list === undefined ? [] : (JSON.parse(list.replaceAll("'", '"')) as string[]);
}

function dependency(
  specifier: string,
  local: string,
): { readonly statement: readonly string[]; readonly value: string } {
  if (specifier === 'exports') return { statement: [], value: 'exported' };
  const value = platformExpression(specifier);
  if (value !== undefined) return { statement: [], value: `{ default: ${value} }` };
  return {
    statement: [`import * as ${local} from ${JSON.stringify(specifier)};`],
    // Passes the namespace object itself, because the sandbox identifies modules by it.
    value: `wrapDependency(${local}, ${JSON.stringify(specifier)}, '${NAMESPACE}')`,
  };
}
