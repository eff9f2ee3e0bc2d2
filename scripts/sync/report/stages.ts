import type { Org } from '../org/org.ts';
import type { Log } from './log.ts';
import { peakRssMb } from './report.ts';

const MICROS = 1_000_000;

/**
 * Runs a stage of the job and logs its wall time and its own CPU time, both in seconds, its API calls, and the memory peak
 * so far.
 */
export async function logged<T>(log: Log, stage: string, org: Org, work: () => T | Promise<T>): Promise<T> {
  const [begun, cpu, calls] = [performance.now(), process.cpuUsage(), org.apiCalls()];
  const result = await work();
  const { user, system } = process.cpuUsage(cpu);
  const seconds = (performance.now() - begun) / 1000;
  log.info(
    {
      stage,
      seconds: Number(seconds.toFixed(2)),
      cpuSeconds: Number(((user + system) / MICROS).toFixed(2)),
      apiCalls: org.apiCalls() - calls,
      peakRssMb: peakRssMb(),
    },
    'stage done',
  );
  return result;
}
