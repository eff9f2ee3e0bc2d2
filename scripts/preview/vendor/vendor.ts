import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { packagesFolder, packageVersion, previewFolder } from '../folders.ts';
import type { VendorOrder } from './build.ts';
import { baseModules, PLATFORM_MODULES } from './modules.ts';

const PACKAGES = ['lwc', '@lwc/compiler', 'esbuild', 'lightning-base-components'];
const ENGINE = ['lwc', '@lwc/synthetic-shadow'];
const SOURCES = ['build.ts', 'baseSource.ts', 'syntheticStyles.ts', 'resolvePlatform.ts', 'modules.ts'];

export interface Vendor {
  /** Holds `lwc.js`, `lwc/synthetic-shadow.js` and `lightning/<name>.js`, ES modules that import files beside them. */
  readonly folder: string;
  /** Hash of the contents: same hash, same files. */
  readonly hash: string;
  /** Import specifier -> path below the folder. */
  readonly modules: Readonly<Record<string, string>>;
}

/** Whether this `lightning/<name>` comes from lightning-base-components. */
export function isBaseModule(specifier: string): boolean {
  // lightning/navigation is in the package too, but needs parts of the platform that aren't.
  if (specifier in PLATFORM_MODULES) return false;
  const name = specifier.slice('lightning/'.length);
  return (
    specifier.startsWith('lightning/') &&
    existsSync(join(packagesFolder, 'lightning-base-components/src/lightning', name, `${name}.js`))
  );
}

/**
 * The engine and the base components as ES modules. They are built once per set of versions and modules (ten seconds or so, in
 * a worker so that the server keeps answering); later calls use the copy in `cacheFolder`. `isNative`: components of the pages
 * may have a shadow root of the browser's own.
 */
export async function vendorBundle(
  cacheFolder: string,
  used: Iterable<string>,
  isNative: boolean,
): Promise<Vendor> {
  const specifiers = [...new Set([...ENGINE, ...baseModules, ...used])].sort();
  const hash = createHash('sha256')
    .update(
      JSON.stringify([
        specifiers,
        isNative,
        PACKAGES.map(packageVersion),
        SOURCES.map((file) => readFileSync(join(previewFolder, 'vendor', file), 'utf8')),
      ]),
    )
    .digest('hex')
    .slice(0, 16);
  const folder = join(cacheFolder, `vendor-${hash}`);
  if (!existsSync(folder)) await inWorker({ specifiers, folder, isNative });
  const modules = Object.fromEntries(
    specifiers.map((specifier) => [specifier, `${specifier.replace('@', '')}.js`]),
  );
  return { folder, hash, modules };
}

function inWorker(order: VendorOrder): Promise<void> {
  return new Promise((resolve, reject) => {
    const worker = new Worker(new URL('./build.ts', import.meta.url), { workerData: order });
    worker.once('error', reject);
    worker.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new Error(`The bundle of base components was not built (the worker ended with ${code}).`));
    });
  });
}
