import formulon from 'formulon';
import type { Components } from './components.ts';
import { ofType } from './components.ts';
import { fieldTypeOf } from './customField.ts';
import type { Field, Schema, SObject } from './model.ts';
import { fieldOf, objectOf } from './model.ts';
import type { PackagedComponent } from './package.ts';
import { securityName } from '../store/rights.ts';
import type { XmlContent } from './xml.ts';
import { elements, flagOf, lineOf, numberOf, textOf } from './xml.ts';

/** What keeps a component from being deployed; texts as Salesforce words them in public deployment logs. */
export interface Problem {
  readonly message: string;
  /** The text of the component's file that the problem is about, to find its line by. */
  readonly at?: string;
}

/** The org that the whole package would make. */
export interface Candidate {
  readonly components: Components;
  readonly schema: Schema;
}

const missing = (what: string, type: string, name: string, at: string): Problem => ({
  message: `In field: ${what} - no ${type} named ${name} found`,
  at,
});

const LONGEST_TEXT = 255;
const LONGEST_LONG_TEXT = 131_072;

/** Attributes that a field of a metadata type must have. Metadata API developer guide, "CustomField". */
const NEEDED: Readonly<Record<string, readonly string[]>> = {
  AutoNumber: ['displayFormat'],
  Html: ['length', 'visibleLines'],
  LongTextArea: ['length', 'visibleLines'],
  Lookup: ['referenceTo'],
  MasterDetail: ['referenceTo', 'relationshipName'],
  MultiselectPicklist: ['visibleLines'],
  Text: ['length'],
};
const WITH_PRECISION = new Set(['Currency', 'Number', 'Percent']);

