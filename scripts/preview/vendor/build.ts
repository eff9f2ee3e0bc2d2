import lwc from '@lwc/rollup-plugin';
import replace from '@rollup/plugin-replace';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { workerData } from 'node:worker_threads';
import { rollup, type Plugin } from 'rollup';
import { packagesFolder } from '../folders.ts';
import { PLATFORM_MODULES } from './modules.ts';
import { resolvePlatform } from './resolvePlatform.ts';

/** The task of the worker: the modules to bundle, and the folder for `<specifier>.js`. */
export interface VendorOrder {
  readonly specifiers: readonly string[];
  readonly folder: string;
}

const baseComponents = join(packagesFolder, 'lightning-base-components/src');

const ENGINE_FILES: Readonly<Record<string, string>> = {
  lwc: '@lwc/engine-dom/dist/index.js',
  '@lwc/synthetic-shadow': '@lwc/synthetic-shadow/dist/index.js',
};

function entryFile(specifier: string): string {
  const engineFile = ENGINE_FILES[specifier];
  if (engineFile !== undefined) return join(packagesFolder, engineFile);
  return join(baseComponents, specifier, `${specifier.slice('lightning/'.length)}.js`);
}

const ENTRIES: Plugin = {
  name: 'vendor-entries',
  resolveId: (specifier, importer) => {
    if (specifier in PLATFORM_MODULES) return { id: specifier, external: true };
    return importer === undefined || specifier in ENGINE_FILES ? entryFile(specifier) : null;
  },
};

const LABEL = '@salesforce/label/';
const LABEL_MARKER = '\0base-label:';

/** The words of the base components: the page's where it has them, else those of their package, which has English only. */
const BASE_LABELS: Plugin = {
  name: 'base-labels',
  resolveId: (specifier) =>
    specifier.startsWith(LABEL) ? LABEL_MARKER + specifier.slice(LABEL.length) : null,
  load(id) {
    if (!id.startsWith(LABEL_MARKER)) return null;
    const name = id.slice(LABEL_MARKER.length);
    const own = join(
      packagesFolder,
      'lightning-base-components/scopedImports',
      `@salesforce-label-${name}.js`,
    );
    return `import own from ${JSON.stringify(own)};
      export default globalThis.lightningPlatform.baseText(${JSON.stringify(name)}, own);`;
  },
};

/** The calendars of the base components stay those of their package. */
const ownedByPackage = (specifier: string): boolean => /calendarData|digits$/.test(specifier);

async function build({ specifiers, folder }: VendorOrder): Promise<void> {
  const bundle = await rollup({
    input: Object.fromEntries(specifiers.map((specifier) => [specifier.replace('@', ''), specifier])),
    plugins: [
      ENTRIES,
      BASE_LABELS,
      resolvePlatform(ownedByPackage),
      replace({
        preventAssignment: true,
        values: { 'process.env.NODE_ENV': '"production"', 'import.meta.env.SSR': 'false' },
      }),
      lwc({
        rootDir: baseComponents,
        modules: [{ npm: 'lightning-base-components' }],
        exclude: [/\0/],
        enableDynamicComponents: true,
        enableSyntheticElementInternals: true,
      }),
    ],
    onwarn: () => undefined,
  });
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  await bundle.write({
    dir: unfinished,
    format: 'es',
    entryFileNames: '[name].js',
    chunkFileNames: 'chunks/[name]-[hash].js',
    hoistTransitiveImports: false,
  });
  await bundle.close();
  // Another process may have finished first: its build is the same, and its pages may already use it.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}

await build(workerData as VendorOrder);
