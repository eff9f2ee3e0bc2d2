import { HEADER, quote, valueType } from './objectTypes.ts';
import type { FieldMetadata } from './read.ts';

/**
 * Text of generated/lwc.d.ts: a module per object, field, label and custom permission, and no wildcard, so that importing a
 * name that doesn't exist fails to compile.
 */
export function lwcModules(parts: {
  objects: ReadonlyMap<string, readonly FieldMetadata[]>;
  labels: Iterable<string>;
  customPermissions: Iterable<string>;
}): string {
  const objects = [...parts.objects].flatMap(([object, fields]) => [
    objectModule(object),
    ...fields.map((field) => fieldModule(object, field)),
  ]);
  const labels = [...parts.labels].map((name) => constantModule(`@salesforce/label/c.${name}`, 'string'));
  const permissions = [...parts.customPermissions].map((name) =>
    constantModule(`@salesforce/customPermission/${name}`, 'true | undefined'),
  );
  return [HEADER, ...objects, ...labels, ...permissions].join('');
}

function objectModule(object: string): string {
  return schemaModule(object, 'SchemaObject', [quote(object)]);
}

function fieldModule(object: string, field: FieldMetadata): string {
  return schemaModule(`${object}.${field.name}`, 'SchemaField', [quote(object), valueType(field)]);
}

const schemaModule = (path: string, type: string, parameters: readonly string[]): string =>
  `declare module '@salesforce/schema/${path}' {
  import type { ${type} } from '@salesforce/schema';
  const reference: ${type}<${parameters.join(', ')}>;
  export default reference;
}
`;

const constantModule = (path: string, type: string): string =>
  `declare module '${path}' {
  const value: ${type};
  export default value;
}
`;

/** Text of generated/tsconfig.paths.json: where the compiler finds `c/<bundle>` and the test kit, relative to that file. */
export function componentPaths(bundles: readonly string[], root: string): string {
  const paths: Record<string, readonly string[]> = { kit: [`${root}/scripts/tests/lwc/kit.ts`] };
  for (const name of bundles) {
    paths[`c/${name}`] = [`${root}/force-app/main/default/lwc/${name}/${name}.ts`];
  }
  return `${JSON.stringify({ compilerOptions: { paths } }, null, 2)}\n`;
}
