import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ts from 'typescript';
import { CHILD_TYPES, FOLDER_TYPES, METADATA_TYPES } from '../local-org/metadata/types.ts';

/** Salesforce's own types of the Metadata API, generated from its WSDL. */
const TYPES = join('node_modules', '@salesforce', 'types', 'lib');
const SOURCE = join(TYPES, 'metadata.d.ts');
/** Its permission set type has a field for each user permission. */
const TOOLING = join(TYPES, 'tooling.d.ts');

/** Simple types and the letters for them. */
const SIMPLE: ReadonlyMap<ts.SyntaxKind, string> = new Map([
  [ts.SyntaxKind.BooleanKeyword, 'b'],
  [ts.SyntaxKind.NumberKeyword, 'n'],
  [ts.SyntaxKind.StringKeyword, 's'],
]);

interface Declared {
  /** Element -> type of its values, as `metadata/elementTypes.ts` of the local org reads it. */
  readonly elements: Readonly<Record<string, string>>;
  readonly uses: readonly string[];
}

type Aliases = ReadonlyMap<string, ts.TypeNode>;

function aliases(): Aliases {
  const file = ts.createSourceFile(SOURCE, readFileSync(SOURCE, 'utf8'), ts.ScriptTarget.Latest);
  return new Map(
    file.statements.filter(ts.isTypeAliasDeclaration).map((alias) => [alias.name.text, alias.type] as const),
  );
}

const nameOf = (type: ts.TypeNode): string | undefined =>
  ts.isTypeReferenceNode(type) && ts.isIdentifier(type.typeName) ? type.typeName.text : undefined;

/** The values of an enumeration; undefined for another type. */
function valuesOf(type: ts.TypeNode | undefined): readonly string[] | undefined {
  if (type === undefined) return undefined;
  const parts = ts.isUnionTypeNode(type) ? type.types : [type];
  const values = parts.flatMap((part) =>
    ts.isLiteralTypeNode(part) && ts.isStringLiteral(part.literal) ? [part.literal.text] : [],
  );
  return values.length === parts.length ? values : undefined;
}

function membersOf(all: Aliases, type: ts.TypeNode | undefined): readonly ts.PropertySignature[] {
  if (type === undefined) return [];
  if (ts.isTypeLiteralNode(type)) return type.members.filter(ts.isPropertySignature);
  if (ts.isIntersectionTypeNode(type)) return type.types.flatMap((part) => membersOf(all, part));
  const name = nameOf(type);
  return name === undefined ? [] : membersOf(all, all.get(name));
}

function declared(all: Aliases, name: string): Declared {
  const uses: string[] = [];
  const elements = membersOf(all, all.get(name)).flatMap((member) => {
    if (member.type === undefined || !ts.isIdentifier(member.name)) return [];
    const many = ts.isArrayTypeNode(member.type);
    const type = ts.isArrayTypeNode(member.type) ? member.type.elementType : member.type;
    const simple = SIMPLE.get(type.kind);
    const reference = nameOf(type);
    // Types that the package leaves open (sets of names, ids) become texts.
    const known =
      reference !== undefined && (valuesOf(all.get(reference)) ?? membersOf(all, all.get(reference)));
    const used = known && known.length > 0 ? reference : undefined;
    if (used !== undefined) uses.push(used);
    const mark = many ? '*' : member.questionToken ? '' : '!';
    return [[member.name.text, `${simple ?? used ?? 's'}${mark}`] as const];
  });
  return { elements: Object.fromEntries(elements), uses };
}

/** The user permissions that a permission set may grant; object permissions have rows of their own. */
function userPermissions(): readonly string[] {
  const names = readFileSync(TOOLING, 'utf8').matchAll(/^ +Permissions(\w+)\?: boolean;/gm);
  const rights = ['Create', 'Read', 'Edit', 'Delete', 'ViewAllRecords', 'ModifyAllRecords', 'ViewAllFields'];
  return [...new Set([...names].map(([, name = '']) => name))]
    .filter((name) => !rights.includes(name))
    .sort();
}

/** The types that the local org supports, and all types inside them, as JSON. */
export function metadataTypes(): string {
  const all = aliases();
  const types: Record<string, Declared['elements']> = {};
  const enums: Record<string, readonly string[]> = {};
  const roots = [
    ...METADATA_TYPES.filter(({ xml }) => xml).map(({ name }) => name),
    'LightningComponentBundle',
    ...Object.values(CHILD_TYPES),
    ...Object.values(FOLDER_TYPES),
  ];
  for (const waiting = [...roots]; waiting.length > 0;) {
    const name = waiting.pop() ?? '';
    const values = valuesOf(all.get(name));
    if (name in types || name in enums) continue;
    if (values === undefined) {
      const { elements, uses } = declared(all, name);
      types[name] = elements;
      waiting.push(...uses);
    } else enums[name] = values;
  }
  const sorted = <T>(record: Readonly<Record<string, T>>): Record<string, T> =>
    Object.fromEntries(Object.entries(record).sort(([one], [other]) => (one < other ? -1 : 1)));
  const lines = (record: Readonly<Record<string, unknown>>): string =>
    Object.entries(sorted(record))
      .map(([name, value]) => `    ${JSON.stringify(name)}: ${JSON.stringify(value)}`)
      .join(',\n');
  return `{\n  "enums": {\n${lines(enums)}\n  },\n  "types": {\n${lines(types)}\n  },\n  "userPermissions": ${JSON.stringify(userPermissions())}\n}\n`;
}
