import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';
import { END_OF_RUN, type HostedRun } from './hostedRun.ts';
import { keptByWorker, letParentEnd } from './keptByWorker.ts';

/** How a run ended in a host: as in a process of its own. */
interface HostedEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

const HOST_SCRIPT = join(ROOT, 'scripts', 'tests', 'kit', 'jobHostProcess.ts');

/** Hosts that wait for a run. */
const idle = keptByWorker?.jobHosts ?? [];

/**
 * Runs the job's script in a process that has run it before, one run at a time: it has all modules, whose loading is most of
 * the time of a short run. Rejects when the job hangs.
 */
export async function runInHost(run: HostedRun): Promise<HostedEnd> {
  const host = idle.pop() ?? startHost(run.env);
  let isRunning = true;
  // A run that its test doesn't wait for ends with the file.
  const kill = endsWithFile(async () => {
    if (!isRunning) return;
    const ended = once(host, 'close');
    host.ref();
    host.kill('SIGKILL');
    await ended;
  });
  const hung = setTimeout(() => void kill(), HANG.process);
  const ended = await outcome(host, run);
  isRunning = false;
  clearTimeout(hung);
  void kill();
  if (ended.signal === 'SIGKILL') throw new Error(`the job hangs: ${run.args.join(' ')}\n${ended.stderr}`);
  // The job may have ended the process, as it does when an error escapes.
  if (host.connected) idle.push(host);
  return ended;
}

function startHost(env: HostedRun['env']): ChildProcess {
  const child = fork(HOST_SCRIPT, { cwd: ROOT, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  letParentEnd(child);
  return child;
}

/** Sends the run to the host and collects what it prints until its end, or that of the host. */
function outcome(host: ChildProcess, run: HostedRun): Promise<HostedEnd> {
  return new Promise((resolve) => {
    let [stdout, stderr] = ['', ''];
    const [out, err] = [host.stdout, host.stderr];
    function handleOut(text: string): void {
      stdout += text;
      look();
    }
    function handleErr(text: string): void {
      stderr += text;
      look();
    }
    function look(): void {
      const [said, logged] = [stdout, stderr].map((text) => END_OF_RUN.exec(text));
      if (!said || !logged) return;
      finish({
        code: Number(said[1]),
        signal: null,
        stdout: stdout.slice(0, said.index),
        stderr: stderr.slice(0, logged.index),
      });
    }
    function handleClose(code: number | null, signal: NodeJS.Signals | null): void {
      finish({ code, signal, stdout, stderr });
    }
    function finish(end: HostedEnd): void {
      out?.off('data', handleOut);
      err?.off('data', handleErr);
      host.off('close', handleClose);
      resolve(end);
    }
    out?.setEncoding('utf8').on('data', handleOut);
    err?.setEncoding('utf8').on('data', handleErr);
    host.on('close', handleClose);
    host.send(run);
  });
}
