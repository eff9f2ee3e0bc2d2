import { Command } from 'commander';
import { resolve, join } from 'node:path';
import { createInterface } from 'node:readline/promises';
import { z } from 'zod';
import { ADMIN_PERMISSION_SET } from './connect360/deployForceApp.ts';
import { deployFailure } from './connect360/deployFailure.ts';
import { exportFields, exportProblem } from './connect360/fieldExport.ts';
import {
  componentsIn,
  deleteComponents,
  type Component,
  retrieveComponents,
} from './connect360/orgComponents.ts';
import { readOrganization } from './connect360/orgFacts.ts';
import { everythingOurs, removalSteps } from './connect360/removal.ts';
import { ROOT } from './connect360/root.ts';
import { workFolder } from './connect360/workFolder.ts';
import { sfOfUser, SfError } from './connect360/sf.ts';
import {
  assignmentBlockers,
  placeBlockers,
  referenceBlockers,
  type Assignment,
} from './connect360/undeployBlockers.ts';

const options = new Command('npm run undeploy --')
  .description(
    'Takes out of an org all that npm run deploy has put there. First lists what an admin has to clear by hand, and stops there;\n' +
      'then exports what our fields hold, which goes with them; then takes the components out, in their order.',
  )
  .requiredOption('--target-org <alias>', 'alias or user name of the org, as `sf org list` shows it')
  .option('--org-id <id>', 'the id of the org, for scripts; otherwise it is asked for')
  .option('--export <folder>', 'where the data goes: a new folder (default: .local/export/<id of the org>)')
  .parse()
  .opts<{ targetOrg: string; orgId?: string; export?: string }>();

const sf = sfOfUser();
const org = options.targetOrg;
const FOLDER = workFolder('undeploy', org);
const SHORT_ID = 15;

/** A reason to stop before anything is changed, a line each. */
class Stop extends Error {
  readonly lines: readonly string[];

  constructor(...lines: readonly string[]) {
    super(lines.join('\n'));
    this.lines = lines;
  }
}

function say(text: string): void {
  process.stdout.write(`${text}\n`);
}

async function confirm(id: string, name: string): Promise<void> {
  say(`Org: ${name} (${id})`);
  let typed = options.orgId;
  if (typed === undefined) {
    if (!process.stdin.isTTY)
      throw new Stop('Say which org it is with --org-id: nobody is there to type it.');
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    typed = await terminal.question(
      'All of CuZo goes from this org, its data included. Type the id of the org: ',
    );
    terminal.close();
  }
  // An id has 15 or 18 characters; the last three only say which of the others are capitals.
  if (typed.trim().length < SHORT_ID || typed.trim().slice(0, SHORT_ID) !== id.slice(0, SHORT_ID))
    throw new Stop('That is not the id of this org. Nothing was changed.');
}

const rows = z.object({
  records: z.array(
    z.object({
      Id: z.string(),
      Assignee: z.object({ Username: z.string() }),
      PermissionSet: z.object({ Name: z.string() }),
    }),
  ),
});

interface OwnAssignment extends Assignment {
  readonly id: string;
}

async function assignments(present: readonly Component[]): Promise<readonly OwnAssignment[]> {
  const sets = present.filter(({ type }) => type === 'PermissionSet').map(({ fullName }) => `'${fullName}'`);
  if (sets.length === 0) return [];
  const soql = `SELECT Id, Assignee.Username, PermissionSet.Name FROM PermissionSetAssignment WHERE PermissionSet.Name IN (${sets.join(', ')}) ORDER BY Assignee.Username`;
  const { records } = rows.parse(await sf(['data', 'query', '--query', soql, '--target-org', org]));
  return records.map((row) => ({
    id: row.Id,
    permissionSet: row.PermissionSet.Name,
    username: row.Assignee.Username,
  }));
}

/** What the org would refuse, when it is only asked. */
async function refusals(components: readonly Component[]): Promise<readonly string[]> {
  try {
    await deleteComponents(sf, org, join(FOLDER, 'asked'), components, ['--dry-run']);
    return [];
  } catch (error) {
    if (error instanceof SfError) return deployFailure(error.answer);
    throw error;
  }
}

async function undeploy(): Promise<void> {
  const { id, name } = await readOrganization(sf, org);
  await confirm(id, name);
  const folder = resolve(options.export ?? join(ROOT, '.local', 'export', id));
  const cannotExport = exportProblem(folder);
  if (cannotExport !== undefined) throw new Stop(cannotExport);

  const everywhere = ['FlexiPage', 'CustomApplication'].map((type) => ({ type, fullName: '*' }));
  const ours = everythingOurs();
  const held = await retrieveComponents(sf, org, join(FOLDER, 'held'), [...ours, ...everywhere]);
  const names = new Set(ours.map(({ type, fullName }) => `${type} ${fullName}`));
  const present = componentsIn(held).filter(({ type, fullName }) => names.has(`${type} ${fullName}`));
  if (present.length === 0) {
    say('Nothing of CuZo is in this org.');
    return;
  }
  say(`${present.length} components of CuZo are there. Looking for what uses them`);
  const assigned = await assignments(present);
  const { username } = z
    .object({ username: z.string() })
    .parse(await sf(['org', 'display', '--target-org', org]));
  // Who deployed has it from the deploy, and needs it for the export.
  const mine = assigned.filter(
    (each) => each.username === username && each.permissionSet === ADMIN_PERMISSION_SET,
  );
  const steps = removalSteps(present);
  const told = [
    ...placeBlockers(held, ours),
    ...assignmentBlockers(assigned.filter((each) => !mine.includes(each))),
  ];
  const all = steps.flat().filter(({ fullName }) => fullName !== ADMIN_PERMISSION_SET);
  const blockers = [...told, ...referenceBlockers(await refusals(all), ours, told)];
  if (blockers.length > 0)
    throw new Stop('Nothing was changed. Clear this by hand first, then run it again:', ...blockers);

  say(`Exporting what the fields hold to ${folder} (personal data: only you can read it)`);
  for (const file of await exportFields(sf, org, folder, present)) say(`  ${file}`);
  for (const { id: assignment } of mine)
    await sf([
      'data',
      'delete',
      'record',
      '--sobject',
      'PermissionSetAssignment',
      '--record-id',
      assignment,
      '--target-org',
      org,
    ]);
  for (const step of steps) {
    say(`Taking out ${[...new Set(step.map(({ type }) => type))].join(', ')}`);
    await deleteComponents(sf, org, join(FOLDER, 'step'), step);
  }
  say(
    'Done. Setup keeps deleted fields and objects for 15 days (Deleted Fields, Deleted Objects). The folder of the reports and\n' +
      'the External Client App stay: delete them in Setup.',
  );
}

try {
  await undeploy();
} catch (error) {
  const lines =
    error instanceof Stop
      ? error.lines
      : error instanceof SfError
        ? deployFailure(error.answer)
        : [error instanceof Error ? error.message : String(error)];
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = 1;
}
