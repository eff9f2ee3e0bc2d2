import { type ChildProcess, fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import type { RunningOrg } from '../../connect360/orgCommand.ts';
import { ROOT } from '../../connect360/root.ts';
import type { Ready } from '../../local-org/server.ts';
import { endsWithFile } from './ending.ts';
import { HANG } from './hang.ts';
import { type KeptByWorker, letParentEnd } from './keptByWorker.ts';

/** What the host is told: to start the org `id`, or to close it. */
export interface OrgTask {
  readonly id: string;
  /** The arguments of `npm run org`; without them the org is closed. */
  readonly args?: readonly string[];
}

/** The host's answer to a task, under the task's id. */
export interface OrgTaskEnd {
  readonly id: string;
  /** Of an org that was started. */
  readonly ready?: Ready;
  /** Why the task failed. */
  readonly error?: string;
}

const HOST_SCRIPT = join(ROOT, 'scripts', 'tests', 'kit', 'orgHostProcess.ts');

/**
 * Starts a local org in a process that has served orgs before: loading its modules and compiling them is most of the time of
 * an org that few requests are sent to. Rejects when it can't be started.
 */
export async function startHostedOrg(kept: KeptByWorker, args: readonly string[]): Promise<RunningOrg> {
  const id = randomUUID();
  if (kept.orgHost?.connected !== true) kept.orgHost = startHost();
  const host = kept.orgHost;
  const { ready } = await answer(host, { id, args });
  if (ready === undefined) throw new Error('the local org did not say that it is ready');
  const close = endsWithFile(async () => {
    if (host.connected) await answer(host, { id });
  });
  return { ready, close };
}

function startHost(): ChildProcess {
  const child = fork(HOST_SCRIPT, {
    cwd: ROOT,
    env: { ...process.env, ...COMPILE_CACHE, NODE_OPTIONS: '' },
    execArgv: [],
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  child.setMaxListeners(0);
  letParentEnd(child);
  return child;
}

function answer(host: ChildProcess, task: OrgTask): Promise<OrgTaskEnd> {
  return new Promise((resolve, reject) => {
    // It also keeps this process until the answer is there.
    const hung = setTimeout(() => {
      host.kill('SIGKILL');
    }, HANG.process);
    function handleMessage(end: unknown): void {
      const { id, error } = end as OrgTaskEnd;
      if (id !== task.id) return;
      finish();
      if (error === undefined) resolve(end as OrgTaskEnd);
      else reject(new Error(error));
    }
    function handleExit(): void {
      finish();
      reject(new Error('the process of the local orgs has ended'));
    }
    function finish(): void {
      clearTimeout(hung);
      host.off('message', handleMessage).off('exit', handleExit);
      // A listener for messages keeps the channel.
      host.channel?.unref();
    }
    host.on('message', handleMessage).on('exit', handleExit);
    host.send(task);
  });
}
