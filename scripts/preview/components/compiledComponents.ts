import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface CompiledComponents {
  /** Hash of the contents. */
  readonly hash: string;
  /** File name -> ES module text. */
  readonly files: ReadonlyMap<string, string>;
  /** Import specifier (`c/name`) -> file name. */
  readonly modules: Readonly<Record<string, string>>;
  /** `lightning/*` modules the components import or use in templates. */
  readonly used: ReadonlySet<string>;
  /** Bundles that don't compile -> why. Importing one throws that text. */
  readonly broken: ReadonlyMap<string, string>;
}

const FILE = 'compiled.json';

/** The cached result of an earlier compilation; undefined when there is none. */
export function keptComponents(folder: string): CompiledComponents | undefined {
  const file = join(folder, FILE);
  if (!existsSync(file)) return undefined;
  const { hash, files, modules, used, broken } = JSON.parse(readFileSync(file, 'utf8')) as Kept;
  return { hash, modules, files: new Map(files), used: new Set(used), broken: new Map(broken) };
}

/** Stores the result by renaming a complete folder, because other processes may be reading. */
export function keepComponents(folder: string, compiled: CompiledComponents): void {
  const { hash, files, modules, used, broken } = compiled;
  const kept: Kept = { hash, modules, files: [...files], used: [...used], broken: [...broken] };
  const unfinished = join(folder, `${FILE}.${process.pid}`);
  writeFileSync(unfinished, JSON.stringify(kept));
  renameSync(unfinished, join(folder, FILE));
}

interface Kept extends Pick<CompiledComponents, 'hash' | 'modules'> {
  readonly files: readonly (readonly [name: string, text: string])[];
  readonly used: readonly string[];
  readonly broken: readonly (readonly [bundle: string, why: string])[];
}
