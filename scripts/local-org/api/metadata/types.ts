/** Metadata types that `describeMetadata` names: [xmlName, directory, suffix, has a -meta.xml beside it, children]. */
type TypeRow = readonly [string, string, string | null, boolean, ...string[]];

const OBJECT_CHILDREN = [
  'CustomField',
  'Index',
  'BusinessProcess',
  'RecordType',
  'CompactLayout',
  'WebLink',
  'ValidationRule',
  'SharingReason',
  'ListView',
  'FieldSet',
];

const TYPES: readonly TypeRow[] = [
  ['CustomApplication', 'applications', 'app', false],
  ['CustomLabels', 'labels', 'labels', false, 'CustomLabel'],
  ['CustomObject', 'objects', 'object', false, ...OBJECT_CHILDREN],
  ['CustomObjectTranslation', 'objectTranslations', 'objectTranslation', false],
  ['CustomPermission', 'customPermissions', 'customPermission', false],
  ['CustomTab', 'tabs', 'tab', false],
  ['Dashboard', 'dashboards', 'dashboard', false],
  ['FlexiPage', 'flexipages', 'flexipage', false],
  ['Layout', 'layouts', 'layout', false],
  ['LightningComponentBundle', 'lwc', null, false],
  ['PermissionSet', 'permissionsets', 'permissionset', false],
  ['Report', 'reports', 'report', false],
  ['Translations', 'translations', 'translation', false],
];

export const describeMetadata = (): Record<string, unknown> => ({
  metadataObjects: TYPES.map(([xmlName, directoryName, suffix, metaFile, ...childXmlNames]) => ({
    ...(childXmlNames.length > 0 ? { childXmlNames } : {}),
    directoryName,
    inFolder: xmlName === 'Report' || xmlName === 'Dashboard',
    metaFile,
    ...(suffix === null ? {} : { suffix }),
    xmlName,
  })),
  organizationNamespace: '',
  partialSaveAllowed: true,
  testRequired: false,
});
