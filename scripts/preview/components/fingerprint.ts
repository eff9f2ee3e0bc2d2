import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { MetadataComponent } from '../../local-org/org.ts';
import { packageVersion, previewFolder } from '../folders.ts';

const PACKAGES = ['@lwc/rollup-plugin', 'rollup'];
/** The files that determine how a bundle is compiled. */
const SOURCES = [
  'components/compile.ts',
  'components/boundarySource.ts',
  'lws/sandboxedModule.ts',
  'vendor/resolvePlatform.ts',
];

/** Hash of the deployed bundles, of how they are compiled, and of whether they run in the sandbox. */
export function fingerprint(bundles: ReadonlyMap<string, MetadataComponent>, sandboxed: boolean): string {
  const hash = createHash('sha256').update(
    JSON.stringify([
      sandboxed,
      PACKAGES.map(packageVersion),
      SOURCES.map((file) => readFileSync(join(previewFolder, file), 'utf8')),
    ]),
  );
  for (const [name, { files }] of [...bundles].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [path, bytes] of files) hash.update(`${name}\0${path}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
