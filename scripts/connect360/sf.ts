import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_CACHE } from './compileCache.ts';
import { ROOT } from './root.ts';

const SF = join(ROOT, 'node_modules', '@salesforce', 'cli', 'bin', 'run.js');

/** Keeps the CLI from calling out: no telemetry, no version check, no self-update, no log file. */
const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  SF_USE_GENERIC_UNIX_KEYCHAIN: 'true',
  FORCE_COLOR: '0',
};

type Environment = Readonly<Record<string, string | undefined>>;

/** What a command of the CLI ended with. */
export interface SfAnswer {
  readonly code: number | null;
  /** The `--json` answer; undefined when the command printed something else. */
  readonly json:
    | {
        readonly status?: number;
        readonly name?: string;
        readonly message?: string;
        readonly data?: unknown;
        readonly result?: unknown;
      }
    | undefined;
  /** What was printed to stderr, or without that to stdout. */
  readonly text: string;
}

export type SfCommand = (args: readonly string[], env?: Environment) => Promise<SfAnswer>;

function parseAnswer(stdout: string): SfAnswer['json'] {
  try {
    return JSON.parse(stdout) as SfAnswer['json'];
  } catch {
    return undefined;
  }
}

/**
 * The CLI with `home` as its HOME, so that its logins and settings stay in that folder, run in `cwd`. Failing commands are
 * answers too; only a CLI that can't be started rejects. A command that takes longer than `limitMs` is ended.
 */
export function sfCommand(
  home: string,
  cwd: string,
  environment: Environment = process.env,
  limitMs?: number,
): SfCommand {
  mkdirSync(home, { recursive: true });
  return (args, env = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [SF, ...args, '--json'], {
        cwd,
        env: { ...COMPILE_CACHE, ...environment, ...QUIET, HOME: home, USERPROFILE: home, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
        timeout: limitMs,
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.once('error', reject);
      child.once('close', (code) => {
        resolve({ code, json: parseAnswer(stdout), text: stderr || stdout });
      });
    });
}

/** Runs one command of the Salesforce CLI and gives the `result` of its --json answer; throws SfError when it fails. */
export type Sf = (args: readonly string[], env?: Environment) => Promise<unknown>;

export class SfError extends Error {
  readonly answer: unknown;

  constructor(args: readonly string[], answer: unknown, text: string) {
    super(`sf ${args.join(' ')} failed: ${text}`);
    this.name = 'SfError';
    this.answer = answer;
  }
}

/** The CLI as `sfCommand` runs it, in the project's folder. */
export function sfWithHome(home: string): Sf {
  const command = sfCommand(home, ROOT);
  return async (args, env) => {
    const { code, json, text } = await command(args, env);
    if (code === 0 && json) return json.result;
    throw new SfError(args, json, json?.message ?? text);
  };
}
