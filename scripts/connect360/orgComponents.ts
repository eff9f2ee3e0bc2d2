import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type { Sf } from './sf.ts';
import { parseXml } from './xmlTree.ts';

/** A component of an org, by the names of the Metadata API: `CustomLabel`, `CuZo_Reason`. */
export interface Component {
  readonly type: string;
  readonly fullName: string;
}

/** A manifest of the Metadata API: what a package, a retrieve or a deletion names. */
export function manifest(components: readonly Component[]): string {
  const types = Map.groupBy(components, ({ type }) => type);
  const lines = [...types].flatMap(([type, members]) => [
    '    <types>',
    ...members.map(({ fullName }) => `        <members>${fullName.replaceAll('&', '&amp;')}</members>`),
    `        <name>${type}</name>`,
    '    </types>',
  ]);
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<Package xmlns="http://soap.sforce.com/2006/04/metadata">',
    ...lines,
    '    <version>66.0</version>',
    '</Package>',
    '',
  ].join('\n');
}

/**
 * Retrieves components from an org into `folder`, as a package in metadata format. Those that the org doesn't have are left out.
 * Gives the folder of the package.
 */
export async function retrieveComponents(
  sf: Sf,
  org: string,
  folder: string,
  components: readonly Component[],
): Promise<string> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const file = join(folder, 'wanted.xml');
  writeFileSync(file, manifest(components));
  const target = ['--target-metadata-dir', folder, '--unzip', '--single-package', '--target-org', org];
  await sf(['project', 'retrieve', 'start', '--manifest', file, ...target]);
  // The archive of a single package has its files at the top or in a folder, as the org likes.
  const at = readdirSync(folder, { recursive: true, encoding: 'utf8' }).find(
    (path) => basename(path) === 'package.xml',
  );
  return join(folder, dirname(at ?? 'unpackaged/package.xml'));
}

/** Folder of a package in metadata format -> type and suffix of the files in it; of bundles there is no suffix. */
const FOLDERS: Readonly<Record<string, readonly [type: string, suffix: string]>> = {
  applications: ['CustomApplication', '.app'],
  customPermissions: ['CustomPermission', '.customPermission'],
  dashboards: ['Dashboard', '.dashboard'],
  flexipages: ['FlexiPage', '.flexipage'],
  layouts: ['Layout', '.layout'],
  permissionsets: ['PermissionSet', '.permissionset'],
  quickActions: ['QuickAction', '.quickAction'],
  reports: ['Report', '.report'],
  reportTypes: ['ReportType', '.reportType'],
  settings: ['Settings', '.settings'],
  tabs: ['CustomTab', '.tab'],
};

/** Elements of an object's file that are components of their own. */
const PARTS: Readonly<Record<string, string>> = {
  fields: 'CustomField',
  listViews: 'ListView',
  validationRules: 'ValidationRule',
};

/** The components of a package in metadata format, translations left out: they go with what they translate. */
export function componentsIn(folder: string): readonly Component[] {
  if (!existsSync(folder)) return [];
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((path) =>
    path.replaceAll('\\', '/'),
  );
  const found = paths.flatMap((path) => componentsOf(path, () => readFileSync(join(folder, path), 'utf8')));
  return [...new Map(found.map((each) => [`${each.type} ${each.fullName}`, each])).values()];
}

function componentsOf(path: string, read: () => string): readonly Component[] {
  const [top = '', ...rest] = path.split('/');
  const file = rest.join('/');
  const [type, suffix = ''] = FOLDERS[top] ?? [];
  if (type !== undefined && file.endsWith(suffix) && file !== '')
    return [{ type, fullName: file.slice(0, -suffix.length) }];
  if (top === 'lwc' && rest.length > 1 && rest[0] !== undefined)
    return [{ type: 'LightningComponentBundle', fullName: rest[0] }];
  if (top === 'labels' && file !== '')
    return parseXml(read())
      .all('labels')
      .map((label) => ({ type: 'CustomLabel', fullName: label.textOf('fullName') ?? '' }));
  if (top !== 'objects' || !file.endsWith('.object')) return [];
  const object = file.slice(0, -'.object'.length);
  const parts = parseXml(read()).children.flatMap((child) => {
    const part = PARTS[child.tag];
    return part === undefined
      ? []
      : [{ type: part, fullName: `${object}.${child.textOf('fullName') ?? ''}` }];
  });
  return [...(object.endsWith('__c') ? [{ type: 'CustomObject', fullName: object }] : []), ...parts];
}

/**
 * Takes components out of an org in one deploy, which removes all of them or none. `folder` is for the package. Rejects with
 * SfError when something else in the org uses one of them.
 */
export async function deleteComponents(
  sf: Sf,
  org: string,
  folder: string,
  components: readonly Component[],
  options: readonly string[] = [],
): Promise<void> {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'package.xml'), manifest([]));
  writeFileSync(join(folder, 'destructiveChanges.xml'), manifest(components));
  const source = ['--metadata-dir', folder, '--single-package'];
  await sf(['project', 'deploy', 'start', ...source, '--target-org', org, ...options]);
}
