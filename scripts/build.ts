import { readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleNames, bundleScripts, LWC_FOLDER } from './lwc/bundle.ts';

/**
 * Writes the JavaScript of every component beside its TypeScript, which is what the platform takes, and removes
 * JavaScript that no source stands for any more, as it would be deployed too. Gives the number of components.
 */
export async function build(folder: string): Promise<number> {
  const bundles = bundleNames(folder);
  for (const name of bundles) {
    const directory = join(folder, name);
    const scripts = await bundleScripts(directory);
    const stale = readdirSync(directory).filter((file) => file.endsWith('.js') && !scripts.has(file));
    stale.forEach((file) => {
      rmSync(join(directory, file));
    });
    scripts.forEach((text, file) => {
      writeFileSync(join(directory, file), text);
    });
  }
  return bundles.length;
}

if (import.meta.main) {
  console.log(`Built ${await build(LWC_FOLDER)} components`);
}
