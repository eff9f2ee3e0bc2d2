import { type ChildProcess, fork } from 'node:child_process';
import type { Socket } from 'node:net';
import { join } from 'node:path';
import { ROOT } from './root.ts';

/** A command for the CLI. */
export interface SfRun {
  /** The CLI's start script. */
  readonly script: string;
  readonly args: readonly string[];
  /** All of its environment. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly cwd: string;
}

/** How a command of the CLI ended. */
export interface SfRunEnd {
  /** Null when it was ended from outside. */
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

interface Host {
  /** Undefined before the first command, and after the process has ended. */
  process: ChildProcess | undefined;
  /** Settled when the last command that was given to it has ended. */
  queue: Promise<unknown>;
  waiting: number;
}

const HOST = join(ROOT, 'scripts', 'connect360', 'sfHostProcess.ts');

/** After so many milliseconds without a command a process ends: a deploy builds the components between two commands. */
const IDLE_MS = 30_000;

/** By the folder of the CLI's logins: what a process has read of one, it never uses for another. */
const hosts = new Map<string, Host>();

/**
 * Runs a command of the CLI in a process that stays for the next one with the same `home`, one after the other. A command
 * that takes longer than `limitMs` is ended with its process. Rejects when no process can be started.
 */
export function runHosted(home: string, run: SfRun, limitMs?: number): Promise<SfRunEnd> {
  const host = hosts.get(home) ?? { process: undefined, queue: Promise.resolve(), waiting: 0 };
  hosts.set(home, host);
  host.waiting += 1;
  const end = host.queue.then(() => oneCommand((host.process ??= startProcess(host, run)), run, limitMs));
  host.queue = end
    .catch(() => undefined)
    .then(() => {
      host.waiting -= 1;
      if (host.waiting === 0) endWhenIdle(host);
    });
  return end;
}

function startProcess(host: Host, { env, cwd }: SfRun): ChildProcess {
  const child = fork(HOST, {
    cwd,
    env,
    execArgv: ['--no-deprecation'],
    stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
  });
  function forget(): void {
    if (host.process === child) host.process = undefined;
  }
  return child.once('error', forget).once('exit', forget);
}

/** Until then it doesn't keep its parent from ending, and it ends with its parent. */
function endWhenIdle(host: Host): void {
  const { process: child } = host;
  if (!child) return;
  for (const handle of handlesOf(child)) handle?.unref();
  setTimeout(() => {
    if (host.waiting > 0 || host.process !== child) return;
    host.process = undefined;
    if (child.connected) child.disconnect();
  }, IDLE_MS).unref();
}

/** What keeps the parent of a process from ending. */
const handlesOf = (host: ChildProcess) => [host, host.channel, host.stderr as Socket | null];

/** Sends the command and waits until it, or the process, has ended. */
function oneCommand(host: ChildProcess, run: SfRun, limitMs?: number): Promise<SfRunEnd> {
  for (const handle of handlesOf(host)) handle?.ref();
  return new Promise((resolve, reject) => {
    let broken = '';
    const limit = limitMs === undefined ? undefined : setTimeout(() => host.kill(), limitMs);
    const collect = (text: Buffer): void => void (broken += String(text));
    function finish(settle: () => void): void {
      clearTimeout(limit);
      host.off('message', handleEnd).off('exit', handleExit).off('error', handleError);
      host.stderr?.off('data', collect);
      settle();
    }
    function handleEnd(end: unknown): void {
      finish(() => {
        resolve(end as SfRunEnd);
      });
    }
    function handleExit(code: number | null): void {
      finish(() => {
        resolve({ code, stdout: '', stderr: broken });
      });
    }
    function handleError(error: Error): void {
      finish(() => {
        reject(error);
      });
    }
    host.on('message', handleEnd).on('exit', handleExit).on('error', handleError);
    host.stderr?.on('data', collect);
    host.send(run);
  });
}
