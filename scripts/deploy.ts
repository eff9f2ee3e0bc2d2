import { Command } from 'commander';
import { join } from 'node:path';
import { homedir } from 'node:os';
import { completeForceApp, deployForceApp } from './connect360/deployForceApp.ts';
import { ROOT } from './connect360/root.ts';
import { buildComponents } from './connect360/seed.ts';
import { sfWithHome } from './connect360/sf.ts';

const { targetOrg } = new Command('npm run deploy --')
  .description(
    'Builds the components, deploys force-app to an org that the Salesforce CLI is logged in to, deploys the permission\n' +
      'set of the mapped fields (config/sync.json), gives you CuZo_Admin and adds the missing rows of config/reference.',
  )
  .requiredOption('--target-org <alias>', 'alias or user name of the org, as `sf org list` shows it')
  .parse()
  .opts<{ targetOrg: string }>();

const sf = sfWithHome(homedir());
const say = (text: string): boolean => process.stdout.write(`${text}\n`);

try {
  say('Building the components');
  await buildComponents();
  say(`Deploying force-app to ${targetOrg}`);
  await deployForceApp(sf, targetOrg);
  say('Adding mapped permissions and reference records');
  await completeForceApp(sf, targetOrg, join(ROOT, '.local', 'deploy'));
  say(
    `Done. Next: give the agents the permission set CuZo_Agent and check the job with npm run -s sync -- check --target-org ${targetOrg}`,
  );
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
