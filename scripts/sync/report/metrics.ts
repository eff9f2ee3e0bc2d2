import { accessSync, constants, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { errorCode } from '../../feed/errorCode.ts';
import { SyncError } from '../errors.ts';
import { measured, MEASURES, type Health } from './measures.ts';

/** Throws USAGE when the folder of the metrics file is missing: better before the run than after it. */
export function mustTakeMetrics(path: string): void {
  try {
    accessSync(dirname(path), constants.W_OK);
  } catch (error) {
    throw new SyncError('USAGE', `--metrics-file ${path} can not be written (${errorCode(error)})`);
  }
}

/** The numbers as Prometheus text (Prometheus, exposition formats). */
export function metricsText(health: Health): string {
  const lines = Object.entries(measured(health)).flatMap(([name, value]) => {
    const { help, label } = MEASURES[name] ?? {};
    const samples = typeof value === 'number' ? [['', value] as const] : Object.entries(value);
    return [
      `# HELP ${name} ${help ?? ''}`,
      `# TYPE ${name} gauge`,
      ...samples.map(([key, number]) =>
        label === undefined ? `${name} ${number}` : `${name}{${label}="${key}"} ${number}`,
      ),
    ];
  });
  return `${lines.join('\n')}\n`;
}

/** Writes them for a node exporter's textfile collector, by a rename, so that a half-written file is never read. */
export function writeMetrics(path: string, health: Health): void {
  const partial = `${path}.partial`;
  writeFileSync(partial, metricsText(health));
  renameSync(partial, path);
}
