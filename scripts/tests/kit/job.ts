import { spawn } from 'node:child_process';
import type { Readable } from 'node:stream';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
import type { Report } from '../../sync/report/report.ts';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';
import { runInHost } from './jobHost.ts';
import { JOB_SCRIPT } from './jobScript.ts';

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
  /** The command that runs the job in a process of its own, without the job's own arguments: {@link OWN_PROCESS} or another. */
  readonly command?: readonly [string, ...string[]];
  readonly onStart?: (stop: Stop) => void;
  /** Milliseconds after which the job counts as hanging, in a process of its own: {@link HANG} unless it is given. */
  readonly patience?: number;
  /** Called with the log, a few lines at a time; may stop the job. */
  readonly onLog?: (lines: string, stop: Stop) => void;
}

/** The job's script in a process of its own. */
export const OWN_PROCESS = [process.execPath, JOB_SCRIPT] as const;

/**
 * Runs a command of the job and waits for its end. Rejects when it hangs or can't be started. Without options about the
 * process itself or its standard input, a process that has run the job before does it, which starts at once.
 */
export function runJob(args: readonly string[], options: JobOptions = {}): Promise<Ended> {
  const outer = Object.entries(process.env).filter(([name]) => !name.startsWith('SF_'));
  const env = {
    ...(Object.fromEntries(outer) as Record<string, string>),
    NODE_OPTIONS: '',
    ...COMPILE_CACHE,
    ...options.env,
  };
  const { command, stdin, openStdin, onStart, onLog } = options;
  const isPlain = !command && stdin === undefined && !openStdin && !onStart && !onLog;
  // A host has no standard input that could be read again.
  if (!isPlain || args.includes('-')) return inOwnProcess(args, env, options);
  return runInHost({ args, env }).then(withReport);
}

function inOwnProcess(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
  options: JobOptions,
): Promise<Ended> {
  const [file, ...before] = options.command ?? OWN_PROCESS;
  const job = spawn(file, [...before, ...args], { cwd: ROOT, env, stdio: ['pipe', 'pipe', 'pipe'] });
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
    }, options.patience ?? HANG.process);
    job.once('error', reject);
    job.once('close', (code, signal) => {
      clearTimeout(hung);
      void kill();
      resolve(withReport({ code, signal, stdout, stderr }));
    });
  });
}

const withReport = (ended: Omit<Ended, 'report'>): Ended => ({
  ...ended,
  get report() {
    try {
      return JSON.parse(ended.stdout) as Report;
    } catch {
      throw new Error(`no report, exit code ${String(ended.code)}: ${ended.stdout}${ended.stderr}`);
    }
  },
});

function feed(to: NodeJS.WritableStream, input: NonNullable<JobOptions['stdin']>): void {
  if (typeof input === 'string' || Buffer.isBuffer(input)) to.end(input);
  else input.pipe(to);
}
