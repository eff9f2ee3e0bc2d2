import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const BASE_COMPONENTS = join('node_modules', 'lightning-base-components', 'src', 'lightning');
const STUBS = join('node_modules', '@salesforce', 'sfdx-lwc-jest', 'src', 'lightning-stubs');
const DECLARATIONS = join('node_modules', '@salesforce', 'lightning-types', 'dist');

function declared(): readonly string[] {
  const files = readdirSync(DECLARATIONS, { recursive: true, encoding: 'utf8' });
  return files
    .filter((file) => file.endsWith('.d.ts'))
    .flatMap((file) => [
      ...readFileSync(join(DECLARATIONS, file), 'utf8').matchAll(
        /^declare module ['"]lightning\/([\w]+)['"]/gm,
      ),
    ])
    .map(([, name = '']) => name);
}

/** The modules and components of the namespace `lightning`, as JSON: those of Salesforce's own packages. */
export function platformModules(): string {
  const names = new Set([...readdirSync(BASE_COMPONENTS), ...readdirSync(STUBS), ...declared()]);
  return `${JSON.stringify([...names].filter((name) => /^\w+$/.test(name)).sort())}\n`;
}
