import { accessSync, constants, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';
import { OUTCOMES } from '../staging/outcomes.ts';
import type { Report } from './report.ts';

/** Throws USAGE when the folder of the metrics file is missing: better before the run than after it. */
export function mustTakeMetrics(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new SyncError('USAGE', `--metrics-file ${path} can not be written (${errorCode(error)})`);
  }
}

/**
 * Writes a report as Prometheus text for a node exporter's textfile collector, by a rename, so that a half-written file is
 * never read (Prometheus, exposition formats).
 */
export function writeMetrics(path: string, report: Report, finished: Date): void {
  const text = [
    '# TYPE cuzo_sync_events gauge',
    ...OUTCOMES.map((outcome) => `cuzo_sync_events{outcome="${outcome}"} ${report[outcome]}`),
    ...(['read', 'retried'] as const).map(
      (name) => `# TYPE cuzo_sync_${name} gauge\ncuzo_sync_${name} ${report[name]}`,
    ),
    `# TYPE cuzo_sync_rows_written gauge\ncuzo_sync_rows_written ${report.rowsWritten}`,
    `# TYPE cuzo_sync_api_calls gauge\ncuzo_sync_api_calls ${report.apiCalls}`,
    `# TYPE cuzo_sync_seconds gauge\ncuzo_sync_seconds ${report.seconds}`,
    `# TYPE cuzo_sync_finished_timestamp_seconds gauge\ncuzo_sync_finished_timestamp_seconds ${finished.getTime() / 1000}`,
  ].join('\n');
  const partial = `${path}.partial`;
  writeFileSync(partial, `${text}\n`);
  renameSync(partial, path);
}
