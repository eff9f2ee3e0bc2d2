import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endsWithFile } from './ending.ts';

/** A new folder for temporary files, deleted explicitly or with the test file. */
export function folderForFile(prefix: string): {
  readonly folder: string;
  readonly remove: () => Promise<void>;
} {
  const folder = mkdtempSync(join(tmpdir(), prefix));
  const remove = endsWithFile(() => {
    rmSync(folder, { recursive: true, force: true });
  });
  return { folder, remove };
}
