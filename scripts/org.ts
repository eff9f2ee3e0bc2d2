import { enableCompileCache } from 'node:module';
import { join } from 'node:path';

// Caches what Node makes of the sources (types stripped, code compiled), which halves the next start.
enableCompileCache(join(import.meta.dirname, '..', '.local', 'cache', 'node'));
const { startOrg } = await import('./connect360/orgCommand.ts');
const { untilStopped } = await import('./connect360/untilStopped.ts');
const org = await startOrg(process.argv.slice(2));
process.stdout.write(`${JSON.stringify(org.ready)}\n`);
await untilStopped();
await org.close();
