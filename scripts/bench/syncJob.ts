import { mkdirSync } from 'node:fs';
import type { Report } from '../sync/report/report.ts';
import type { Connect360 } from '../tests/kit/connect360.ts';
import { runJob } from '../tests/kit/job.ts';

/** What a stage took, in seconds: wall time, and CPU time of the job's own process. */
export interface StageTime {
  readonly wall: number;
  readonly cpu: number;
}

export interface JobRun {
  readonly report: Report;
  /** Of the whole process, from its start to its end, in seconds. */
  readonly wall: number;
  /** By stage: read, match, write, settle. */
  readonly stages: ReadonlyMap<string, StageTime>;
}

/** A million events take a quarter of an hour, on a busy machine a multiple of it. */
const PATIENCE_MS = 3 * 60 * 60 * 1000;

/** Runs the job as production does: by its npm script, logged in by JWT. */
export async function timeJob(org: Connect360, feed: string, stateDir: string): Promise<JobRun> {
  mkdirSync(stateDir, { recursive: true });
  const begun = performance.now();
  const { code, stderr, report } = await runJob(['run', '--feed', feed, '--state-dir', stateDir, '--json'], {
    command: ['npm', 'run', '-s', 'sync', '--'],
    env: org.jwtEnv('sync@connect360.local'),
    patience: PATIENCE_MS,
  });
  const wall = (performance.now() - begun) / 1000;
  if (code !== 0) throw new Error(`the job ended with ${String(code)}: ${stderr}`);
  return { report, wall, stages: stagesOf(stderr) };
}

interface LogLine {
  readonly msg?: string;
  readonly stage?: string;
  readonly seconds?: number;
  readonly cpuSeconds?: number;
}

function stagesOf(log: string): ReadonlyMap<string, StageTime> {
  const lines = log
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as LogLine);
  return new Map(
    lines
      .filter(({ msg }) => msg === 'stage done')
      .map(({ stage = '', seconds = 0, cpuSeconds = 0 }) => [stage, { wall: seconds, cpu: cpuSeconds }]),
  );
}
