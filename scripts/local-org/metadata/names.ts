import type { PackagedComponent } from './package.ts';
import type { Problem } from './problem.ts';

interface NameRule {
  /** The label of the name in an error message. */
  readonly label: string;
  readonly most: number;
}

/** Longest API name, without `__c`. Metadata API developer guide, each type's fullName. */
const RULES: Readonly<Record<string, NameRule>> = {
  CompactLayout: { label: 'Compact Layout Name', most: 80 },
  CustomApplication: { label: 'Developer Name', most: 40 },
  CustomField: { label: 'Field Name', most: 40 },
  CustomLabel: { label: 'Name', most: 80 },
  CustomObject: { label: 'Object Name', most: 40 },
  CustomPermission: { label: 'Name', most: 80 },
  Dashboard: { label: 'Dashboard Unique Name', most: 80 },
  DashboardFolder: { label: 'Folder Unique Name', most: 80 },
  FieldSet: { label: 'Field Set Name', most: 40 },
  FlexiPage: { label: 'Developer Name', most: 80 },
  GlobalValueSet: { label: 'Name', most: 80 },
  LightningComponentBundle: { label: 'Name', most: 80 },
  ListView: { label: 'View Unique Name', most: 40 },
  PermissionSet: { label: 'API Name', most: 80 },
  QuickAction: { label: 'Name', most: 80 },
  RecordType: { label: 'Record Type Name', most: 80 },
  Report: { label: 'Report Unique Name', most: 80 },
  ReportFolder: { label: 'Folder Unique Name', most: 80 },
  ReportType: { label: 'Report Type Name', most: 50 },
  StaticResource: { label: 'Name', most: 255 },
  ValidationRule: { label: 'Rule Name', most: 40 },
};

const WELL_FORMED = /^(?!.*__)[A-Za-z][A-Za-z0-9_]*(?<!_)$/;

/**
 * Refuses names that break the rules of developer names. Messages: Salesforce's own for DeveloperName, and "Value too long
 * for field: fullName maximum length is:40" of public deploy logs. Names of standard objects, fields and apps are not
 * checked.
 */
export function nameProblems({ type, fullName }: PackagedComponent): readonly Problem[] {
  const rule = RULES[type];
  const name = fullName.slice(Math.max(fullName.indexOf('.'), fullName.lastIndexOf('/')) + 1);
  const suffixed = type === 'CustomField' || type === 'CustomObject';
  if (rule === undefined || name.startsWith('standard__') || (suffixed && !/__c$/i.test(name))) return [];
  const own = suffixed ? name.replace(/__c$/i, '') : name;
  const at = `<fullName>${name}<`;
  if (own.length > rule.most)
    return [{ message: `Value too long for field: fullName maximum length is:${rule.most}`, at }];
  return WELL_FORMED.test(own)
    ? []
    : [
        {
          message: `The ${rule.label} field can only contain underscores and alphanumeric characters. It must be unique, begin with a letter, not include spaces, not end with an underscore, and not contain two consecutive underscores.`,
          at,
        },
      ];
}
