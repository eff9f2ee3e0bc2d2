import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FeedFault } from './feedFault.ts';
import { readManifest, type ManifestEntry } from './manifest.ts';

/** A file to read: `name` is how reports call it, `entry` what it must match. */
export interface FeedFile {
  readonly path: string;
  readonly name: string;
  readonly entry?: ManifestEntry;
}

const FEED_NAME = /\.ndjson(?:\.gz)?$/;

/**
 * The files of a feed: the file itself, or the `*.ndjson` and `*.ndjson.gz` of a folder by name, each with its entry
 * of the manifest beside it when there is one. FEED_NOT_FOUND, or FEED_MANIFEST when manifest and folder differ.
 */
export async function feedFiles(path: string): Promise<readonly FeedFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new FeedFault('FEED_NOT_FOUND', path, "doesn't exist", 'Check --feed');
  if (found.isDirectory()) return filesOfFolder(path);
  const name = basename(path);
  const manifest = await readManifest(dirname(path));
  const entry = manifest?.get(name);
  if (manifest && !entry) throw notListed(path);
  return [entry ? { path, name, entry } : { path, name }];
}

async function filesOfFolder(folder: string): Promise<readonly FeedFile[]> {
  const found = await readdir(folder, { withFileTypes: true }).catch(() => {
    throw new FeedFault('FEED_UNREADABLE', folder, "can't be read", 'Check its access rights');
  });
  const names = found
    .filter((one) => !one.isDirectory() && FEED_NAME.test(one.name))
    .map((one) => one.name)
    .sort();
  const manifest = await readManifest(folder);
  for (const name of manifest?.keys() ?? [])
    if (!names.includes(name))
      throw new FeedFault(
        'FEED_MANIFEST',
        join(folder, name),
        'is in the manifest but not in the folder',
        'Wait until all files have arrived, or ask the sender for it',
      );
  return names.map((name) => {
    const path = join(folder, name);
    const entry = manifest?.get(name);
    if (manifest && !entry) throw notListed(path);
    return entry ? { path, name, entry } : { path, name };
  });
}

const notListed = (path: string): FeedFault =>
  new FeedFault(
    'FEED_MANIFEST',
    path,
    'is not in the manifest beside it',
    'Ask the sender for a complete manifest',
  );
