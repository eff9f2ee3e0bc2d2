import type { Component } from './orgComponents.ts';
import { retiredComponents } from './retired.ts';
import { sourceComponents } from './sourceComponents.ts';
import { MAP_PERMISSION_SET } from './syncMap.ts';

/** Everything that a deploy of this release or of an earlier one has put into an org. */
export function everythingOurs(): readonly Component[] {
  return [
    ...sourceComponents(),
    ...retiredComponents(),
    { type: 'PermissionSet', fullName: MAP_PERMISSION_SET },
  ];
}

/** Types in the order in which they go: what shows or grants something before what it shows or grants. */
const ORDER: readonly (readonly string[])[] = [
  [
    'Dashboard',
    'CustomApplication',
    'QuickAction',
    'FlexiPage',
    'CustomTab',
    'PermissionSet',
    'ValidationRule',
    'ListView',
  ],
  ['Report', 'LightningComponentBundle'],
  ['ReportType', 'CustomLabel', 'CustomPermission'],
  ['CustomField'],
  ['CustomObject'],
];

/** An object takes its parts, layouts and tab along. */
function goesWithObject({ type, fullName }: Component): boolean {
  return /__c[.-]/.test(fullName) && type !== 'Report';
}

/** The deploys that take components out, in their order. */
export function removalSteps(components: readonly Component[]): readonly (readonly Component[])[] {
  const own = components.filter((each) => !goesWithObject(each));
  return ORDER.map((types) => own.filter(({ type }) => types.includes(type))).filter(
    (step) => step.length > 0,
  );
}
