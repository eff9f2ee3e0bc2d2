import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { serveConnect360 } from './connect360/serve.ts';
import { connect360Template } from './connect360/template.ts';
import { temporaryFolder } from './connect360/temporaryFolder.ts';
import { openOrg } from './local-org/engine.ts';

/**
 * Prepares what tests share, so that no test waits for it: the database with Connect 360 and, with --pages, what its pages
 * load in a browser.
 */
const { pages } = parseArgs({ options: { pages: { type: 'boolean', default: false } } }).values;

const template = await connect360Template(async (name, work) => {
  process.stderr.write(`making Connect 360 for the tests: ${name}\n`);
  return work();
});
if (pages) await preparePages();

async function preparePages(): Promise<void> {
  process.stderr.write(
    'building the base components of the pages, unless they are built (ten seconds or so)\n',
  );
  const file = join(temporaryFolder(), 'org.db');
  copyFileSync(template, file);
  const org = openOrg({ file });
  const server = await serveConnect360(org, 0);
  try {
    await server.preparePages();
  } finally {
    await server.close();
    org.close();
  }
}
