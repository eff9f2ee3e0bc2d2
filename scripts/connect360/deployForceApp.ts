import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { pageNames, writeForceApp, type ForceApp } from './forceApp.ts';
import type { OrgLanguages, OrgObjects } from './orgFacts.ts';
import { ROOT } from './root.ts';
import { type Sf, SfError } from './sf.ts';
import { writeSyncMap } from './syncMap.ts';

const ADMIN_PERMISSION_SET = 'CuZo_Admin';
const REFERENCE = join(ROOT, 'config', 'reference', 'CuZo_Portal__c.json');

const treeFile = z.object({ records: z.array(z.looseObject({ Code__c: z.string() })) });
const queryResult = z.object({ records: z.array(z.looseObject({ Code__c: z.string() })) });

export interface DeployOptions {
  /** Only has the org check it. */
  readonly checkOnly?: boolean;
  /** Puts our record pages over those of the same name, whatever was changed in them. */
  readonly withPages?: boolean;
}

/**
 * Deploys force-app, in the languages of the org, to `org`, an alias or user name of the CLI. The components must have been built;
 * `folder` takes what is sent.
 */
export async function deployForceApp(
  sf: Sf,
  org: string,
  folder: string,
  languages: OrgLanguages,
  { checkOnly = false, withPages = false }: DeployOptions = {},
): Promise<ForceApp> {
  const existing = withPages ? new Set<string>() : await existingPages(sf, org);
  const forceApp = writeForceApp(folder, languages, existing);
  const dryRun = checkOnly ? ['--dry-run'] : [];
  await sf(
    ['project', 'deploy', 'start', '--source-dir', 'force-app', '--target-org', org, ...dryRun],
    {},
    forceApp.project,
  );
  return forceApp;
}

const listed = z.union([
  z.array(z.object({ fullName: z.string() })),
  z.object({ fullName: z.string() }).transform((one) => [one]),
]);

async function existingPages(sf: Sf, org: string): Promise<ReadonlySet<string>> {
  const answer = await sf(['org', 'list', 'metadata', '--metadata-type', 'FlexiPage', '--target-org', org]);
  const names = new Set(listed.parse(answer ?? []).map(({ fullName }) => fullName));
  return new Set(pageNames().filter((page) => names.has(page)));
}

/**
 * What an org needs besides force-app: the permission set CuZo_Sync_Map for the mapped fields of config/sync.json,
 * CuZo_Admin for the user who deploys, and the rows of config/reference. Existing rows aren't changed.
 */
export async function completeForceApp(
  sf: Sf,
  org: string,
  folder: string,
  objects: OrgObjects,
): Promise<void> {
  const package_ = writeSyncMap(join(folder, 'sync-map'), objects);
  await sf([
    'project',
    'deploy',
    'start',
    '--metadata-dir',
    package_,
    '--single-package',
    '--target-org',
    org,
  ]);
  await assignAdmin(sf, org);
  await importMissingPortals(sf, org, folder);
}

async function assignAdmin(sf: Sf, org: string): Promise<void> {
  try {
    await sf(['org', 'assign', 'permset', '--name', ADMIN_PERMISSION_SET, '--target-org', org]);
  } catch (error) {
    if (!(error instanceof SfError) || !/duplicate/i.test(JSON.stringify(error.answer))) throw error;
  }
}

async function importMissingPortals(sf: Sf, org: string, folder: string): Promise<void> {
  const { records } = treeFile.parse(JSON.parse(readFileSync(REFERENCE, 'utf8')));
  const present = queryResult.parse(
    await sf(['data', 'query', '--query', 'SELECT Code__c FROM CuZo_Portal__c', '--target-org', org]),
  );
  const codes = new Set(present.records.map((row) => row.Code__c));
  const missing = records.filter((row) => !codes.has(row.Code__c));
  if (missing.length === 0) return;
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'CuZo_Portal__c.json');
  writeFileSync(file, JSON.stringify({ records: missing }));
  await sf(['data', 'import', 'tree', '--files', file, '--target-org', org]);
}
