import formulon from 'formulon';
import type { OrgState } from '../store/state.ts';
import { quoted } from '../store/database.ts';
import { bundlesThatName } from './bundles/usage.ts';
import { type Components, ofType } from '../schema/components.ts';
import { objectOf } from '../schema/model.ts';
import type { PackageProblem } from './problem.ts';
import { objectOrderProblem, partsOfObject } from './objectDeletion.ts';
import { KNOWN_TYPE_NAMES } from './types.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

/** A component that a package deletes, and the file that names it. */
export interface Deletion {
  readonly type: string;
  readonly fullName: string;
  readonly fileName: string;
}

/** Types that can't be deleted here: rows depend on them. */
export const KEPT_TYPES: ReadonlySet<string> = new Set(['GlobalValueSet', 'RecordType', 'StandardValueSet']);

const named = ({ type, fullName }: Deletion): string => `${type}\n${fullName}`;

const mentions = (formula: string | null, field: string): boolean =>
  formula !== null &&
  formulon.extract(formula.replace(/\/\*[\s\S]*?\*\//g, ' ')).some((name) => name.split('.').includes(field));

/** Remaining components that use what is deleted, as `type - name`. */
function usersOf(
  components: Components,
  { type, fullName }: Deletion,
  gone: ReadonlySet<string>,
): readonly string[] {
  const staying = (of: string) => [...ofType(components, of)].filter(([name]) => !gone.has(`${of}\n${name}`));
  const has = (of: string, element: string): readonly string[] =>
    staying(of)
      .filter(([, { content }]) =>
        new RegExp(`"${element}":"(c:)?${fullName}"`).test(JSON.stringify(content)),
      )
      .map(([name]) => `${of} - ${name}`);
  const bundles = bundlesThatName(components, { type, fullName }, (name) =>
    gone.has(`LightningComponentBundle\n${name}`),
  ).map((name) => `LightningComponentBundle - ${name}`);
  switch (type) {
    case 'CustomField': {
      const field = fullName.slice(fullName.indexOf('.') + 1);
      const formulas = (of: string, element: string): readonly string[] =>
        staying(of)
          .filter(
            ([name, { content }]) => name !== fullName && mentions(textOf(content ?? {}, element), field),
          )
          .map(([name]) => `${of} - ${name}`);
      return [
        ...bundles,
        ...formulas('CustomField', 'formula'),
        ...formulas('ValidationRule', 'errorConditionFormula'),
      ];
    }
    case 'CustomObject':
      return [
        ...bundles,
        ...staying('CustomField')
          .filter(([, { content }]) => textOf(content ?? {}, 'referenceTo') === fullName)
          .map(([name]) => `CustomField - ${name}`),
      ];
    case 'CustomTab':
      return has('CustomApplication', 'tabs');
    case 'FlexiPage':
      return [...has('CustomApplication', 'content'), ...has('CustomTab', 'flexiPage')];
    case 'LightningComponentBundle':
      return [...bundles, ...has('FlexiPage', 'componentName')];
    default:
      return bundles;
  }
}

/** The deletions, and those that an object takes along. */
export function withParts(components: Components, deletions: readonly Deletion[]): readonly Deletion[] {
  const already = new Set(deletions.map(named));
  const parts = deletions
    .filter(({ type }) => type === 'CustomObject')
    .flatMap(({ fullName, fileName }) =>
      partsOfObject(components, fullName).map((part) => ({ ...part, fileName })),
    );
  return [...deletions, ...parts.filter((part) => !already.has(named(part)))];
}

/** Reasons why components can't be deleted. `warnings` are for components that the org doesn't have, which is no failure. */
export function deletionProblems(
  components: Components,
  deletions: readonly Deletion[],
): { readonly errors: readonly PackageProblem[]; readonly warnings: readonly PackageProblem[] } {
  const gone = new Set(withParts(components, deletions).map(named));
  const errors: PackageProblem[] = [];
  const warnings: PackageProblem[] = [];
  for (const deletion of deletions) {
    const { type, fullName } = deletion;
    if (!KNOWN_TYPE_NAMES.has(type))
      errors.push({ ...deletion, problem: `Unknown type name '${type}' specified in ${deletion.fileName}` });
    else if (KEPT_TYPES.has(type))
      errors.push({ ...deletion, problem: `Deleting a ${type} is not supported by this org` });
    else if (!ofType(components, type).has(fullName))
      warnings.push({ ...deletion, problem: `No ${type} named: ${fullName} found` });
    else {
      const users = usersOf(components, deletion, gone);
      const order = type === 'CustomObject' ? objectOrderProblem(components, fullName, gone) : undefined;
      if (order !== undefined) errors.push({ ...deletion, problem: order });
      if (users.length > 0)
        errors.push({
          ...deletion,
          problem: `This component is referenced elsewhere in salesforce.com. : ${users.join(', ')}`,
        });
    }
  }
  return { errors, warnings };
}

const withoutEntries = (content: XmlContent, element: string, child: string, value: string): XmlContent =>
  content[element] === undefined
    ? content
    : { ...content, [element]: elements(content, element).filter((entry) => textOf(entry, child) !== value) };

/** Permission sets and the like lose the entries about a deleted component, as in an org. */
function forgotten(type: string, content: XmlContent, { type: gone, fullName }: Deletion): XmlContent {
  if (type !== 'PermissionSet') return content;
  if (gone === 'CustomField') return withoutEntries(content, 'fieldPermissions', 'field', fullName);
  if (gone === 'CustomPermission') return withoutEntries(content, 'customPermissions', 'name', fullName);
  if (gone === 'CustomObject') return withoutEntries(content, 'objectPermissions', 'object', fullName);
  if (gone === 'CustomTab') return withoutEntries(content, 'tabSettings', 'tab', fullName);
  return content;
}

/** The components without the deleted ones and the entries about them. */
export function withoutComponents(components: Components, wanted: readonly Deletion[]): Components {
  const deletions = withParts(components, wanted);
  const gone = new Set(deletions.map(named));
  return new Map(
    [...components].map(([type, members]) => [
      type,
      new Map(
        [...members]
          .filter(([fullName]) => !gone.has(`${type}\n${fullName}`))
          .map(([fullName, component]) => {
            const { content } = component;
            if (content === undefined) return [fullName, component];
            const left = deletions.reduce<XmlContent>((now, each) => forgotten(type, now, each), content);
            return [fullName, left === content ? component : { ...component, content: left }];
          }),
      ),
    ]),
  );
}

/** Deletes the values, rows and files of deleted components from the database. `schema` is the one before. */
export function dropStored({ database, schema }: OrgState, deletions: readonly Deletion[]): void {
  for (const { type, fullName } of deletions) {
    // The tables stay, emptied: an object of that name that is deployed again starts without records.
    if (type === 'CustomObject')
      for (const name of [fullName, fullName.replace(/__c$/, '__Share')]) {
        const object = objectOf(schema, name);
        if (object !== undefined) database.sqlite.exec(`DELETE FROM ${quoted(object.name)}`);
      }
    database.prepare('DELETE FROM "~component" WHERE type = ? AND fullName = ?').run(type, fullName);
    database.prepare('DELETE FROM "~stamp" WHERE type = ? AND fullName = ?').run(type, fullName);
    database.prepare('DELETE FROM "~file" WHERE type = ? AND fullName = ?').run(type, fullName);
    if (type === 'CustomField') {
      const [objectName = '', field = ''] = fullName.split('.');
      const object = objectOf(schema, objectName);
      const known = object?.fields.get(field.toLowerCase());
      // The column stays, emptied: a field of that name that is deployed again starts without values, as in an org.
      if (object !== undefined && known?.formula === null)
        database.sqlite.exec(
          `UPDATE ${quoted(object.name)} SET ${quoted(known.name)} = ${known.type === 'boolean' ? '0' : 'NULL'}`,
        );
    }
    if (type === 'PermissionSet') {
      const parent = 'SELECT Id FROM PermissionSet WHERE Name = ?';
      for (const table of ['ObjectPermissions', 'FieldPermissions', 'SetupEntityAccess'])
        database.prepare(`DELETE FROM ${table} WHERE ParentId IN (${parent})`).run(fullName);
      database
        .prepare(`DELETE FROM PermissionSetAssignment WHERE PermissionSetId IN (${parent})`)
        .run(fullName);
      database.prepare('DELETE FROM PermissionSet WHERE Name = ?').run(fullName);
    }
    if (type === 'CustomPermission')
      database.prepare('DELETE FROM CustomPermission WHERE DeveloperName = ?').run(fullName);
  }
}
