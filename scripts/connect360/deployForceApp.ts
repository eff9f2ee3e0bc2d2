import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { INSIGHTS, MAIN, writeForceApp, type ForceApp } from './forceApp.ts';
import type { OrgLanguages, OrgObjects } from './orgFacts.ts';
import { ROOT } from './root.ts';
import { type Sf, SfError } from './sf.ts';
import { writeSyncMap } from './syncMap.ts';

/** The permission set that who deploys is given. */
export const ADMIN_PERMISSION_SET = 'CuZo_Admin';
const REFERENCE = join(ROOT, 'config', 'reference', 'CuZo_Portal__c.json');

const treeFile = z.object({ records: z.array(z.looseObject({ Code__c: z.string() })) });
const queryResult = z.object({ records: z.array(z.looseObject({ Code__c: z.string() })) });

export interface DeployOptions {
  /** Only has the org check it. */
  readonly checkOnly?: boolean;
  /** Lightning pages that stay as the org has them; the others are put over those of the same name, whatever was changed in them. */
  readonly keptPages?: ReadonlySet<string>;
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
  { checkOnly = false, keptPages = new Set() }: DeployOptions = {},
): Promise<ForceApp> {
  const forceApp = writeForceApp(folder, languages, keptPages);
  const dryRun = checkOnly ? ['--dry-run'] : [];
  await deployDirectories(sf, org, forceApp, [MAIN], dryRun);
  return forceApp;
}

/**
 * What of force-app/insights is deployed together: each after what it shows, and on its own, as an org may do without. The dashboard
 * is one of the few dynamic ones that an org may have.
 */
export const INSIGHTS_STEPS = [
  { what: 'the reports', directories: ['reportTypes', 'reports'] },
  { what: 'the dashboard', directories: ['dashboards'] },
] as const;

type InsightsStep = (typeof INSIGHTS_STEPS)[number];

/** Deploys a part of force-app/insights, after the rest, whose fields it shows. */
export async function deployInsights(
  sf: Sf,
  org: string,
  forceApp: ForceApp,
  { directories }: InsightsStep,
): Promise<void> {
  await deployDirectories(
    sf,
    org,
    forceApp,
    directories.map((directory) => `${INSIGHTS}/${directory}`),
  );
}

async function deployDirectories(
  sf: Sf,
  org: string,
  { project }: ForceApp,
  directories: readonly string[],
  options: readonly string[] = [],
): Promise<void> {
  const source = directories.flatMap((directory) => ['--source-dir', directory]);
  await sf(['project', 'deploy', 'start', ...source, '--target-org', org, ...options], {}, project);
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
