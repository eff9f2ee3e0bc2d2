import { Command } from 'commander';
import { join } from 'node:path';
import { completeForceApp, deployForceApp } from './connect360/deployForceApp.ts';
import { deployFailure } from './connect360/deployFailure.ts';
import { mappingProblems } from './connect360/mapping.ts';
import {
  readOrgLanguages,
  readOrgObjects,
  type OrgLanguages,
  type OrgObjects,
} from './connect360/orgFacts.ts';
import { ROOT } from './connect360/root.ts';
import { buildComponents } from './connect360/seed.ts';
import { sfOfUser, SfError } from './connect360/sf.ts';
import { loadConfig } from './sync/config/loadConfig.ts';

interface Options {
  readonly targetOrg: string;
  readonly checkOnly: boolean;
  readonly withPages: boolean;
  readonly json: boolean;
}

/** What `--json` prints. */
interface Outcome {
  readonly success: boolean;
  readonly org?: { readonly id: string; readonly name: string; readonly language: string };
  readonly checkOnly: boolean;
  /** Record pages that stayed as the org has them. */
  readonly pagesLeft: readonly string[];
  readonly problems: readonly string[];
}

const options = new Command('npm run deploy --')
  .description(
    'Reads what an org is, says what it will do, builds the components and deploys force-app in the languages of the org.\n' +
      'Then deploys the permission set of the fields that config/sync.json maps, gives you CuZo_Admin and adds the missing\n' +
      'rows of config/reference. Can be run again at any time: what is there stays.',
  )
  .requiredOption('--target-org <alias>', 'alias or user name of the org, as `sf org list` shows it')
  .option('--check-only', 'only have the org check it: nothing is changed', false)
  .option(
    '--with-pages',
    'put our record pages over those that the org has, changes of an admin included',
    false,
  )
  .option('--json', 'print the outcome as JSON', false)
  .parse()
  .opts<Options>();

const sf = sfOfUser();
const FOLDER = join(ROOT, '.local', 'deploy');

function say(text: string): void {
  if (!options.json) process.stdout.write(`${text}\n`);
}

function end(outcome: Omit<Outcome, 'checkOnly'>): void {
  if (options.json) process.stdout.write(`${JSON.stringify({ ...outcome, checkOnly: options.checkOnly })}\n`);
  else for (const problem of outcome.problems) process.stderr.write(`${problem}\n`);
  if (!outcome.success) process.exitCode = 1;
}

/** What the org is and what will be done, before anything is. */
function tellPlan(languages: OrgLanguages, objects: OrgObjects): void {
  const { id, name, isSandbox, language, translations } = languages;
  const yes = (has: boolean): string => (has ? 'yes' : 'no');
  const account = objects.Account;
  const isCoded = account?.has('billingcountrycode') === true;
  for (const line of [
    `Org: ${name} (${id})${isSandbox ? ', a sandbox' : ''}`,
    `Language: ${language}; translated into ${[...translations].join(', ') || 'none: Translation Workbench is off or empty'}`,
    `Person accounts: ${yes(account?.has('ispersonaccount') === true)}; insurance policies: ${yes(objects.InsurancePolicy !== null)}`,
    `State and Country picklists: ${yes(isCoded)}${isCoded ? ' (set contact.country to "code" in config/sync.json)' : ''}`,
    `Record pages of the org are ${options.withPages ? 'replaced by ours' : 'left as they are where they have the names of ours'}`,
  ])
    say(line);
}

async function deploy(): Promise<void> {
  const [languages, objects] = await Promise.all([
    readOrgLanguages(sf, options.targetOrg),
    readOrgObjects(sf, options.targetOrg),
  ]);
  tellPlan(languages, objects);
  const org = { id: languages.id, name: languages.name, language: languages.language };
  const problems = mappingProblems(loadConfig(join(ROOT, 'config', 'sync.json')).roles, objects);
  if (problems.length > 0) {
    say('\nNothing was deployed, as the org and config/sync.json do not fit:');
    end({ success: false, org, pagesLeft: [], problems });
    return;
  }
  say('Building the components');
  await buildComponents();
  say(options.checkOnly ? 'Having the org check force-app' : 'Deploying force-app');
  const { pagesLeft } = await deployForceApp(sf, options.targetOrg, FOLDER, languages, options);
  for (const page of pagesLeft) say(`Left as it is: the record page ${page} (--with-pages replaces it)`);
  if (!options.checkOnly) {
    say('Adding mapped permissions and reference records');
    await completeForceApp(sf, options.targetOrg, FOLDER, objects);
  }
  say(
    options.checkOnly
      ? 'The org takes it. Nothing was changed.'
      : `Done. Next: give the agents the permission set CuZo_Agent and check the job with npm run -s sync -- check --target-org ${options.targetOrg}`,
  );
  end({ success: true, org, pagesLeft, problems: [] });
}

try {
  await deploy();
} catch (error) {
  const problems =
    error instanceof SfError
      ? deployFailure(error.answer)
      : [error instanceof Error ? error.message : String(error)];
  end({ success: false, pagesLeft: [], problems });
}
