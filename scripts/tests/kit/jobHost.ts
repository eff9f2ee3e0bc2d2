import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { ROOT } from '../../connect360/root.ts';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';
import { END_OF_RUN, type HostedRun } from './hostedRun.ts';

/** How a run ended in a host: as in a process of its own. */
interface HostedEnd {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Host {
  readonly process: ChildProcess;
  readonly kill: () => Promise<void>;
}

const HOST_SCRIPT = join(ROOT, 'scripts', 'tests', 'kit', 'jobHostProcess.ts');

/** Hosts of this test file that wait for a run. */
const idle: Host[] = [];

/**
 * Runs the job's script in a process that has run it before, one run at a time: it has all modules, whose loading is most of
 * the time of a short run. Rejects when the job hangs.
 */
export async function runInHost(run: HostedRun): Promise<HostedEnd> {
  const host = idle.pop() ?? startHost(run.env);
  const hung = setTimeout(() => void host.kill(), HANG.process);
  const ended = await outcome(host.process, run);
  clearTimeout(hung);
  if (ended.signal === 'SIGKILL') throw new Error(`the job hangs: ${run.args.join(' ')}\n${ended.stderr}`);
  // The job may have ended the process, as it does when an error escapes.
  if (host.process.exitCode === null) idle.push(host);
  return ended;
}

function startHost(env: HostedRun['env']): Host {
  const child = fork(HOST_SCRIPT, { cwd: ROOT, env, execArgv: [], stdio: ['ignore', 'pipe', 'pipe', 'ipc'] });
  const kill = endsWithFile(async () => {
    const ended = child.exitCode === null && child.signalCode === null ? once(child, 'close') : undefined;
    // Who waits for its end has to stay until then.
    for (const handle of handles) handle.ref();
    child.kill('SIGKILL');
    await ended;
  });
  // A host that waits doesn't keep its parent from ending.
  const handles = [child, child.stdout as Socket, child.stderr as Socket];
  child.channel?.unref();
  for (const handle of handles) handle.unref();
  return { process: child, kill };
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
