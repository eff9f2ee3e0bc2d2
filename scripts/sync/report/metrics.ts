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
    gauge('read', report.read),
    gauge('retried', report.retried),
    gauge('rows_written', report.rowsWritten),
    gauge('api_calls', report.apiCalls),
    gauge('exit_code', report.exitCode),
    gauge('kept', report.kept),
    ...(report.apiShare === null ? [] : [gauge('api_share', report.apiShare)]),
    gauge('peak_rss_mb', report.peakRssMb),
    '# TYPE cuzo_sync_rejects gauge',
    ...Object.entries(report.rejectCodes).map(
      ([code, count]) => `cuzo_sync_rejects{code="${code}"} ${count}`,
    ),
    gauge('seconds', report.seconds),
    gauge('finished_timestamp_seconds', finished.getTime() / 1000),
  ].join('\n');
  const partial = `${path}.partial`;
  writeFileSync(partial, `${text}\n`);
  renameSync(partial, path);
}

const gauge = (name: string, value: number): string =>
  `# TYPE cuzo_sync_${name} gauge\ncuzo_sync_${name} ${value}`;
