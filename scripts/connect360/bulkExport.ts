import { chmodSync, existsSync, writeFileSync } from 'node:fs';
import type { Sf } from './sf.ts';

/** Minutes that the org may take for a query. */
const WAIT_MINUTES = '120';

/**
 * Writes the rows of a query to a new CSV file that only its owner can read. The CLI streams them by Bulk API 2.0, so that millions
 * of rows take no memory. Rejects when the file is there already, and with SfError when the org refuses the query.
 */
export async function exportCsv(sf: Sf, org: string, soql: string, file: string): Promise<void> {
  // Made first, so that it is never open to others, and not over another one.
  writeFileSync(file, '', { mode: 0o600, flag: 'wx' });
  const output = ['--output-file', file, '--result-format', 'csv', '--wait', WAIT_MINUTES];
  await sf(['data', 'export', 'bulk', '--query', soql, ...output, '--target-org', org]);
  if (existsSync(file)) chmodSync(file, 0o600);
}
