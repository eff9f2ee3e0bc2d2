import { hash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const SCRIPTS = fileURLToPath(new URL('../..', import.meta.url));
/** Where it is decided whether a line keeps the contract, and what its event does to a record. */
const FOLDERS = ['feed', 'sync/check', 'sync/config', 'sync/events', 'sync/match', 'sync/plan'];
/** The rule for differences, which the CuZo tab has too. */
const DIFFERENCES = join(SCRIPTS, '..', 'force-app/main/default/lwc/cuzoDifferences/cuzoDifferences.ts');
/** Names the versions of the libraries that take part. */
const PACKAGE = join(SCRIPTS, '..', 'package.json');

let known: string | undefined;

/**
 * The version of the contract and of the rules of events: the hash of their sources, of package.json and of Node's version.
 * What an earlier version has checked is checked anew; nobody has to remember to raise a number.
 */
export function rulesVersion(): string {
  known ??= versionOf((file) => readFileSync(file, 'utf8'));
  return known;
}

/** The same of files as `read` gives them. */
export const versionOf = (read: (file: string) => string): string =>
  hash('sha256', [process.version, ...rulesFiles().map(read)].join('\0'));

/** The files that the version is of, by their full paths. */
export function rulesFiles(): readonly string[] {
  const sources = FOLDERS.flatMap((folder) =>
    readdirSync(join(SCRIPTS, folder))
      .filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'))
      .sort()
      .map((name) => join(SCRIPTS, folder, name)),
  );
  return [PACKAGE, DIFFERENCES, ...sources];
}
