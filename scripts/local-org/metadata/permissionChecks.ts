import { securityName } from '../store/rights.ts';
import { ofType } from '../schema/components.ts';
import { type Field, type Schema, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import { type Candidate, type Problem, missing } from './problem.ts';
import { type XmlContent, elements, flagOf, textOf } from './xml.ts';

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

/** The problems of a permission set. */
export function permissionSetProblems(
  { schema, components }: Candidate,
  content: XmlContent,
): readonly Problem[] {
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