function formulaProblems(formula: string | null, type: string): readonly Problem[] {
  if (formula === null) return [];
  const named = formula
    .replace(/\/\*[\s\S]*?\*\//g, ' ')
    .replace(/\b(ISNEW\s*\(\s*\)|(ISCHANGED|PRIORVALUE)\s*\(\s*\w+\s*\))/gi, 'TRUE');
  const result = formulon.parse(named, {});
  if (
    result.type !== 'error' ||
    (result.errorType !== 'SyntaxError' && result.errorType !== 'NoFunctionError')
  )
    return [];
  return [{ message: `Error in ${type}: ${result.message}`, at: '<' }];
}

function customFieldProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const [objectName = '', name = ''] = component.fullName.split('.');
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${objectName} cannot be found` }];
  if (!/__c$/i.test(name)) {
    return fieldOf(object, name) === undefined
      ? [{ message: "Could not resolve standard field's name.", at: `<fullName>${name}<` }]
      : [];
  }
  const type = textOf(content, 'type');
  const at = `<fullName>${name}<`;
  if (type === null) return [{ message: 'Required field is missing: type', at }];
  if (fieldTypeOf(type) === undefined)
    return [{ message: `The field type ${type} is not supported by this org`, at }];
  if (textOf(content, 'label') === null) return [{ message: 'Required field is missing: label', at }];
  const formula = textOf(content, 'formula');
  const needed = formula === null ? (NEEDED[type] ?? []) : [];
  const absent = [...needed, ...(WITH_PRECISION.has(type) ? ['precision', 'scale'] : [])].find(
    (each) => textOf(content, each) === null,
  );
  if (absent !== undefined && !(formula !== null && absent === 'precision')) {
    return [{ message: `Must specify '${absent}' for a CustomField of type ${type}`, at }];
  }
  return [
    ...sizeProblems(type, content, at),
    ...targetProblems(schema, content, at),
    ...formulaProblems(formula, 'formula'),
  ];
}

function sizeProblems(type: string, content: XmlContent, at: string): readonly Problem[] {
  const length = numberOf(content, 'length', 1);
  if (type === 'Text' && (length < 1 || length > LONGEST_TEXT))
    return [{ message: `Value too long or too short for length: ${length}`, at }];
  if (type === 'LongTextArea' && (length < 256 || length > LONGEST_LONG_TEXT)) {
    return [
      {
        message: `Can not specify ${length} for length; a LongTextArea has 256 to ${LONGEST_LONG_TEXT} characters`,
        at,
      },
    ];
  }
  if ((textOf(content, 'label') ?? '').length > 40)
    return [{ message: 'Label: data value too large (max length=40)', at }];
  return [];
}

function targetProblems(schema: Schema, content: XmlContent, at: string): readonly Problem[] {
  const target = textOf(content, 'referenceTo');
  return target === null || objectOf(schema, target) !== undefined
    ? []
    : [{ message: `referenceTo value of '${target}' does not resolve to a valid sObject type`, at }];
}

/** An object of the permissions' naming: a field of a person is named by Contact. */
function permissionField(
  schema: Schema,
  fullName: string,
): { readonly object: SObject; readonly field: Field } | undefined {
  const [objectName = '', fieldName = ''] = fullName.split('.');
  const object = objectOf(schema, objectName);
  const field = object === undefined ? undefined : fieldOf(object, fieldName);
  return object === undefined || field === undefined ? undefined : { object, field };
}

function fieldPermissionProblems(schema: Schema, entry: XmlContent): readonly Problem[] {
  const name = textOf(entry, 'field') ?? '';
  const at = `<field>${name}</field>`;
  const found = permissionField(schema, name);
  if (found === undefined || securityName(found.object, found.field) !== name.toLowerCase())
    return [missing('field', 'CustomField', name, at)];
  if (!found.field.permissionable) return [{ message: `You cannot deploy to a required field: ${name}`, at }];
  const writable =
    found.field.formula === null &&
    found.field.autoNumber === null &&
    (found.field.createable || found.field.type === 'address');
  if (flagOf(entry, 'editable') && !writable)
    return [{ message: `Field ${name} is not editable: a read-only field can not be given edit access`, at }];
  return [];
}

function objectPermissionProblems(schema: Schema, entry: XmlContent): readonly Problem[] {
  const name = textOf(entry, 'object') ?? '';
  const at = `<object>${name}</object>`;
  if (objectOf(schema, name) === undefined) return [missing('field', 'CustomObject', name, at)];
  const chain: readonly (readonly [string, string, string, string])[] = [
    ['allowCreate', 'allowRead', 'Create', 'Read'],
    ['allowEdit', 'allowRead', 'Edit', 'Read'],
    ['allowDelete', 'allowEdit', 'Delete', 'Edit'],
    ['viewAllRecords', 'allowRead', 'View All', 'Read'],
    ['modifyAllRecords', 'allowDelete', 'Modify All', 'Delete'],
    ['modifyAllRecords', 'viewAllRecords', 'Modify All', 'View All'],
  ];
  const broken = chain.find(([right, needs]) => flagOf(entry, right) && !flagOf(entry, needs));
  return broken === undefined
    ? []
    : [{ message: `Permission ${broken[2]} ${name} depends on permission(s): ${broken[3]} ${name}`, at }];
}

/** Reading a detail object needs reading its master. */
function masterProblems(schema: Schema, content: XmlContent): readonly Problem[] {
  const readable = new Set(
    elements(content, 'objectPermissions')
      .filter((entry) => flagOf(entry, 'allowRead'))
      .map((entry) => (textOf(entry, 'object') ?? '').toLowerCase()),
  );
  return [...readable].flatMap((name) => {
    const object = objectOf(schema, name);
    const master =
      object === undefined ? undefined : [...object.fields.values()].find((field) => field.masterDetail);
    const parent = master?.referenceTo[0];
    if (object === undefined || parent === undefined || readable.has(parent.toLowerCase())) return [];
    return [
      {
        message: `Permission Read ${object.name} depends on permission(s): Read ${parent}`,
        at: `<object>${object.name}</object>`,
      },
    ];
  });
}

function permissionSetProblems({ schema, components }: Candidate, content: XmlContent): readonly Problem[] {
  if (textOf(content, 'label') === null) return [{ message: 'Required field is missing: label' }];
  const named = (element: string, child: string, type: string): readonly Problem[] =>
    elements(content, element).flatMap((entry) => {
      const name = textOf(entry, child) ?? '';
      return ofType(components, type).has(name)
        ? []
        : [missing(child, type, name, `<${child}>${name}</${child}>`)];
    });
  return [
    ...elements(content, 'objectPermissions').flatMap((entry) => objectPermissionProblems(schema, entry)),
    ...masterProblems(schema, content),
    ...elements(content, 'fieldPermissions').flatMap((entry) => fieldPermissionProblems(schema, entry)),
    ...named('customPermissions', 'name', 'CustomPermission'),
    ...named('applicationVisibilities', 'application', 'CustomApplication').filter(
      ({ at }) => !(at ?? '').includes('<application>standard__'),
    ),
    ...named('tabSettings', 'tab', 'CustomTab').filter(({ at }) => !(at ?? '').includes('<tab>standard-')),
  ];
}

function layoutProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const named = component.fullName.slice(0, component.fullName.indexOf('-'));
  const objectName = named === 'PersonAccount' ? 'Account' : named;
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${named} cannot be found` }];
  const items = elements(content, 'layoutSections').flatMap((section) =>
    elements(section, 'layoutColumns').flatMap((column) => elements(column, 'layoutItems')),
  );
  return items.flatMap((item) => {
    const name = textOf(item, 'field');
    if (name === null || fieldOf(object, name) !== undefined) return [];
    return [missing('field', 'CustomField', `${named}.${name}`, `<field>${name}</field>`)];
  });
}

