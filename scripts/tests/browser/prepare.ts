import { temporaryFolder } from '../../connect360/temporaryFolder.ts';
import { endAll } from '../kit/ending.ts';
import { PREPARED_SITE, prepareSite } from '../kit/site.ts';

/** Before the first file with pages: what each of them starts from, made once, and deleted when jest ends. */
export default async function prepare(): Promise<void> {
  // Should nothing keep the process going while this waits, it ends without a test and must not say that all is well.
  const { exitCode } = process;
  process.exitCode = 1;
  const folder = temporaryFolder();
  await prepareSite(folder);
  await endAll();
  process.exitCode = exitCode;
  process.env[PREPARED_SITE] = folder;
}
