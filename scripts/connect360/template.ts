import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
} from 'node:fs';
import { join } from 'node:path';
import { openOrg } from '../local-org/engine.ts';
import { startServer } from '../local-org/server.ts';
import { ROOT } from './root.ts';
import { seedConnect360, type Step } from './seed.ts';
import { sfWithHome } from './sf.ts';
import { ADMIN_USERNAME } from './users.ts';

const CACHE = join(ROOT, '.local', 'cache');

/** The files that the template depends on. */
const SOURCES = ['force-app', 'config', 'scripts/local-org', 'scripts/connect360', 'package-lock.json'];

const KEPT_MS = 24 * 60 * 60 * 1000;

const IS_BUILT_OR_TEST = /\.test\.ts$|__tests__|\/lwc\/[^/]+\/[^/]+\.js$/;

function filesUnder(path: string): readonly string[] {
  if (statSync(path).isFile()) return [path];
  return readdirSync(path, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name));
}

function fingerprint(): string {
  const hash = createHash('sha256');
  const files = SOURCES.flatMap((source) => filesUnder(join(ROOT, source)))
    .filter((file) => !IS_BUILT_OR_TEST.test(file))
    .sort();
  for (const file of files) hash.update(file.slice(ROOT.length)).update('\0').update(readFileSync(file));
  return hash.digest('hex').slice(0, 16);
}

/**
 * Removes templates of older sources and leftovers of killed builds. Younger ones than a day stay, as a test may still be
 * copying them.
 */
function prune(): void {
  for (const name of readdirSync(CACHE)) {
    const path = join(CACHE, name);
    if (Date.now() - statSync(path).mtimeMs > KEPT_MS) rmSync(path, { recursive: true, force: true });
  }
}

/**
 * Path of a database with Connect 360, force-app and the sample records, before any sync run. It is built with the
 * Salesforce CLI the first time (half a minute) and kept in .local/cache until a source changes. Copy it; don't open it.
 */
export async function connect360Template(step: Step = (_name, work) => work()): Promise<string> {
  const template = join(CACHE, `connect360-${fingerprint()}.db`);
  if (existsSync(template)) return template;
  mkdirSync(CACHE, { recursive: true });
  prune();
  const folder = mkdtempSync(join(CACHE, 'making-'));
  try {
    const file = join(folder, 'org.db');
    const org = openOrg({ file, adminUsername: ADMIN_USERNAME });
    const server = await startServer({ org, port: 0 });
    try {
      await seedConnect360(sfWithHome(join(folder, 'home')), server.ready, folder, step);
    } finally {
      await server.close();
      org.close();
    }
    renameSync(file, template);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
  return template;
}
