import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { completeForceApp, deployForceApp } from './deployForceApp.ts';
import { readOrgLanguages, readOrgObjects } from './orgFacts.ts';
import { ROOT } from './root.ts';
import { importSampleRecords } from './sampleRecords.ts';
import type { Sf } from './sf.ts';
import { assignPermissionSets, importUsers } from './users.ts';

/** The alias under which the CLI knows the org. */
const ALIAS = 'connect360';

/** Runs a step, and prints its name and then its duration in seconds. */
export type Step = <T>(name: string, work: () => Promise<T>) => Promise<T>;

export interface OrgLogin {
  readonly url: string;
  readonly accessToken: string;
}

/**
 * Turns an empty org into Connect 360 with the Salesforce CLI: login, deploy of force-app and of what Connect 360 already
 * has, users and their permission sets, reference and sample records. `folder` is for working files.
 */
export async function seedConnect360(sf: Sf, login: OrgLogin, folder: string, step: Step): Promise<void> {
  const target = ['--target-org', ALIAS];
  await step('build the components', buildComponents);
  await step('log in', () =>
    sf(['org', 'login', 'access-token', '--instance-url', login.url, '--no-prompt', '--alias', ALIAS], {
      SF_ACCESS_TOKEN: login.accessToken,
    }),
  );
  await step('deploy force-app', async () =>
    deployForceApp(sf, ALIAS, folder, await readOrgLanguages(sf, ALIAS)),
  );
  await step('deploy config/connect360', () =>
    sf(['project', 'deploy', 'start', '--source-dir', join('config', 'connect360'), ...target]),
  );
  await step('add mapped permissions and reference records', async () =>
    completeForceApp(sf, ALIAS, folder, await readOrgObjects(sf, ALIAS)),
  );
  await step('create the users', () => importUsers(sf, ALIAS, folder));
  await step('assign permission sets', () => assignPermissionSets(sf, ALIAS));
  await step('import the sample records', () => importSampleRecords(sf, ALIAS, folder));
}

/** Runs `npm run build`. */
export function buildComponents(): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [join(ROOT, 'scripts', 'build.ts')], {
      cwd: ROOT,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve();
      else reject(new Error('npm run build failed, see above'));
    });
  });
}
