import { spawn } from 'node:child_process';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
import type { Report } from '../../sync/report/report.ts';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';

/** How the job's process ended. */
export interface Ended {
  /** Null when a signal ended it. */
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
  /** The report of --json. Throws when there is none. */
  readonly report: Report;
}

type Stop = (signal: NodeJS.Signals) => void;

export interface JobOptions {
  /** SF_ variables for the login and other environment variables; the caller's own SF_ variables are not passed on. */
  readonly env?: Readonly<Record<string, string>>;
  /** The content of standard input; empty by default. */
  readonly stdin?: string | Buffer | Readable;
  /** Keeps standard input open. */
  readonly openStdin?: boolean;
  /** The command that runs the job, without the job's own arguments; by default node and its script. */
  readonly command?: readonly [string, ...string[]];
  readonly onStart?: (stop: Stop) => void;
  /** Called with the log, a few lines at a time; may stop the job. */
  readonly onLog?: (lines: string, stop: Stop) => void;
}

/** The script of the job. */
export const JOB_SCRIPT = join(ROOT, 'scripts', 'sync', 'main.ts');

/** Runs a command of the job in a process of its own and waits for its end. Rejects when it hangs or can't be started. */
export function runJob(args: readonly string[], options: JobOptions = {}): Promise<Ended> {
  const [file, ...before] = options.command ?? [process.execPath, JOB_SCRIPT];
  const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !name.startsWith('SF_')));
  const job = spawn(file, [...before, ...args], {
    cwd: ROOT,
    env: { ...env, NODE_OPTIONS: '', ...COMPILE_CACHE, ...options.env },
    stdio: ['pipe', 'pipe', 'pipe'],
  });
  const kill = endsWithFile(() => job.kill('SIGKILL'));
  const stop: Stop = (signal) => job.kill(signal);
  let [stdout, stderr] = ['', ''];
  job.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
  job.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text;
    options.onLog?.(text, stop);
  });
  // The job may end without reading all of it.
  job.stdin.on('error', () => undefined);
  if (!options.openStdin) feed(job.stdin, options.stdin ?? '');
  options.onStart?.(stop);
  return new Promise((resolve, reject) => {
    const hung = setTimeout(() => {
      void kill();
      reject(new Error(`the job hangs: ${args.join(' ')}\n${stderr}`));
    }, HANG.process);
    job.once('error', reject);
    job.once('close', (code, signal) => {
      clearTimeout(hung);
      void kill();
      resolve({
        code,
        signal,
        stdout,
        stderr,
        get report() {
          try {
            return JSON.parse(stdout) as Report;
          } catch {
            throw new Error(`no report, exit code ${String(code)}: ${stdout}${stderr}`);
          }
        },
      });
    });
  });
}

function feed(to: NodeJS.WritableStream, input: NonNullable<JobOptions['stdin']>): void {
  if (typeof input === 'string' || Buffer.isBuffer(input)) to.end(input);
  else input.pipe(to);
}
