import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadConfig } from '../sync/config/loadConfig.ts';
import { heldFields } from '../sync/events/comparison.ts';
import { mappedFields, type MappedField } from './mapping.ts';
import type { OrgObjects } from './orgFacts.ts';
import { ROOT } from './root.ts';

/** The permission set of the mapped fields. */
export const MAP_PERMISSION_SET = 'CuZo_Sync_Map';
const CONFIG = join(ROOT, 'config', 'sync.json');
const SHIPPED = join(
  ROOT,
  'force-app',
  'main',
  'default',
  'permissionsets',
  'CuZo_Sync.permissionset-meta.xml',
);

/** Field names are validated with `config/sync.json`, so nothing needs escaping. */
const permissionSet = (fields: readonly MappedField[]): string => `<?xml version="1.0" encoding="UTF-8"?>
<PermissionSet xmlns="http://soap.sforce.com/2006/04/metadata">
    <description>The fields of this org that config/sync.json maps for the CuZo sync. Made by npm run deploy.</description>
${fields
  .map(
    ({ field, editable }) => `    <fieldPermissions>
        <editable>${String(editable)}</editable>
        <field>${field}</field>
        <readable>true</readable>
    </fieldPermissions>`,
  )
  .join('\n')}
    <hasActivationRequired>false</hasActivationRequired>
    <label>CuZo Sync Map</label>
</PermissionSet>
`;

const MANIFEST = `<?xml version="1.0" encoding="UTF-8"?>
<Package xmlns="http://soap.sforce.com/2006/04/metadata">
    <types>
        <members>${MAP_PERMISSION_SET}</members>
        <name>PermissionSet</name>
    </types>
    <version>66.0</version>
</Package>
`;

/**
 * Writes the permission set CuZo_Sync_Map, made from config/sync.json, into `folder` as a package in metadata format.
 * Returns the folder. It isn't in force-app because its field names are the customer's.
 */
export function writeSyncMap(folder: string, objects: OrgObjects): string {
  const shipped = new Set(
    [...readFileSync(SHIPPED, 'utf8').matchAll(/<field>(.*?)<\/field>/g)].map((match) => match[1] ?? ''),
  );
  const config = loadConfig(CONFIG);
  const fields = mappedFields(config.roles, objects, shipped, heldFields(config));
  mkdirSync(join(folder, 'permissionsets'), { recursive: true });
  writeFileSync(join(folder, 'permissionsets', `${MAP_PERMISSION_SET}.permissionset`), permissionSet(fields));
  writeFileSync(join(folder, 'package.xml'), MANIFEST);
  return folder;
}
