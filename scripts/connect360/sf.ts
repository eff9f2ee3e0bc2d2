import { spawn } from 'node:child_process';
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
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

/** Runs one command of the Salesforce CLI and gives the `result` of its --json answer; throws SfError when it fails. */
export type Sf = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<unknown>;

export class SfError extends Error {
  readonly answer: unknown;

  constructor(args: readonly string[], answer: unknown, text: string) {
    super(`sf ${args.join(' ')} failed: ${text}`);
    this.name = 'SfError';
    this.answer = answer;
  }
}

interface Answer {
  readonly status: number;
  readonly result?: unknown;
  readonly message?: string;
}

function parseAnswer(stdout: string): Answer | undefined {
  try {
    return JSON.parse(stdout) as Answer;
  } catch {
    return undefined;
  }
}

/** The CLI with `home` as its HOME, so that its logins and settings stay in that folder. */
export function sfWithHome(home: string): Sf {
  mkdirSync(home, { recursive: true });
  return (args, env = {}) =>
    new Promise((resolve, reject) => {
      const child = spawn(process.execPath, [SF, ...args, '--json'], {
        cwd: ROOT,
        env: { ...process.env, ...QUIET, HOME: home, USERPROFILE: home, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let stdout = '';
      let stderr = '';
      child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
      child.stderr.setEncoding('utf8').on('data', (text: string) => (stderr += text));
      child.once('error', reject);
      child.once('close', (code) => {
        const answer = parseAnswer(stdout);
        if (code === 0 && answer) resolve(answer.result);
        else reject(new SfError(args, answer, answer?.message ?? (stderr || stdout)));
      });
    });
}
