import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { basename, join } from 'node:path';
import { MANIFEST_NAME, readManifest } from '../../feed/manifest.ts';

const DAY_MS = 24 * 60 * 60 * 1000;

const [DONE, FAILED] = ['done', 'failed'] as const;
const FEED_NAME = /\.ndjson(?:\.gz)?$/;

/** A feed that has arrived: a file, or a folder with a manifest. */
export interface Arrived {
  readonly path: string;
  /** Names, sizes and times of its files: two looks with the same say that nobody is writing any more. */
  readonly look: string;
}

/**
 * The feeds of a folder that are complete, by name: a folder whose manifest names nothing that is missing, and a file that
 * was renamed to its name when it was whole. A manifest beside files makes a folder of them first, once they are all there.
 */
export async function arrivedFeeds(folder: string): Promise<readonly Arrived[]> {
  if (existsSync(join(folder, MANIFEST_NAME))) {
    await gather(folder);
    return [];
  }
  const found: Arrived[] = [];
  for (const entry of readdirSync(folder, { withFileTypes: true }).sort(byName)) {
    const path = join(folder, entry.name);
    if (entry.isFile() && FEED_NAME.test(entry.name)) found.push({ path, look: lookOf(path) });
    else if (entry.isDirectory() && entry.name !== DONE && entry.name !== FAILED && (await isWhole(path)))
      found.push({
        path,
        look: readdirSync(path)
          .map((name) => lookOf(join(path, name)))
          .join(),
      });
  }
  return found;
}

const byName = ({ name: a }: { readonly name: string }, { name: b }: { readonly name: string }): number =>
  a < b ? -1 : 1;

function lookOf(path: string): string {
  const { size, mtimeMs } = lstatSync(path);
  return `${basename(path)} ${size} ${mtimeMs}`;
}

/** Undefined when there is none, or when it can't be read yet: it may be arriving still. */
const manifestOf = (folder: string): ReturnType<typeof readManifest> =>
  readManifest(folder).catch(() => undefined);

async function isWhole(folder: string): Promise<boolean> {
  const manifest = await manifestOf(folder);
  return manifest !== undefined && [...manifest.keys()].every((name) => existsSync(join(folder, name)));
}

async function gather(folder: string): Promise<void> {
  if (!(await isWhole(folder))) return;
  const names = [...((await manifestOf(folder))?.keys() ?? [])].filter((name) => basename(name) === name);
  const into = freeName(folder, 'feed');
  mkdirSync(into, { mode: 0o700 });
  for (const name of [...names, MANIFEST_NAME]) renameSync(join(folder, name), join(into, name));
}

/** Puts a feed aside after its run. Returns where it is now. */
export function putAside(folder: string, { path }: Pick<Arrived, 'path'>, isDone: boolean): string {
  const into = join(folder, isDone ? DONE : FAILED);
  mkdirSync(into, { recursive: true, mode: 0o700 });
  const to = freeName(into, basename(path));
  renameSync(path, to);
  return to;
}

/** A name that sorts by time and that nothing has yet. */
function freeName(folder: string, name: string): string {
  const stamp = new Date().toISOString().replace(/[-:]/g, '').replace(/\..*/, 'Z');
  for (let n = 0; ; n += 1) {
    const path = join(folder, `${stamp}${n === 0 ? '' : `-${n}`}-${name}`);
    if (!existsSync(path)) return path;
  }
}

/** Removes what was put aside more than so many days ago: it is personal data. `now`: milliseconds since 1970. */
export function removeOld(folder: string, days: number, now: number): void {
  for (const aside of [DONE, FAILED].map((name) => join(folder, name)).filter((path) => existsSync(path)))
    for (const name of readdirSync(aside)) {
      const path = join(aside, name);
      // Putting aside changes ctime, as renaming does; the file's own time may be the sender's.
      if (lstatSync(path).ctimeMs < now - days * DAY_MS) rmSync(path, { recursive: true, force: true });
    }
}
