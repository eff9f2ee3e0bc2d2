import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { bundleNames, bundleScripts, LWC_FOLDER } from './lwc/bundle.ts';

/** Leaves a file alone that says the same already, as a deploy may be reading it. */
function writeChanged(path: string, text: string): void {
  if (!existsSync(path) || readFileSync(path, 'utf8') !== text) writeFileSync(path, text);
}

/**
 * Compiles every component to JavaScript next to its TypeScript, which is what the platform takes. Removes JavaScript
 * without a source, as it would be deployed too. Returns the number of components.
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
      writeChanged(join(directory, file), text);
    });
  }
  return bundles.length;
}

if (import.meta.main) {
  console.log(`Built ${await build(LWC_FOLDER)} components`);
}
