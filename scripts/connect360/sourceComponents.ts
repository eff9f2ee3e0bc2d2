import { INSIGHTS, MAIN, readSource } from './forceApp.ts';
import type { Component } from './orgComponents.ts';
import { parseXml } from './xmlTree.ts';

/** Path of a component's file in source format -> type; the name is what the group matches. */
const FILES: readonly (readonly [path: RegExp, type: string])[] = [
  [/^lwc\/([^/]+)\//, 'LightningComponentBundle'],
  [/^objects\/([^/]+__c)\/[^/]+\.object-meta\.xml$/, 'CustomObject'],
  [/^objects\/([^/]+\/)fields\/(.+)\.field-meta\.xml$/, 'CustomField'],
  [/^objects\/([^/]+\/)listViews\/(.+)\.listView-meta\.xml$/, 'ListView'],
  [/^objects\/([^/]+\/)validationRules\/(.+)\.validationRule-meta\.xml$/, 'ValidationRule'],
  [/^layouts\/(.+)\.layout-meta\.xml$/, 'Layout'],
  [/^flexipages\/(.+)\.flexipage-meta\.xml$/, 'FlexiPage'],
  [/^applications\/(.+)\.app-meta\.xml$/, 'CustomApplication'],
  [/^quickActions\/(.+)\.quickAction-meta\.xml$/, 'QuickAction'],
  [/^permissionsets\/(.+)\.permissionset-meta\.xml$/, 'PermissionSet'],
  [/^customPermissions\/(.+)\.customPermission-meta\.xml$/, 'CustomPermission'],
  [/^tabs\/(.+)\.tab-meta\.xml$/, 'CustomTab'],
  [/^reports\/(.+)\.report-meta\.xml$/, 'Report'],
  [/^reportTypes\/(.+)\.reportType-meta\.xml$/, 'ReportType'],
  [/^dashboards\/(.+)\.dashboard-meta\.xml$/, 'Dashboard'],
];

/** The components of force-app, reports included, without translations: those come and go with what they translate. */
export function sourceComponents(): readonly Component[] {
  const found = [...readSource(MAIN), ...readSource(INSIGHTS)].flatMap(([path, text]) => {
    if (path.startsWith('labels/'))
      return parseXml(text)
        .all('labels')
        .map((label) => ({ type: 'CustomLabel', fullName: label.textOf('fullName') ?? '' }));
    for (const [pattern, type] of FILES) {
      const [, ...names] = pattern.exec(path) ?? [];
      if (names.length > 0)
        return [{ type, fullName: names.join('').replace('/', names.length > 1 ? '.' : '/') }];
    }
    return [];
  });
  return [...new Map(found.map((each) => [`${each.type} ${each.fullName}`, each])).values()];
}
