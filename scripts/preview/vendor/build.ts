import { build, type OnLoadResult, type OnResolveArgs, type OnResolveResult, type Plugin } from 'esbuild';
import { existsSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { packagesFolder } from '../folders.ts';
import { compiledSource } from './baseSource.ts';
import { baseModules, PLATFORM_MODULES } from './modules.ts';
import { platformExpression } from './resolvePlatform.ts';

/** The task of the worker: the modules to bundle, and the folder for `<specifier>.js`. */
export interface VendorOrder {
  readonly specifiers: readonly string[];
  readonly folder: string;
  /** Whether components of the pages may have a shadow root of the browser's own. */
  readonly isNative: boolean;
}

const basePackage = join(packagesFolder, 'lightning-base-components');
const baseFolder = join(basePackage, 'src', 'lightning');

const ENGINE_FILES: Readonly<Record<string, string>> = {
  lwc: '@lwc/engine-dom/dist/index.js',
  '@lwc/synthetic-shadow': '@lwc/synthetic-shadow/dist/index.js',
};

/** Modules that the package has for others than its own (`@salesforce/gate/...`): specifier -> file. */
const standIns: Readonly<Record<string, string>> = Object.fromEntries(
  (
    JSON.parse(readFileSync(join(basePackage, 'package.json'), 'utf8')) as {
      readonly lwc: { readonly modules: readonly { readonly name?: string; readonly path?: string }[] };
    }
  ).lwc.modules.flatMap(({ name, path }) => (name && path ? [[name, join(basePackage, path)]] : [])),
);

/** The file of `lightning/<name>`: a component, or a module of styles alone. */
function baseFile(specifier: string): string | undefined {
  // Pages are read from the left, so that the icons for the other direction, as many again, would never be loaded.
  const folder = specifier.slice('lightning/'.length).replace(/^(iconSvgTemplates\w+)Rtl$/, '$1');
  return ['js', 'html', 'css']
    .map((extension) => join(baseFolder, folder, `${folder}.${extension}`))
    .find((file) => existsSync(file));
}

const LABEL = '@salesforce/label/';
/** The calendars of the base components stay those of their package. */
const OWNED = /calendarData|digits$/;
const DEFAULT = /^export (default\b|\{[^}]*\bdefault\s*[,}])/m;
const BASE_SOURCE = /[\\/]lightning-base-components[\\/]src[\\/].*\.(js|html|css)$/;

const WHOLE = 'whole';
const COMMON = 'common-base-components';
const VALUE = 'value';
const NOTHING = 'nothing';

/** The base components, compiled. */
function baseComponents(isNative: boolean): Plugin {
  function moduleOf({ path, kind }: OnResolveArgs): OnResolveResult {
    const engineFile = ENGINE_FILES[path];
    if (engineFile !== undefined) return { path: join(packagesFolder, engineFile) };
    if (kind === 'entry-point') return { path, namespace: WHOLE };
    if (path in PLATFORM_MODULES) return { path, external: true };
    if (path === COMMON) return { path, namespace: COMMON };
    if (isValue(path)) return { path, namespace: VALUE };
    const file = path.startsWith('lightning/') ? baseFile(path) : standIns[path];
    if (file !== undefined) return { path: file };
    return { path, external: !isAbsolute(path) };
  }

  return {
    name: 'base-components',
    setup(builder) {
      builder.onResolve({ filter: /^[@\w]/ }, moduleOf);
      // Compiled code imports a template and style sheets whether or not the component has them.
      builder.onResolve({ filter: /^\..*\.(html|css)(\?.*)?$/ }, ({ path, resolveDir }) => {
        const [name = '', query] = path.split('?');
        const file = join(resolveDir, name);
        if (!existsSync(file)) return { path: NOTHING, namespace: NOTHING };
        return { path: file, suffix: query === undefined ? '' : `?${query}` };
      });
      builder.onLoad({ filter: /./, namespace: NOTHING }, () => ({ contents: 'export default undefined;' }));
      builder.onLoad({ filter: /./, namespace: VALUE }, ({ path }) => loaded(valueOf(path)));
      builder.onLoad({ filter: /./, namespace: WHOLE }, ({ path }) => loaded(entryOf(path)));
      builder.onLoad({ filter: /./, namespace: COMMON }, () =>
        loaded(baseModules.map((specifier) => `import '${specifier}';`).join('\n')),
      );
      builder.onLoad({ filter: BASE_SOURCE }, ({ path, suffix }) => ({
        contents: compiledSource(path, readFileSync(path, 'utf8'), suffix.includes('scoped'), isNative),
        loader: 'js',
      }));
    },
  };
}

function loaded(contents: string): OnLoadResult {
  return { contents, loader: 'js', resolveDir: basePackage };
}

/**
 * An entry loads what most pages need too: esbuild puts into one file what every entry loads, so that a page has few files to
 * load.
 */
function entryOf(specifier: string): string {
  const file = baseFile(specifier);
  const hasDefault =
    file !== undefined && (!file.endsWith('.js') || DEFAULT.test(readFileSync(file, 'utf8')));
  return `import '${COMMON}';
    export * from '${specifier}';
    ${hasDefault ? `export { default } from '${specifier}';` : ''}`;
}

function isValue(specifier: string): boolean {
  return (
    specifier.startsWith(LABEL) || (platformExpression(specifier) !== undefined && !OWNED.test(specifier))
  );
}

/** A value of the page. Words of the base components that it doesn't have are those of their package, in English only. */
function valueOf(specifier: string): string {
  if (!specifier.startsWith(LABEL)) return `export default ${platformExpression(specifier) ?? 'undefined'};`;
  const name = specifier.slice(LABEL.length);
  const own = join(basePackage, 'scopedImports', `@salesforce-label-${name}.js`);
  return `import own from ${JSON.stringify(own)};
    export default globalThis.lightningPlatform.baseText(${JSON.stringify(name)}, own);`;
}

async function write({ specifiers, folder, isNative }: VendorOrder): Promise<void> {
  const unfinished = `${folder}.${process.pid}`;
  await build({
    entryPoints: specifiers.map((specifier) => ({ in: specifier, out: specifier.replace('@', '') })),
    outdir: unfinished,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    chunkNames: 'chunks/[name]-[hash]',
    // Names stay: some base components look at the name of their class.
    minifyWhitespace: true,
    minifySyntax: true,
    legalComments: 'none',
    define: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' },
    plugins: [baseComponents(isNative)],
    logLevel: 'error',
  });
  // Another process may have finished first: its build is the same, and its pages may already use it.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}

await write(workerData as VendorOrder);
