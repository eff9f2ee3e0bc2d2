import { readFileSync } from 'node:fs';

/** The type of an element's values. */
export interface ElementType {
  /** Name of a complex type; undefined for a leaf. */
  readonly complex?: string;
  /** The name and values of an enumeration. */
  readonly values?: readonly string[];
  readonly name: string;
  readonly simple?: 'boolean' | 'number' | 'string';
  readonly many: boolean;
  readonly required: boolean;
}

interface Source {
  readonly enums: Readonly<Record<string, readonly string[]>>;
  /** Type -> element -> `b`, `n`, `s` or the name of a type; `*` marks elements that may repeat, `!` required ones. */
  readonly types: Readonly<Record<string, Readonly<Record<string, string>>>>;
  readonly userPermissions: readonly string[];
}

/** The Metadata API's types, from Salesforce's WSDL by way of @salesforce/types (`npm run schema` writes them). */
const { enums, types, userPermissions } = JSON.parse(
  readFileSync(new URL('generated/types.json', import.meta.url), 'utf8'),
) as Source;

/** The user permissions that exist. */
export const USER_PERMISSIONS: ReadonlySet<string> = new Set(userPermissions);

const SIMPLE = { b: 'boolean', n: 'number', s: 'string' } as const;

function typeOf(written: string): ElementType {
  const name = written.replace(/[*!]$/, '');
  const marks = { name, many: written.endsWith('*'), required: written.endsWith('!') };
  if (name === 'b' || name === 'n' || name === 's') return { ...marks, simple: SIMPLE[name] };
  const values = enums[name];
  return values === undefined ? { ...marks, complex: name } : { ...marks, values };
}

const read = new Map<string, ReadonlyMap<string, ElementType>>();

/** The elements of a complex type by name; undefined when the type isn't known. */
export function elementsOf(type: string): ReadonlyMap<string, ElementType> | undefined {
  const known = read.get(type);
  if (known !== undefined) return known;
  const declared = Object.hasOwn(types, type) ? types[type] : undefined;
  if (declared === undefined) return undefined;
  const result = new Map(Object.entries(declared).map(([name, written]) => [name, typeOf(written)]));
  read.set(type, result);
  return result;
}
