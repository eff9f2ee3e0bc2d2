import { readFileSync } from 'node:fs';
import { ofType } from '../../schema/components.ts';
import { fieldOf, objectOf, type Schema } from '../../schema/model.ts';
import { USER_PERMISSIONS } from '../elementTypes.ts';
import type { Candidate } from '../problem.ts';
import type { BundleReference } from './report.ts';

/** Modules and components of the namespace `lightning` (`npm run schema` writes them). */
const LIGHTNING = new Set(
  JSON.parse(
    readFileSync(new URL('../generated/modules.json', import.meta.url), 'utf8'),
  ) as readonly string[],
);

const TRANSPARENT = new Set(['lwc', 'wire-service', '@lwc/engine-dom']);

/** `c-date-picker` and `c/datePicker` -> `c:datePicker`. */
function moduleName({ type, id }: BundleReference): string {
  if (type === 'module') return id.replace('/', ':');
  const [namespace = '', ...words] = id.split('-');
  const [first = '', ...rest] = words;
  return `${namespace}:${first}${rest.map((word) => word.charAt(0).toUpperCase() + word.slice(1)).join('')}`;
}

/** The org's bundle that a reference names; undefined when it names something else. */
export function ownModule(reference: BundleReference): string | undefined {
  if (reference.type !== 'module' && reference.type !== 'component') return undefined;
  const name = moduleName(reference);
  return name.startsWith('c:') ? name.slice(2) : undefined;
}

function moduleProblem(candidate: Candidate, bundle: string, reference: BundleReference): string | undefined {
  if (TRANSPARENT.has(reference.id)) return undefined;
  const name = moduleName(reference);
  const [namespace = '', module = ''] = name.split(':');
  const known =
    namespace === 'c'
      ? ofType(candidate.components, 'LightningComponentBundle').has(module)
      : namespace === 'lightning' && LIGHTNING.has(module);
  return known ? undefined : `No MODULE named markup://${name} found : [markup://c:${bundle}]`;
}

/** Whether `Account`, `Account.Name` or `Gadget__c.Widget__r.Name` exists. */
function isSchema(schema: Schema, id: string): boolean {
  const [objectName = '', ...path] = id.split('.');
  let object = objectOf(schema, objectName);
  for (const [index, name] of path.entries()) {
    if (object === undefined) return false;
    const last = index === path.length - 1;
    const field = last
      ? fieldOf(object, name)
      : [...object.fields.values()].find(
          (each) => each.relationshipName?.toLowerCase() === name.toLowerCase(),
        );
    if (field === undefined) return false;
    object = last ? object : objectOf(schema, field.referenceTo[0] ?? '');
  }
  return object !== undefined;
}

const hasComponent = ({ components }: Candidate, type: string, name: string): boolean =>
  ofType(components, type).has(name);

/**
 * The compiler's reference types -> whether the org has what they name. Other types are the platform's own and always exist.
 */
const KNOWN: Readonly<Record<string, (candidate: Candidate, id: string) => boolean>> = {
  customPermission: (candidate, id) => hasComponent(candidate, 'CustomPermission', id),
  label: (candidate, id) =>
    !id.startsWith('c.') || hasComponent(candidate, 'CustomLabel', id.slice('c.'.length)),
  resourceUrl: (candidate, id) => hasComponent(candidate, 'StaticResource', id.split('/')[0] ?? ''),
  schema: ({ schema }, id) => isSchema(schema, id),
  sobjectClass: ({ schema }, id) => isSchema(schema, id),
  sobjectField: ({ schema }, id) => isSchema(schema, id),
  userPermission: (_, id) => USER_PERMISSIONS.has(id),
  contentAssetUrl: () => false,
  messageChannel: () => false,
};

/** The platform's name for a reference of type `schema`. */
const typeName = ({ type, id }: BundleReference): string =>
  type !== 'schema' ? type : id.includes('.') ? 'sobjectField' : 'sobjectClass';

/**
 * What is wrong with a reference of a bundle. Messages of public deploy logs: "No MODULE named markup://c:x found :
 * [markup:// c:y]", "Invalid reference c.X of type label in file y.js" (also for fields, objects and static resources),
 * "Unable to find Apex action class referenced as 'X'.".
 */
export function referenceProblem(
  candidate: Candidate,
  bundle: string,
  reference: BundleReference,
): string | undefined {
  const { type, id, file } = reference;
  if (type === 'module' || type === 'component') return moduleProblem(candidate, bundle, reference);
  if (type.startsWith('apex'))
    return `Unable to find Apex action class referenced as '${id.split('.')[0] ?? ''}'.`;
  const known = KNOWN[type];
  return known === undefined || known(candidate, id)
    ? undefined
    : `Invalid reference ${id} of type ${typeName(reference)} in file ${file}`;
}
