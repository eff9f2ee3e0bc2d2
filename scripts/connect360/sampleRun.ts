import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { freshSamples } from './freshSamples.ts';
import { ROOT } from './root.ts';

/** How to log in by JWT as the integration user. */
export interface JwtLogin {
  readonly url: string;
  readonly clientId: string;
  readonly jwtKeyFile: string;
}

/** The job's script. */
export const JOB = join(ROOT, 'scripts', 'sync', 'main.ts');

const SYNC_USERNAME = 'sync@connect360.local';

/** Exit codes of a finished run; 1 means that some lines were rejected, as in the sample feed. */
const FINISHED = [0, 1];

/** The environment in which the job logs in as the integration user. */
export const jobEnvironment = (login: JwtLogin): NodeJS.ProcessEnv => ({
  ...process.env,
  SF_LOGIN_URL: login.url,
  SF_CLIENT_ID: login.clientId,
  SF_USERNAME: SYNC_USERNAME,
  SF_JWT_KEY_FILE: login.jwtKeyFile,
});

/**
 * Runs the job on config/samples/feed as the integration user, with the events shifted to last night; the shifted feed is
 * kept in `feedFolder`. Returns the run's summary. Throws when the run didn't finish.
 */
export function runSampleFeed(login: JwtLogin, stateDir: string, feedFolder: string): Promise<string> {
  freshSamples(join(ROOT, 'config', 'samples', 'feed'), feedFolder, new Date());
  const args = ['run', '--feed', feedFolder, '--state-dir', stateDir];
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [JOB, ...args, '--quiet'], {
      cwd: ROOT,
      env: jobEnvironment(login),
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    let stdout = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => (stdout += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code !== null && FINISHED.includes(code)) resolve(stdout.trimEnd());
      else reject(new Error(`the job stopped with exit code ${code ?? 'none'}, see its messages above`));
    });
  });
}