function validationRuleProblems(
  { schema }: Candidate,
  component: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const [objectName = '', name = ''] = component.fullName.split('.');
  const object = objectOf(schema, objectName);
  if (object === undefined)
    return [{ message: `Entity of type CustomObject named ${objectName} cannot be found` }];
  const at = `<fullName>${name}<`;
  const absent = ['errorConditionFormula', 'errorMessage'].find((each) => textOf(content, each) === null);
  if (absent !== undefined) return [{ message: `Required field is missing: ${absent}`, at }];
  const shownAt = textOf(content, 'errorDisplayField');
  if (shownAt !== null && fieldOf(object, shownAt) === undefined)
    return [missing('errorDisplayField', 'CustomField', `${objectName}.${shownAt}`, at)];
  const formula = textOf(content, 'errorConditionFormula') ?? '';
  const unknown = formulon
    .extract(formula.replace(/\/\*[\s\S]*?\*\//g, ' '))
    .find((each) => !each.includes('.') && !each.startsWith('$') && fieldOf(object, each) === undefined);
  if (unknown !== undefined) return [{ message: `Field ${unknown} does not exist. Check spelling.`, at }];
  return formulaProblems(formula, 'errorConditionFormula').map((problem) => ({ ...problem, at }));
}

function objectProblems(component: PackagedComponent, content: XmlContent): readonly Problem[] {
  if (!/__c$/i.test(component.fullName)) return [];
  if (textOf(content, 'label') === null)
    return [{ message: 'Must specify a non-empty label for the CustomObject' }];
  if (textOf(content, 'pluralLabel') === null)
    return [{ message: 'Must specify a non-empty pluralLabel for the CustomObject' }];
  if (elements(content, 'nameField').length === 0)
    return [{ message: 'Must specify a nameField of type Text or AutoNumber' }];
  return textOf(content, 'sharingModel') === null
    ? [{ message: 'Required field is missing: sharingModel' }]
    : [];
}

const LONGEST_LABEL_VALUE = 1000;

function labelProblems(content: XmlContent, name: string): readonly Problem[] {
  const at = `<fullName>${name}</fullName>`;
  const absent = ['value', 'language', 'shortDescription', 'protected'].find(
    (each) => textOf(content, each) === null,
  );
  if (absent !== undefined) return [{ message: `Required field is missing: ${absent}`, at }];
  if ((textOf(content, 'value') ?? '').length > LONGEST_LABEL_VALUE)
    return [{ message: `Value: data value too large (max length=${LONGEST_LABEL_VALUE})`, at }];
  return (textOf(content, 'shortDescription') ?? '').length > 80
    ? [{ message: 'Short Description: data value too large (max length=80)', at }]
    : [];
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
    case 'CustomField':
      return customFieldProblems(candidate, component, content);
    case 'CustomLabel':
      return labelProblems(content, component.fullName);
    case 'CustomObject':
      return objectProblems(component, content);
    case 'CustomObjectTranslation':
      return objectTranslationProblems(candidate, component, content);
    case 'Layout':
      return layoutProblems(candidate, component, content);
    case 'PermissionSet':
      return permissionSetProblems(candidate, content);
    case 'Translations':
      return translationProblems(candidate, content);
    case 'ValidationRule':
      return validationRuleProblems(candidate, component, content);
    default:
      return [];
  }
}

/** The problems of a component, with the line of its file where one can be told. */
export function problemsOf(
  candidate: Candidate,
  component: PackagedComponent,
): readonly { readonly message: string; readonly line: number }[] {
  return found(candidate, component, component.content ?? {}).map(({ message, at }) => ({
    message,
    line: at === undefined ? 1 : lineOf(component.text, at),
  }));
}
