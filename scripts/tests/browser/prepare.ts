import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { endAll } from '../kit/ending.ts';
import { PREPARED_SITE, prepareSite } from '../kit/site.ts';

/** Before the first file with pages: what each of them starts from, made once. */
export default async function prepare(): Promise<() => void> {
  // Should nothing keep the process going while this waits, it ends without a test and must not say that all is well.
  const { exitCode } = process;
  process.exitCode = 1;
  const folder = mkdtempSync(join(tmpdir(), 'connect360-site-'));
  await prepareSite(folder);
  await endAll();
  process.exitCode = exitCode;
  process.env[PREPARED_SITE] = folder;
  return () => {
    rmSync(folder, { recursive: true, force: true });
  };
}
