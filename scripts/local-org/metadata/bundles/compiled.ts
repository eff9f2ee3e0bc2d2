import { spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath, pathToFileURL } from 'node:url';
import type { BundleReport, BundleSource } from './report.ts';

const SCRIPT = fileURLToPath(new URL('compile.ts', import.meta.url));
/** Cache of reports by the content of their bundles, shared between processes. */
const CACHE = fileURLToPath(new URL('../../../../.local/cache/bundles', import.meta.url));
const LARGEST_REPORTS = 256 * 1024 * 1024;

const memory = new Map<string, BundleReport>();

const COMPILER = readFileSync(
  new URL('../package.json', pathToFileURL(createRequire(import.meta.url).resolve('@lwc/sfdc-lwc-compiler'))),
  'utf8',
);
const VERSION = createHash('sha256').update(COMPILER).update(readFileSync(SCRIPT)).digest('hex');

const keyOf = (source: BundleSource): string =>
  createHash('sha256').update(VERSION).update(JSON.stringify(source)).digest('hex');

function known(source: BundleSource): BundleReport | undefined {
  const key = keyOf(source);
  const kept = memory.get(key);
  if (kept !== undefined) return kept;
  try {
    const report = JSON.parse(readFileSync(join(CACHE, `${key}.json`), 'utf8')) as BundleReport;
    memory.set(key, report);
    return report;
  } catch {
    return undefined;
  }
}

function keep(sources: readonly BundleSource[], written: string): void {
  const reports = JSON.parse(written) as readonly BundleReport[];
  mkdirSync(CACHE, { recursive: true });
  sources.forEach((source, index) => {
    const report = reports[index];
    if (report === undefined) return;
    const key = keyOf(source);
    memory.set(key, report);
    // Written elsewhere and renamed, because another process may be reading.
    const temporary = join(CACHE, `${key}.${process.pid}.tmp`);
    writeFileSync(temporary, JSON.stringify(report));
    renameSync(temporary, join(CACHE, `${key}.json`));
  });
}

const unknownAmong = (sources: readonly BundleSource[]): readonly BundleSource[] =>
  sources.filter((source) => known(source) === undefined);

/** Compiles bundles that aren't cached yet in a process of its own; undefined when there is nothing to compile. */
export function compileAhead(sources: readonly BundleSource[]): Promise<void> | undefined {
  const missing = unknownAmong(sources);
  if (missing.length === 0) return undefined;
  const child = spawn(process.execPath, [SCRIPT], { stdio: ['pipe', 'pipe', 'inherit'] });
  // When the process ends early, its own error is reported; the closed pipe adds nothing.
  child.stdin.on('error', () => undefined);
  child.stdin.end(JSON.stringify(missing));
  return text(child.stdout).then((written) => {
    keep(missing, written);
  });
}

/** The reports of bundles, in their order. A bundle that wasn't compiled ahead is compiled now, while the caller waits. */
export function compiled(sources: readonly BundleSource[]): readonly BundleReport[] {
  const missing = unknownAmong(sources);
  if (missing.length > 0) {
    const { stdout, stderr, status } = spawnSync(process.execPath, [SCRIPT], {
      input: JSON.stringify(missing),
      encoding: 'utf8',
      maxBuffer: LARGEST_REPORTS,
    });
    if (status !== 0)
      throw new Error(`The compiler of bundles ended with ${status ?? 'a signal'}: ${stderr}`);
    keep(missing, stdout);
  }
  return sources.flatMap((source) => known(source) ?? []);
}
