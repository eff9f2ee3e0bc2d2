import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { XMLBuilder } from 'fast-xml-parser';
import { loadConfig } from '../sync/config/loadConfig.ts';
import { POLICY_ROLES } from '../sync/config/roles.ts';
import type { Roles } from '../sync/config/config.ts';
import { ROOT } from './root.ts';

const NAME = 'CuZo_Sync_Map';
const CONFIG = join(ROOT, 'config', 'sync.json');
const NAMESPACE = 'http://soap.sforce.com/2006/04/metadata';
const SHIPPED = join(
  ROOT,
  'force-app',
  'main',
  'default',
  'permissionsets',
  'CuZo_Sync.permissionset-meta.xml',
);

/** Roles that the job only reads. */
const READ_ONLY: ReadonlySet<string> = new Set(['customerNumber', 'policyBrand']);

export interface MappedField {
  readonly field: string;
  readonly editable: boolean;
}

/** Only custom fields: the security of the standard fields that the job touches is in the shipped permission set. */
const isCustom = (name: unknown): name is string => typeof name === 'string' && name.endsWith('__c');

/** The custom fields of the org that `roles` map and that the shipped permission set doesn't give. */
export function mappedFields(roles: Roles, shipped: ReadonlySet<string>): readonly MappedField[] {
  const { person, business = {}, ...own } = roles;
  const rows = [
    ...Object.entries(own).map(([role, name]) => ({
      role,
      name,
      object: role in POLICY_ROLES ? 'InsurancePolicy' : 'Account',
    })),
    ...[person, business].flatMap((contact) =>
      Object.entries(contact).map(([role, name]) => ({ role, name, object: 'Account' })),
    ),
  ];
  return rows
    .filter(({ name }) => isCustom(name))
    .map(({ role, name, object }) => ({ field: `${object}.${name}`, editable: !READ_ONLY.has(role) }))
    .filter(({ field }) => !shipped.has(field))
    .sort((a, b) => (a.field < b.field ? -1 : 1));
}

const xml = (root: string, content: object): string =>
  new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: '    ' }).build({
    '?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
    [root]: { '@_xmlns': NAMESPACE, ...content },
  });

/**
 * Writes the permission set CuZo_Sync_Map, made from config/sync.json, as a package in metadata format into `folder`;
 * gives the folder. It is not in force-app because its field names are the customer's.
 */
export function writeSyncMap(folder: string): string {
  const shipped = new Set(
    [...readFileSync(SHIPPED, 'utf8').matchAll(/<field>(.*?)<\/field>/g)].map((match) => match[1] ?? ''),
  );
  const fieldPermissions = mappedFields(loadConfig(CONFIG).roles, shipped).map(({ field, editable }) => ({
    editable,
    field,
    readable: true,
  }));
  mkdirSync(join(folder, 'permissionsets'), { recursive: true });
  writeFileSync(
    join(folder, 'permissionsets', `${NAME}.permissionset`),
    xml('PermissionSet', {
      description:
        'The fields of this org that config/sync.json maps for the CuZo sync. Made by npm run deploy.',
      fieldPermissions,
      hasActivationRequired: false,
      label: 'CuZo Sync Map',
    }),
  );
  writeFileSync(
    join(folder, 'package.xml'),
    xml('Package', { types: { members: NAME, name: 'PermissionSet' }, version: '66.0' }),
  );
  return folder;
}
