import { build } from 'esbuild';
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { packagesFolder, previewFolder } from '../folders.ts';
import { PLATFORM_MODULES } from '../vendor/modules.ts';

export interface Shell {
  readonly hash: string;
  /** File name -> text. */
  readonly files: ReadonlyMap<string, string>;
  /** Import specifier -> file name, for the platform's own modules. */
  readonly modules: Readonly<Record<string, string>>;
  /** Name of the module that draws a page. */
  readonly start: string;
}

const browser = join(previewFolder, 'browser');

/**
 * Bundles the code of `browser/`: the drawing of pages, and the platform modules that components import. The two share
 * state.
 */
export async function buildShell(): Promise<Shell> {
  const { outputFiles } = await build({
    entryPoints: [
      join(browser, 'start.ts'),
      ...new Set(Object.values(PLATFORM_MODULES).map((file) => join(browser, 'platform', file))),
    ],
    outbase: browser,
    outdir: browser,
    bundle: true,
    splitting: true,
    format: 'esm',
    target: 'es2022',
    write: false,
    external: ['lwc', '@lwc/*', 'c/*', 'preview/*', 'lightning/*'],
  });
  const files = new Map(outputFiles.map((file) => [relative(browser, file.path), file.text] as const));
  files.set('slds.css', designSystem());
  files.set('shell.css', readFileSync(join(browser, 'shell.css'), 'utf8'));
  const hash = createHash('sha256')
    .update(JSON.stringify([...files]))
    .digest('hex')
    .slice(0, 16);
  const modules = Object.entries(PLATFORM_MODULES).map(
    ([specifier, file]) => [specifier, `platform/${file.replace(/\.ts$/, '.js')}`] as const,
  );
  return { hash, files, modules: Object.fromEntries(modules), start: 'start.js' };
}

/** SLDS 2 Cosmos. The images that it refers to (avatars of feeds) aren't in the package. */
function designSystem(): string {
  const path = join(packagesFolder, '@salesforce-ux/design-system-2/dist/css/bundled/slds2.cosmos.css');
  return readFileSync(path, 'utf8').replace(/url\((["']?)(?:\.\.\/)+public\/[^)]*\)/g, 'none');
}
