import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of this file. */
export const previewFolder = fileURLToPath(new URL('.', import.meta.url));

/** The project's node_modules. */
export const packagesFolder = fileURLToPath(new URL('../../node_modules/', import.meta.url));

/** The version of an installed package. */
export function packageVersion(name: string): string {
  const text = readFileSync(join(packagesFolder, name, 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
