import { Command, InvalidArgumentError } from 'commander';
import { join } from 'node:path';
import { exportCsv } from './connect360/bulkExport.ts';
import {
  compareRows,
  comparisonQuery,
  DIFFERENCES,
  oldFieldProblems,
  type Difference,
  type OldFields,
  type OldFieldsByZone,
} from './connect360/compareFields.ts';
import { deployFailure } from './connect360/deployFailure.ts';
import { readOrgObjects } from './connect360/orgFacts.ts';
import { sfOfUser, SfError } from './connect360/sf.ts';
import { temporaryFolder } from './connect360/temporaryFolder.ts';

interface Options {
  readonly targetOrg: string;
  readonly mypvFlag?: string;
  readonly mypvDate?: string;
  readonly myviviumFlag?: string;
  readonly myviviumDate?: string;
  readonly limit: number;
  readonly json: boolean;
}

function wholeNumber(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError('it is a whole number.');
}

const options = new Command('npm run compare-fields --')
  .description(
    'Compares the fields in which Connect 360 kept registrations before with those that the job fills, and changes nothing.\n' +
      'Exit codes: 0 they say the same, 1 they differ, 2 they can not be compared.',
  )
  .requiredOption('--target-org <alias>', 'alias or user name of the org, as `sf org list` shows it')
  .option('--mypv-flag <field>', 'check box of Account that says whether a customer is registered in MyP&V')
  .option('--mypv-date <field>', 'date of Account that says since when')
  .option('--myvivium-flag <field>', 'the same of MyVivium')
  .option('--myvivium-date <field>', 'the same of MyVivium')
  .option('--limit <number>', 'ids that are listed of each kind of difference', wholeNumber, 20)
  .option('--json', 'print the outcome as JSON', false)
  .parse()
  .opts<Options>();

const FAILED = 2;

function fail(lines: readonly string[]): void {
  for (const line of lines) process.stderr.write(`${line}\n`);
  process.exitCode = FAILED;
}

function zoneFields(flag: string | undefined, date: string | undefined): OldFields | undefined {
  return flag === undefined && date === undefined ? undefined : { flag, date };
}

async function compare(): Promise<void> {
  const mypv = zoneFields(options.mypvFlag, options.mypvDate);
  const myvivium = zoneFields(options.myviviumFlag, options.myviviumDate);
  const old: OldFieldsByZone = { ...(mypv && { mypv }), ...(myvivium && { myvivium }) };
  const sf = sfOfUser();
  const { Account } = await readOrgObjects(sf, options.targetOrg);
  const problems = oldFieldProblems(old, Account);
  if (problems.length > 0) {
    fail(problems);
    return;
  }
  const file = join(temporaryFolder(), 'accounts.csv');
  await exportCsv(sf, options.targetOrg, comparisonQuery(old), file);
  const result = await compareRows(file, old, options.limit);
  const isDifferent = [...result.values()].some(({ different }) =>
    Object.values(different).some(({ count }) => count > 0),
  );
  if (isDifferent) process.exitCode = 1;
  if (options.json) {
    process.stdout.write(`${JSON.stringify(Object.fromEntries(result))}\n`);
    return;
  }
  for (const [zone, { same, different }] of result) {
    process.stdout.write(`${zone}: ${same} say the same\n`);
    for (const [kind, { count, ids }] of Object.entries(different) as [
      Difference,
      { count: number; ids: string[] },
    ][])
      if (count > 0)
        process.stdout.write(
          `  ${count} ${DIFFERENCES[kind]}: ${ids.join(' ')}${count > ids.length ? ' ...' : ''}\n`,
        );
  }
}

try {
  await compare();
} catch (error) {
  fail(
    error instanceof SfError
      ? deployFailure(error.answer)
      : [error instanceof Error ? error.message : String(error)],
  );
}
