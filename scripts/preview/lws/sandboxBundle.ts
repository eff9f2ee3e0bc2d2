import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { packagesFolder, packageVersion } from '../folders.ts';

/** Lightning Web Security's own code, as one ES module that exports `evaluateFunction` and `wrapDependency`. */
export interface SandboxBundle {
  readonly folder: string;
  /** Hash of the contents: same hash, same files. */
  readonly hash: string;
  /** Import specifier -> path below the folder. */
  readonly modules: Readonly<Record<string, string>>;
}

/** The name by which a sandboxed module imports the sandbox. */
export const SANDBOX_SPECIFIER = 'lws';

const FILE = 'sandbox.js';
const PACKAGES = ['@locker/sandbox', '@locker/shared', 'esbuild'];

/** Turns on all of LWS's default distortions, as in an org of the current release. */
const ENTRY = `
import { registerGaterEnabledFeatures, LWS_DEFAULT_GATER_FEATURES } from '@locker/shared';
registerGaterEnabledFeatures(LWS_DEFAULT_GATER_FEATURES);
export { evaluateFunction, wrapDependency } from '@locker/sandbox';
`;

/** Bundles the sandbox once per version of its packages (a second); later calls use the copy in `cacheFolder`. */
export async function sandboxBundle(cacheFolder: string): Promise<SandboxBundle> {
  const hash = createHash('sha256')
    .update(JSON.stringify([ENTRY, PACKAGES.map(packageVersion)]))
    .digest('hex')
    .slice(0, 16);
  const folder = join(cacheFolder, `lws-${hash}`);
  if (!existsSync(folder)) await write(folder);
  return { folder, hash, modules: { [SANDBOX_SPECIFIER]: FILE } };
}

async function write(folder: string): Promise<void> {
  const { build } = await import('esbuild');
  const { outputFiles } = await build({
    stdin: { contents: ENTRY, resolveDir: packagesFolder, loader: 'js' },
    bundle: true,
    format: 'esm',
    target: 'es2022',
    // LWS takes unminified code for an org's debug mode, which keeps the sandbox's iframe in the page.
    minify: true,
    legalComments: 'none',
    write: false,
  });
  const unfinished = `${folder}.${process.pid}`;
  mkdirSync(unfinished, { recursive: true });
  writeFileSync(join(unfinished, FILE), outputFiles[0]?.contents ?? '');
  // Another process may have finished first: its build is the same, and its pages may already use it.
  if (existsSync(folder)) rmSync(unfinished, { recursive: true });
  else renameSync(unfinished, folder);
}
