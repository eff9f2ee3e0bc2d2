/** The layout of a metadata type's files in a package. Metadata API developer guide, "Metadata Types". */
export interface MetadataType {
  readonly name: string;
  readonly folder: string;
  /** File extension without the dot; absent for bundles, which are folders. */
  readonly suffix?: string;
  /** Has a content file besides its `-meta.xml` file. */
  readonly withMetaFile?: boolean;
  /** Whether the file is XML. */
  readonly xml: boolean;
}

const xml = (name: string, folder: string, suffix: string): MetadataType => ({
  name,
  folder,
  suffix,
  xml: true,
});
const bundle = (name: string, folder: string): MetadataType => ({ name, folder, xml: false });

/** The types that the local org supports. */
export const METADATA_TYPES: readonly MetadataType[] = [
  xml('CompactLayout', '', ''),
  xml('CustomApplication', 'applications', 'app'),
  xml('CustomLabels', 'labels', 'labels'),
  xml('CustomObject', 'objects', 'object'),
  xml('CustomObjectTranslation', 'objectTranslations', 'objectTranslation'),
  xml('CustomPermission', 'customPermissions', 'customPermission'),
  xml('CustomTab', 'tabs', 'tab'),
  xml('Dashboard', 'dashboards', 'dashboard'),
  xml('FlexiPage', 'flexipages', 'flexipage'),
  xml('GlobalValueSet', 'globalValueSets', 'globalValueSet'),
  xml('GlobalValueSetTranslation', 'globalValueSetTranslations', 'globalValueSetTranslation'),
  xml('Layout', 'layouts', 'layout'),
  xml('PermissionSet', 'permissionsets', 'permissionset'),
  xml('QuickAction', 'quickActions', 'quickAction'),
  xml('Report', 'reports', 'report'),
  xml('ReportType', 'reportTypes', 'reportType'),
  xml('StandardValueSet', 'standardValueSets', 'standardValueSet'),
  xml('StandardValueSetTranslation', 'standardValueSetTranslations', 'standardValueSetTranslation'),
  xml('Translations', 'translations', 'translation'),
  bundle('LightningComponentBundle', 'lwc'),
  { name: 'StaticResource', folder: 'staticresources', suffix: 'resource', withMetaFile: true, xml: false },
].filter((type) => type.folder !== '');

/** Elements of an object file that are components of their own, such as `Account.Phone_2__c`. */
export const CHILD_TYPES: Readonly<Record<string, string>> = {
  fields: 'CustomField',
  validationRules: 'ValidationRule',
  recordTypes: 'RecordType',
  listViews: 'ListView',
  compactLayouts: 'CompactLayout',
  webLinks: 'WebLink',
  fieldSets: 'FieldSet',
  businessProcesses: 'BusinessProcess',
};

/** Folders of reports and dashboards: a `-meta.xml` file beside the folder, with or without the type's own suffix. */
export const FOLDER_TYPES: Readonly<Record<string, string>> = {
  dashboards: 'DashboardFolder',
  reports: 'ReportFolder',
};

/** Every type that package.xml may name. */
export const KNOWN_TYPE_NAMES: ReadonlySet<string> = new Set([
  ...METADATA_TYPES.map((type) => type.name),
  ...Object.values(CHILD_TYPES),
  'CustomLabel',
  ...Object.values(FOLDER_TYPES),
]);
