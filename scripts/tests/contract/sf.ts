import { spawn } from 'node:child_process';
import { resolve } from 'node:path';

const CLI = resolve('node_modules/@salesforce/cli/bin/run.js');

/** What a command of the CLI ended with: its exit code and its `--json` answer. */
export interface SfAnswer {
  readonly code: number | null;
  readonly json: {
    readonly status?: number;
    readonly name?: string;
    readonly message?: string;
    readonly result?: unknown;
  };
}

export type Sf = (args: readonly string[], env?: Readonly<Record<string, string>>) => Promise<SfAnswer>;

const QUIET = {
  SF_DISABLE_TELEMETRY: 'true',
  SF_SKIP_NEW_VERSION_CHECK: 'true',
  SF_DISABLE_AUTOUPDATE: 'true',
  SF_DISABLE_LOG_FILE: 'true',
  FORCE_COLOR: '0',
};

/** The real Salesforce CLI with its logins under `home`, run in `cwd` with `--json`. */
export const sfIn =
  (home: string, cwd: string): Sf =>
  (args, env = {}) =>
    new Promise((done, fail) => {
      const child = spawn(process.execPath, [CLI, ...args, '--json'], {
        cwd,
        env: { PATH: process.env.PATH, ...QUIET, HOME: home, ...env },
        stdio: ['ignore', 'pipe', 'pipe'],
      });
      let out = '';
      let err = '';
      child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString('utf8')));
      child.stderr.on('data', (chunk: Buffer) => (err += chunk.toString('utf8')));
      child.once('error', fail);
      child.once('close', (code) => {
        try {
          done({ code, json: JSON.parse(out) as SfAnswer['json'] });
        } catch {
          fail(new Error(`sf ${args.join(' ')} ended with ${String(code)} and no JSON:\n${out}\n${err}`));
        }
      });
    });
