import { build as esbuild } from 'esbuild';
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, sep } from 'node:path';
import { transpiled } from './transpiled.ts';

/** Where components live in the package. */
export const LWC_FOLDER = join('force-app', 'main', 'default', 'lwc');

/** Names of the component folders, in order. */
export function bundleNames(folder: string): string[] {
  const entries = readdirSync(folder, { withFileTypes: true });
  return entries.flatMap((entry) => (entry.isDirectory() ? [entry.name] : [])).sort();
}

/**
 * The JavaScript of one component: file name to text, for each TypeScript file. A `<package>.d.ts` re-exports names from
 * that npm package; they are bundled into `<package>.js`.
 */
export async function bundleScripts(bundle: string): Promise<Map<string, string>> {
  const scripts = new Map<string, string>();
  for (const file of readdirSync(bundle).filter((name) => name.endsWith('.ts'))) {
    const source = readFileSync(join(bundle, file), 'utf8');
    const text = file.endsWith('.d.ts')
      ? await vendoredLibrary(basename(file, '.d.ts'), source)
      : await transpiled(source);
    scripts.set(file.replace(/(\.d)?\.ts$/, '.js'), text);
  }
  return scripts;
}

/** Part of an npm package as one module, with its licence: components can't import from npm. */
async function vendoredLibrary(name: string, exports: string): Promise<string> {
  const folder = `${sep}node_modules${sep}${name}${sep}`;
  const entry = createRequire(import.meta.url).resolve(name);
  const root = entry.slice(0, entry.lastIndexOf(folder) + folder.length);
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
  const licence = readFileSync(join(root, 'LICENSE'), 'utf8').trim();
  const { outputFiles } = await esbuild({
    stdin: { contents: exports, resolveDir: root },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    legalComments: 'none',
    tsconfigRaw: {},
  });
  return `/*!\n${name} ${version}\n\n${licence}\n*/\n${outputFiles.map(({ text }) => text).join('')}`;
}
