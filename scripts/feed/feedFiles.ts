import type { Stats } from 'node:fs';
import { readdir, stat } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { FeedFault } from './feedFault.ts';
import { whatItIs } from './fileType.ts';
import { notListed, readManifest, type ManifestEntry } from './manifest.ts';

/** A file to read: `name` is how reports call it, `entry` what it must match. */
export interface FeedFile {
  readonly path: string;
  readonly name: string;
  /** How messages call it, when not by its path. */
  readonly called?: string;
  readonly entry?: ManifestEntry;
  /** Where its bytes come from, once, when not from `path`. */
  readonly stream?: AsyncIterable<Buffer>;
}

export interface FeedOptions {
  /** A folder without a feed is an empty feed, not a mistake. */
  readonly allowEmpty?: boolean;
}

/** A folder's feeds are named so. */
const FEED_NAME = /\.ndjson(?:\.gz)?$/;
/** What somebody may have meant as one. */
const LOOKS_LIKE_FEED = new RegExp(FEED_NAME, 'i');

/** Standard input, once it has been copied to the file `path`. It has no manifest. */
export const stdinFile = (path: string): FeedFile => ({ path, name: '-', called: 'standard input' });

/** Standard input as it comes, to be read once. */
export const stdinStream = (stream: AsyncIterable<Buffer>): FeedFile => ({ ...stdinFile('-'), stream });

/**
 * The files of a feed: the file itself, or the `*.ndjson` and `*.ndjson.gz` of a folder by name, each with its entry of
 * the manifest beside it when there is one. Nothing is opened but the manifest. Throws FeedFault: FEED_NOT_FOUND;
 * FEED_NOT_A_FILE for a socket, pipe, device or folder in the place of a feed; FEED_NAME for a feed in other letters,
 * `F.NDJSON`; FEED_EMPTY for a folder without a feed; FEED_MANIFEST when manifest and folder differ.
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

/** The feeds of a folder by name. What looks like one and can't be read is refused: left out, its events would be missed. */
async function namesOfFeeds(folder: string): Promise<readonly string[]> {
  const all = await readdir(folder).catch(() => {
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
