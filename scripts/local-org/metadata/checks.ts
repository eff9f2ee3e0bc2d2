import { ofType } from '../schema/components.ts';
import { applicationProblems } from './appChecks.ts';
import { bundleProblems } from './bundles/check.ts';
import { dashboardProblems } from './dashboardChecks.ts';
import { customFieldProblems, validationRuleProblems } from './fieldChecks.ts';
import { flexiPageProblems } from './flexiPageChecks.ts';
import { folderProblems } from './folderChecks.ts';
import { languageProblems } from './languages.ts';
import { fieldOf, objectOf } from '../schema/model.ts';
import type { PackagedComponent } from './package.ts';
import { lengthProblems } from './lengths.ts';
import { nameProblems } from './names.ts';
import { objectProblems } from './objectChecks.ts';
import { permissionSetProblems } from './permissionChecks.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { quickActionProblems } from './quickActionChecks.ts';
import { reportProblems } from './reportChecks.ts';
import { requiredProblems } from './requiredElements.ts';
import { listViewProblems, relatedListProblems, reportTypeProblems, tabProblems } from './viewChecks.ts';
import { type XmlContent, elements, lineOf, textOf } from './xml.ts';

function layoutProblems(
  candidate: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const named = component.fullName.slice(0, component.fullName.indexOf('-'));
  const objectName = named === 'PersonAccount' ? 'Account' : named;
  const object = objectOf(candidate.schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${named} cannot be found` }];
  const items = elements(content, 'layoutSections').flatMap((section) =>
    elements(section, 'layoutColumns').flatMap((column) => elements(column, 'layoutItems')),
  );
  const fields = items.flatMap((item) => {
    const name = textOf(item, 'field');
    if (name === null || fieldOf(object, name) !== undefined) return [];
    return [missing('field', 'CustomField', `${named}.${name}`, `<field>${name}</field>`)];
  });
  return [...fields, ...relatedListProblems(candidate, object, content)];
}

function translationProblems({ components }: Candidate, content: XmlContent): readonly Problem[] {
  return elements(content, 'customLabels').flatMap((entry) => {
    const name = textOf(entry, 'name') ?? '';
    return ofType(components, 'CustomLabel').has(name)
      ? []
      : [missing('customLabels', 'CustomLabel', name, `<name>${name}</name>`)];
  });
}

function objectTranslationProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const objectName = component.fullName.replace(/-[^-]+$/, '');
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${objectName} cannot be found` }];
  return elements(content, 'fields').flatMap((entry) => {
    const name = textOf(entry, 'name') ?? '';
    return fieldOf(object, name) === undefined
      ? [missing('fields', 'CustomField', `${objectName}.${name}`, `<name>${name}</name>`)]
      : [];
  });
}

function found(candidate: Candidate, component: PackagedComponent, content: XmlContent): readonly Problem[] {
  switch (component.type) {
    case 'CustomApplication':
      return applicationProblems(candidate, content);
    case 'CustomField':
      return customFieldProblems(candidate, component, content);
    case 'CustomObject':
      return objectProblems(candidate, component, content);
    case 'CustomObjectTranslation':
      return objectTranslationProblems(candidate, component, content);
    case 'CustomTab':
      return tabProblems(candidate, component, content);
    case 'Dashboard':
      return dashboardProblems(candidate, component, content);
    case 'DashboardFolder':
    case 'ReportFolder':
      return folderProblems(candidate, content);
    case 'FlexiPage':
      return flexiPageProblems(candidate, content);
    case 'Layout':
      return layoutProblems(candidate, component, content);
    case 'LightningComponentBundle':
      return bundleProblems(candidate, component);
    case 'ListView':
      return listViewProblems(candidate, component, content);
    case 'PermissionSet':
      return permissionSetProblems(candidate, component.fullName, content);
    case 'QuickAction':
      return quickActionProblems(candidate, component, content);
    case 'Report':
      return reportProblems(candidate, component, content);
    case 'ReportType':
      return reportTypeProblems(candidate, content);
    case 'Translations':
      return translationProblems(candidate, content);
    case 'ValidationRule':
      return validationRuleProblems(candidate, component, content);
    default:
      return [];
  }
}

/** The problems of a component, with the line of its file where that is known. */
export function problemsOf(
  candidate: Candidate,
  component: PackagedComponent,
): readonly { readonly message: string; readonly line: number }[] {
  const content = component.content ?? {};
  const name = component.fullName.slice(component.fullName.indexOf('.') + 1);
  const first = [
    ...languageProblems(candidate.languages, component, content),
    ...requiredProblems(component.type, content, `<fullName>${name}<`),
    ...nameProblems(component),
    ...lengthProblems(component, content),
  ];
  return (first.length > 0 ? first : found(candidate, component, content)).map(({ message, at }) => ({
    message,
    line: at === undefined ? 1 : lineOf(component.text, at),
  }));
}
