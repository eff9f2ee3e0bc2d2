import { Command } from 'commander';
import { join } from 'node:path';
import {
  completeForceApp,
  deployForceApp,
  deployInsights,
  INSIGHTS_STEPS,
} from './connect360/deployForceApp.ts';
import { deployFailure } from './connect360/deployFailure.ts';
import { planLines, type OrgIs } from './connect360/deployPlan.ts';
import { readSource, type ForceApp } from './connect360/forceApp.ts';
import { mappingNotes, mappingProblems } from './connect360/mapping.ts';
import { deleteComponents, type Component } from './connect360/orgComponents.ts';
import { readOrgLanguages, readOrgObjects } from './connect360/orgFacts.ts';
import { workFolder } from './connect360/workFolder.ts';
import { readOrgHolds } from './connect360/orgHolds.ts';
import { ROOT } from './connect360/root.ts';
import { buildComponents } from './connect360/seed.ts';
import { sfOfUser, SfError } from './connect360/sf.ts';
import { loadConfig } from './sync/config/loadConfig.ts';
import { heldFields } from './sync/events/comparison.ts';

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
  /** What the org is and what was meant to be done, a line each. */
  readonly plan: readonly string[];
  /** What went otherwise than it should without keeping the deploy from its end. */
  readonly notes: readonly string[];
  /** Lightning pages that stayed as the org has them. */
  readonly pagesLeft: readonly string[];
  readonly problems: readonly string[];
}

const options = new Command('npm run deploy --')
  .description(
    'Reads what an org is, says what it will do, builds the components and deploys force-app in the languages of the org.\n' +
      'Then deploys the permission set of the fields that config/sync.json maps, gives you CuZo_Admin, adds the missing rows of\n' +
      'config/reference, takes out what earlier releases have left (config/destructive) and adds the reports.\n' +
      'Can be run again at any time: what is there stays.',
  )
  .requiredOption('--target-org <alias>', 'alias or user name of the org, as `sf org list` shows it')
  .option('--check-only', 'only have the org check it: nothing is changed', false)
  .option(
    '--with-pages',
    'put our Lightning pages over those that the org has, changes of an admin included',
    false,
  )
  .option('--json', 'print the outcome as JSON', false)
  .parse()
  .opts<Options>();

const sf = sfOfUser();
const FOLDER = workFolder('deploy', options.targetOrg);

function say(text: string): void {
  if (!options.json) process.stdout.write(`${text}\n`);
}

function end(outcome: Omit<Outcome, 'checkOnly'>): void {
  if (options.json) process.stdout.write(`${JSON.stringify({ ...outcome, checkOnly: options.checkOnly })}\n`);
  else for (const problem of outcome.problems) process.stderr.write(`${problem}\n`);
  if (!outcome.success) process.exitCode = 1;
}

async function readOrg(): Promise<OrgIs> {
  const [languages, objects, holds] = await Promise.all([
    readOrgLanguages(sf, options.targetOrg),
    readOrgObjects(sf, options.targetOrg),
    readOrgHolds(sf, options.targetOrg, join(FOLDER, 'held')),
  ]);
  return { languages, objects, ...holds };
}

async function deploy(): Promise<void> {
  const orgIs = await readOrg();
  const { languages, objects, retired } = orgIs;
  const plan = planLines(orgIs, readSource(), options.withPages);
  for (const line of plan) say(line);
  const org = { id: languages.id, name: languages.name, language: languages.language };
  const config = loadConfig(join(ROOT, 'config', 'sync.json'));
  const { roles } = config;
  const problems = mappingProblems(roles, objects, heldFields(config));
  if (problems.length > 0) {
    say('\nNothing was deployed, as the org and config/sync.json do not fit:');
    end({ success: false, org, plan, notes: [], pagesLeft: [], problems });
    return;
  }
  const notes = [...mappingNotes(roles, objects)];
  for (const note of notes) say(note);
  say('Building the components');
  await buildComponents();
  say(options.checkOnly ? 'Having the org check force-app' : 'Deploying force-app');
  const forceApp = await deployForceApp(sf, options.targetOrg, FOLDER, languages, {
    checkOnly: options.checkOnly,
    keptPages: options.withPages ? new Set<string>() : orgIs.pages,
  });
  const { pagesLeft } = forceApp;
  for (const page of pagesLeft) say(`Left as it is: the Lightning page ${page} (--with-pages replaces it)`);
  if (!options.checkOnly) {
    say('Adding mapped permissions and reference records');
    await completeForceApp(sf, options.targetOrg, FOLDER, objects);
    const after = await afterwards(forceApp, retired);
    for (const note of after) say(note);
    notes.push(...after);
  }
  say(
    options.checkOnly
      ? 'The org takes it. Nothing was changed.'
      : `Done. Next: give the agents the permission set CuZo_Agent and check the job with npm run -s sync -- check --target-org ${options.targetOrg}`,
  );
  end({ success: true, org, plan, notes, pagesLeft, problems: [] });
}

/** What an org can do without: what it refuses of it is a note, and the deploy has succeeded all the same. */
async function afterwards(forceApp: ForceApp, retired: readonly Component[]): Promise<readonly string[]> {
  const notes: string[] = [];
  async function attempt(work: () => Promise<void>, otherwise: string): Promise<void> {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof SfError)) throw error;
      notes.push(...deployFailure(error.answer).map((reason) => `${otherwise}: ${reason}`));
    }
  }
  if (retired.length > 0)
    await attempt(
      () => deleteComponents(sf, options.targetOrg, join(FOLDER, 'retired'), retired),
      'Left there from an earlier release',
    );
  for (const step of INSIGHTS_STEPS) {
    say(`Deploying ${step.what}`);
    await attempt(() => deployInsights(sf, options.targetOrg, forceApp, step), `Without ${step.what}`);
  }
  return notes;
}

try {
  await deploy();
} catch (error) {
  const problems =
    error instanceof SfError
      ? deployFailure(error.answer)
      : [error instanceof Error ? error.message : String(error)];
  end({ success: false, plan: [], notes: [], pagesLeft: [], problems });
}
