import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { errorCode } from './errorCode.ts';
import { FeedFault } from './feedFault.ts';
import { whatItIs } from './fileType.ts';

export const MANIFEST_NAME = 'manifest.json';

const entry = z.object({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-fA-F]{64}$/),
  lines: z.int().nonnegative(),
});

/** The manifest's entry of a file: SHA-256 of the stored bytes in hex, number of non-blank lines. */
export type ManifestEntry = z.infer<typeof entry>;

const manifest = z.object({ files: z.array(entry) });

const SEND_AGAIN = 'Ask the sender for the file and its manifest again';

/** The manifest of a folder by file name, or undefined when there is none. Throws FEED_MANIFEST when it can't be read. */
export async function readManifest(folder: string): Promise<ReadonlyMap<string, ManifestEntry> | undefined> {
  const file = join(folder, MANIFEST_NAME);
  const found = await stat(file).catch(() => undefined);
  if (found && !found.isFile())
    throw new FeedFault(
      'FEED_MANIFEST',
      file,
      `is ${whatItIs(found)}, not a file`,
      'Take it out of the folder',
    );
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw new FeedFault('FEED_MANIFEST', file, "can't be read", 'Check its access rights');
  });
  if (text === undefined) return undefined;
  const parsed = manifest.safeParse(jsonOrUndefined(text));
  if (!parsed.success)
    throw new FeedFault(
      'FEED_MANIFEST',
      file,
      'is not a manifest (files with name, sha256 and lines)',
      SEND_AGAIN,
    );
  const entries = new Map(parsed.data.files.map((one) => [one.name, one]));
  if (entries.size < parsed.data.files.length)
    throw new FeedFault('FEED_MANIFEST', file, 'names a file more than once', SEND_AGAIN);
  return entries;
}

/** The fault of a file that the folder's manifest doesn't name. */
export function notListed(file: string): FeedFault {
  return new FeedFault(
    'FEED_MANIFEST',
    file,
    'is not in the manifest beside it',
    'Ask the sender for a complete manifest',
  );
}

function jsonOrUndefined(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    return undefined;
  }
}

/** Throws FEED_MANIFEST when the file doesn't match its entry. */
export function mustMatch(
  file: string,
  found: { readonly sha256: string; readonly lines: number },
  expected: ManifestEntry,
): void {
  if (found.sha256 !== expected.sha256.toLowerCase())
    throw new FeedFault('FEED_MANIFEST', file, 'has another SHA-256 than its manifest says', SEND_AGAIN);
  if (found.lines !== expected.lines)
    throw new FeedFault(
      'FEED_MANIFEST',
      file,
      `has ${found.lines} lines, its manifest says ${expected.lines}`,
      SEND_AGAIN,
    );
}
