import type { FieldMetadata } from './read.ts';

const BOOLEAN = new Set(['Checkbox']);
const NUMBER = new Set(['Number', 'Currency', 'Percent', 'Summary']);
const PICKLIST = new Set(['Picklist', 'MultiselectPicklist']);

/** The TypeScript type of a field's value in the org's APIs: `string | null`, `boolean`, `'Shown' | 'Hidden' | null`. */
export function valueType(field: FieldMetadata): string {
  if (BOOLEAN.has(field.type)) return 'boolean';
  const type = NUMBER.has(field.type) ? 'number' : textType(field);
  return field.required ? type : `${type} | null`;
}

function textType(field: FieldMetadata): string {
  const isClosed = PICKLIST.has(field.type) && field.restricted && field.values.length > 0;
  // A multi-select value is one text with semicolons, which no union describes.
  return isClosed && field.type === 'Picklist' ? field.values.map(quote).join(' | ') : 'string';
}

/** Text of generated/objects.ts: the fields of every object, and the parents that a path may go through. */
export function objectTypes(objects: ReadonlyMap<string, readonly FieldMetadata[]>): string {
  const known = new Set(objects.keys());
  const bodies = [...objects].map(
    ([object, fields]) => `  ${object}: {\n${fields.map(fieldLine).join('')}  };\n`,
  );
  const parents = [...objects].map(([object, fields]) => {
    const lines = fields.flatMap((field) => parentLine(field, known));
    return `  ${object}: {\n${lines.join('')}  };\n`;
  });
  return `${HEADER}
/** Fields of each object, with the type of the value that the org's APIs give. */
export interface SObjects {
${bodies.join('')}}

/** Relationship names of each object, with the object at the other end. */
export interface Parents {
${parents.join('')}}

export type ObjectName = keyof SObjects;
export type FieldName<O extends ObjectName> = keyof SObjects[O] & string;

/** A field of the object, or of a parent one step up: \`NameInsured.Name\`. */
export type FieldPath<O extends ObjectName> = FieldName<O> | ParentPath<O>;
type ParentPath<O extends ObjectName> = {
  [R in keyof Parents[O] & string]: Parents[O][R] extends infer P extends ObjectName
    ? \`\${R}.\${FieldName<P>}\`
    : never;
}[keyof Parents[O] & string];

/** A record that may hold any of the object's fields. */
export type SObject<O extends ObjectName> = { readonly [F in FieldName<O>]?: SObjects[O][F] };
`;
}

const fieldLine = (field: FieldMetadata): string => `    ${field.name}: ${valueType(field)};\n`;

function parentLine(field: FieldMetadata, known: ReadonlySet<string>): string[] {
  const [target, ...others] = field.referenceTo;
  if (field.relationshipName === null || target === undefined || others.length > 0) return [];
  return known.has(target) ? [`    ${field.relationshipName}: ${quote(target)};\n`] : [];
}

export const HEADER = '// Written by `npm run schema` from the metadata: change that, not this.\n';

export const quote = (text: string): string => `'${text.replace(/['\\]/g, '\\$&')}'`;
