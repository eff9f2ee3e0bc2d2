import type { Stats } from 'node:fs';
import fs, { stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FeedFault } from './feedFault.ts';
import { whatItIs } from './fileType.ts';
import { notListed, readManifest, type ManifestEntry } from './manifest.ts';

/** A file to read. `name`: its name in reports; `entry`: its entry in the manifest, which it must match. */
export interface FeedFile {
  readonly path: string;
  readonly name: string;
  /** Its name in messages, when that isn't the path. */
  readonly called?: string;
  readonly entry?: ManifestEntry;
  /** Its bytes, to be read once, when they don't come from `path`. */
  readonly stream?: AsyncIterable<Buffer>;
}

export interface FeedOptions {
  /** A folder without a feed counts as an empty feed, not as a mistake. */
  readonly allowEmpty?: boolean;
}

/** The file names of feeds in a folder. */
const FEED_NAME = /\.ndjson(?:\.gz)?$/;
/** Names that somebody may have meant as a feed's. */
const LOOKS_LIKE_FEED = new RegExp(FEED_NAME, 'i');

/** Standard input that has been copied to the file `path`. It has no manifest. */
export const stdinFile = (path: string): FeedFile => ({ path, name: '-', called: 'standard input' });

/** Standard input itself, to be read once. */
export const stdinStream = (stream: AsyncIterable<Buffer>): FeedFile => ({ ...stdinFile('-'), stream });

/**
 * The files of a feed: the file itself, or the `*.ndjson` and `*.ndjson.gz` of a folder in order of their names, each with
 * its entry of the folder's manifest when there is one. Only the manifest is opened. Throws FeedFault: FEED_NOT_FOUND;
 * FEED_NOT_A_FILE for a socket, pipe, device or folder in the place of a feed; FEED_NAME for a name in other letter case,
 * such as `F.NDJSON`; FEED_EMPTY for a folder without a feed; FEED_MANIFEST when manifest and folder differ.
 */
export async function feedFiles(path: string, options: FeedOptions = {}): Promise<readonly FeedFile[]> {
  const found = await stat(path).catch(() => undefined);
  if (!found) throw new FeedFault('FEED_NOT_FOUND', path, "doesn't exist", 'Check --feed');
  if (found.isDirectory()) return filesOfFolder(path, options);
  mustBeFile(path, found, 'Give a file or a folder; what a pipe brings is read with `--feed -`');
  const name = basename(path);
  const manifest = await readManifest(dirname(path));
  const entry = manifest?.get(name);
  if (manifest && !entry) throw notListed(path);
  return [entry ? { path, name, entry } : { path, name }];
}

async function filesOfFolder(folder: string, { allowEmpty }: FeedOptions): Promise<readonly FeedFile[]> {
  const names = await namesOfFeeds(folder);
  const manifest = await readManifest(folder);
  for (const name of manifest?.keys() ?? [])
    if (!names.includes(name))
      throw new FeedFault(
        'FEED_MANIFEST',
        join(folder, name),
        'is in the manifest but not in the folder',
        'Wait until all files have arrived, or ask the sender for it',
      );
  if (names.length === 0 && allowEmpty !== true)
    throw new FeedFault(
      'FEED_EMPTY',
      folder,
      'holds no *.ndjson and no *.ndjson.gz',
      'Check that the feed has arrived; where none is expected, give --allow-empty',
    );
  return names.map((name) => {
    const path = join(folder, name);
    const entry = manifest?.get(name);
    if (manifest && !entry) throw notListed(path);
    return entry ? { path, name, entry } : { path, name };
  });
}

/**
 * The feeds of a folder by name. A file that looks like a feed and can't be read is refused: if it were skipped, its events
 * would be missing.
 */
async function namesOfFeeds(folder: string): Promise<readonly string[]> {
  const all = await fs.readdir(folder).catch(() => {
    throw new FeedFault('FEED_UNREADABLE', folder, "can't be read", 'Check its access rights');
  });
  const names = all.filter((name) => LOOKS_LIKE_FEED.test(name)).sort();
  for (const name of names) {
    const path = join(folder, name);
    const found = await stat(path).catch(() => undefined);
    mustBeFile(path, found, 'Take it out of the folder');
    if (!FEED_NAME.test(name))
      throw new FeedFault(
        'FEED_NAME',
        path,
        'is not named *.ndjson or *.ndjson.gz in small letters',
        'Rename it, or take it out of the folder',
      );
  }
  return names;
}

function mustBeFile(path: string, found: Stats | undefined, next: string): void {
  if (found?.isFile()) return;
  const why = found ? `is ${whatItIs(found)}, not a file` : 'is a link to nothing';
  throw new FeedFault('FEED_NOT_A_FILE', path, why, next);
}
