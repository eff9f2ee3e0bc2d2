import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compileCache.ts';
import { ROOT } from './root.ts';
import { runHosted, type SfRun, type SfRunEnd } from './sfHost.ts';

const SF = join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** Keeps the CLI from network calls of its own: no telemetry, version check or self-update; and no log file. */
const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  FORCE_COLOR: '0',
};

/** Keeps logins in a file of the home folder, where a machine of ours has no keychain. */
export const FILE_KEYCHAIN = { SF_USE_GENERIC_UNIX_KEYCHAIN: 'true' } as const;

type Environment = Readonly<Record<string, string | undefined>>;

/** The result of a CLI command. */
export interface SfAnswer {
  readonly code: number | null;
  /** The `--json` answer; undefined when the output was something else. */
  readonly json:
    | {
        readonly status?: number;
        readonly name?: string;
        readonly message?: string;
        readonly data?: unknown;
        readonly result?: unknown;
      }
    | undefined;
  /** The text on stderr or, when that is empty, on stdout. */
  readonly text: string;
}

export type SfCommand = (args: readonly string[], env?: Environment, project?: string) => Promise<SfAnswer>;

function parseAnswer(stdout: string): SfAnswer['json'] {
  try {
    return JSON.parse(stdout) as SfAnswer['json'];
  } catch {
    return undefined;
  }
}

/**
 * The CLI with `home` as its HOME, so that its logins and settings stay in that folder, run in `cwd`. Failing commands are
 * answers too; only a CLI that can't be started rejects. `project`: another folder than `cwd`. A command that takes longer than
 * `limitMs` is ended. Commands of one home run one after another in a process that has the CLI loaded; a command with
 * NODE_OPTIONS of its own gets a process of its own.
 */
export function sfCommand(
  home: string,
  cwd: string,
  environment: Environment = process.env,
  limitMs?: number,
): SfCommand {
  mkdirSync(home, { recursive: true });
  return async (args, env = {}, project = cwd) => {
    const run: SfRun = {
      script: SF,
      args: [...args, '--json'],
      env: { ...COMPILE_CACHE, ...environment, ...QUIET, HOME: home, USERPROFILE: home, ...env },
      cwd: project,
    };
    const isHosted = env.NODE_OPTIONS === undefined;
    const { code, stdout, stderr } = await (isHosted
      ? runHosted(home, run, limitMs)
      : runAlone(run, limitMs));
    return { code, json: parseAnswer(stdout), text: stderr || stdout };
  };
}

/** Runs a command of the CLI in a process of its own. */
function runAlone({ script, args, env, cwd }: SfRun, limitMs?: number): Promise<SfRunEnd> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
      timeout: limitMs,
    });
    let stdout = '';
    let stderr = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
    child.once('error', reject);
    child.once('close', (code) => {
      resolve({ code, stdout, stderr });
    });
  });
}

/** Runs a CLI command and returns the `result` of its --json answer. Throws SfError when the command fails. */
export type Sf = (args: readonly string[], env?: Environment, project?: string) => Promise<unknown>;

export class SfError extends Error {
  /** The CLI's --json answer; where it gave none, what it printed instead. */
  readonly answer: unknown;

  constructor(args: readonly string[], answer: unknown, text: string) {
    super(`sf ${args.join(' ')} failed: ${text}`);
    this.name = 'SfError';
    this.answer = answer ?? { message: text };
  }
}

/** The CLI as `sfCommand` runs it, in the project's folder. */
export function sfWithHome(home: string): Sf {
  return resultOf(sfCommand(home, ROOT, { ...process.env, ...FILE_KEYCHAIN }));
}

/** The CLI as the user of this machine has it, with the logins of their own keychain. */
export function sfOfUser(): Sf {
  return resultOf(sfCommand(homedir(), ROOT));
}

function resultOf(command: SfCommand): Sf {
  return async (args, env, project) => {
    const { code, json, text } = await command(args, env, project);
    if (code === 0 && json) return json.result;
    throw new SfError(args, json, json?.message ?? text);
  };
}
