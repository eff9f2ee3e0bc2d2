import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { ROOT } from './root.ts';
import type { Sf } from './sf.ts';
import { valuesOf } from './users.ts';

const SAMPLES = join(ROOT, 'config', 'samples');

const plan = z.array(z.object({ sobject: z.string(), files: z.array(z.string()) }));
const treeFile = z.object({
  records: z.array(
    z.looseObject({
      attributes: z.object({ type: z.string(), referenceId: z.string() }),
      OwnerId: z.string().optional(),
      NameInsuredId: z.string().optional(),
    }),
  ),
});

type SampleRecord = z.infer<typeof treeFile>['records'][number];

/**
 * The record with the id of its owner, whom the samples name by user name; a policy belongs to the owner of its account. Without
 * one it is the administrator's who imports it.
 */
function owned(
  record: SampleRecord,
  accounts: ReadonlyMap<string, string | undefined>,
  userIds: ReadonlyMap<string, string>,
): SampleRecord {
  const owner = record.OwnerId ?? accounts.get(record.NameInsuredId ?? '');
  return owner === undefined ? record : { ...record, OwnerId: userIds.get(owner) };
}

/** Imports config/samples/plan.json for the users of `org`. `folder` takes the tree files. */
export async function importSampleRecords(sf: Sf, org: string, folder: string): Promise<void> {
  const users = await valuesOf(sf, org, 'SELECT Id, Username FROM User');
  const userIds = new Map(users.map((user) => [String(user.Username), String(user.Id)]));
  const read = (name: string): unknown => JSON.parse(readFileSync(join(SAMPLES, name), 'utf8'));
  const steps = plan.parse(read('plan.json'));
  const files = steps
    .flatMap((step) => step.files)
    .map((name) => [name, treeFile.parse(read(name)).records] as const);
  const owners = new Map(
    files.flatMap(([, records]) =>
      records.map(({ attributes, OwnerId }) => [`@${attributes.referenceId}`, OwnerId] as const),
    ),
  );
  mkdirSync(folder, { recursive: true });
  for (const [name, records] of files) {
    const withOwners = records.map((record) => owned(record, owners, userIds));
    writeFileSync(join(folder, name), JSON.stringify({ records: withOwners }));
  }
  const planFile = join(folder, 'plan.json');
  writeFileSync(planFile, JSON.stringify(steps));
  await sf(['data', 'import', 'tree', '--plan', planFile, '--target-org', org]);
}
