import type { Stats } from 'node:fs';

/** What a directory entry is, in words, when it isn't a regular file. */
export function whatItIs(found: Stats): string {
  if (found.isDirectory()) return 'a folder';
  if (found.isSocket()) return 'a socket';
  if (found.isFIFO()) return 'a named pipe';
  return 'a device';
}
