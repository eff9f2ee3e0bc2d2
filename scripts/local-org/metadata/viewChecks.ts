import { ofType } from '../schema/components.ts';
import { isFilterable } from '../schema/fieldUse.ts';
import { type SObject, fieldOf, objectOf } from '../schema/model.ts';
import { CUSTOM_OBJECT_COLUMNS, type ListedObject } from './listViews/fields.ts';
import { readListView } from './listViews/listView.ts';
import type { PackagedComponent } from './package.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { fieldAt, tableOf } from './reportColumns.ts';
import { type XmlContent, elements, flagOf, textOf } from './xml.ts';

const noObject = (name: string, at: string): Problem => ({
  message: `Entity of type CustomObject named ${name} cannot be found`,
  at,
});

/** Standard objects have their own column names (ACCOUNT.PHONE1), so any name in capitals is accepted. */
const CAPITALS = /^[A-Z0-9_]+(\.[A-Z0-9_]+)*$/;

function isColumn(object: SObject, name: string): boolean {
  if (/__p?c$/i.test(name)) return fieldOf(object, name) !== undefined;
  if (object.custom) return CUSTOM_OBJECT_COLUMNS.has(name);
  const reference = [...object.fields.values()].some((field) => field.relationshipName === name);
  return CAPITALS.test(name) || reference || fieldOf(object, name) !== undefined;
}

/** The object for its list views; a field that no filter takes has a type that has no operations. */
const listed = ({ name, fields }: SObject): ListedObject => ({
  name,
  fields: [...fields.values()].map((field) => (isFilterable(field) ? field : { ...field, type: 'address' })),
});

/** For a check of what is written, whoever asks and whenever. */
const SOMEBODY = { userId: '', timeZone: 'UTC' };

/**
 * Checks the columns, filters, filter logic, scope and language of a list view. Message of public deployment logs: "Could not
 * resolve list view column: CreatedDate".
 */
export function listViewProblems(
  { schema, languages }: Candidate,
  { fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  const name = fullName.split('.')[0] ?? '';
  const object = objectOf(schema, name);
  if (object === undefined) return [noObject(name, `<fullName>`)];
  const unresolved = (column: string, element: string): readonly Problem[] =>
    isColumn(object, column)
      ? []
      : [
          {
            message: `Could not resolve list view column: ${column}`,
            at: `<${element}>${column}</${element}>`,
          },
        ];
  const columns = [content.columns ?? []].flat().map(String);
  const filters = elements(content, 'filters').map((filter) => textOf(filter, 'field') ?? '');
  const repeated = columns.find((column, index) => columns.indexOf(column) !== index);
  const language = textOf(content, 'language');
  const { problems } = readListView(
    content,
    listed(object),
    (each) => {
      const found = objectOf(schema, each);
      return found && listed(found);
    },
    SOMEBODY,
  );
  return [
    ...columns.flatMap((column) => unresolved(column, 'columns')),
    ...(repeated === undefined
      ? []
      : [{ message: `duplicate value found: columns ${repeated}`, at: `<columns>${repeated}<` }]),
    ...filters.flatMap((field) => unresolved(field, 'field')),
    // What isn't known of a standard object's own column names is taken, as they are.
    ...problems
      .filter(({ message }) => !message.startsWith('Could not resolve list view column: '))
      .map(({ message, element, value }) => ({ message, at: `<${element}>${value}` })),
    ...(language === null || language === languages.master || languages.active.has(language)
      ? []
      : [{ message: 'Not available for deploy for this organization', at: `<language>${language}<` }]),
  ];
}

const TAB_TARGETS = { flexiPage: 'FlexiPage', lwcComponent: 'LightningComponentBundle', page: 'ApexPage' };

/** Checks that what a tab opens exists; a tab of an object has the object's name. */
export function tabProblems(
  { schema, components }: Candidate,
  { fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  if (flagOf(content, 'customObject'))
    return objectOf(schema, fullName)?.custom === true ? [] : [noObject(fullName, '<customObject>')];
  return Object.entries(TAB_TARGETS).flatMap(([element, type]) => {
    const name = textOf(content, element);
    if (name === null) return [];
    const at = `<${element}>${name}</${element}>`;
    const target = ofType(components, type).get(name);
    if (target === undefined) return [missing(element, type, name, at)];
    const pageType = element === 'flexiPage' ? textOf(target.content ?? {}, 'type') : 'AppPage';
    return pageType === 'AppPage'
      ? []
      : [{ message: `The page ${name} of type ${pageType ?? ''} can't be shown in a tab`, at }];
  });
}

/**
 * Checks the objects and fields of a report type: its base object, the children that it joins, and each column's table and field, through
 * lookups too.
 */
export function reportTypeProblems(candidate: Candidate, content: XmlContent): readonly Problem[] {
  const base = textOf(content, 'baseObject') ?? '';
  if (objectOf(candidate.schema, base) === undefined) return [noObject(base, '<baseObject>')];
  const columns = elements(content, 'sections').flatMap((section) => elements(section, 'columns'));
  return [
    ...joinProblems(candidate, base, content),
    ...columns.flatMap((column) => {
      const [name, table] = [textOf(column, 'field') ?? '', textOf(column, 'table') ?? ''];
      const object = tableOf(candidate, table);
      return fieldAt(candidate, object, name) === undefined
        ? [missing('field', 'CustomField', `${object?.name ?? table}.${name}`, `<field>${name}</field>`)]
        : [];
    }),
  ];
}

/** The words are ours. */
function joinProblems(candidate: Candidate, table: string, content: XmlContent): readonly Problem[] {
  return elements(content, 'join').flatMap((join) => {
    const name = textOf(join, 'relationship') ?? '';
    const joined = `${table}.${name}`;
    return tableOf(candidate, joined) === undefined
      ? [
          {
            message: `In field: relationship - no relationship named ${joined} found`,
            at: `<relationship>${name}<`,
          },
        ]
      : joinProblems(candidate, joined, join);
  });
}

/**
 * Checks a layout's related lists that name a field of a child object, Child__c.Parent__c; the platform's own
 * (RelatedNoteList) are accepted. Message of public deployment logs: "Cannot find related list:AttachedContentDocuments".
 */
export function relatedListProblems(
  { schema }: Candidate,
  object: SObject,
  content: XmlContent,
): readonly Problem[] {
  return elements(content, 'relatedLists').flatMap((list) => {
    const name = textOf(list, 'relatedList') ?? '';
    const [child = '', lookup = ''] = name.split('.');
    const field = fieldOf(objectOf(schema, child) ?? object, lookup);
    const known = name.includes('.')
      ? objectOf(schema, child) !== undefined && field?.referenceTo.includes(object.name) === true
      : /^Related\w+List$/.test(name);
    return known ? [] : [{ message: `Cannot find related list:${name}`, at: `<relatedList>${name}` }];
  });
}
