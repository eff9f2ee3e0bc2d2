import { createHash } from 'node:crypto';
import type { MetadataComponent } from '../../local-org/org.ts';
import { BOUNDARY_SOURCE } from './boundarySource.ts';

/** Names the contents of the deployed bundles, and whether they run in the sandbox. */
export function fingerprint(bundles: ReadonlyMap<string, MetadataComponent>, sandboxed: boolean): string {
  const hash = createHash('sha256').update(JSON.stringify([BOUNDARY_SOURCE, sandboxed]));
  for (const [name, { files }] of [...bundles].sort(([a], [b]) => (a < b ? -1 : 1)))
    for (const [path, bytes] of files) hash.update(`${name}\0${path}\0`).update(bytes);
  return hash.digest('hex').slice(0, 16);
}
