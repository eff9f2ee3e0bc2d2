import type { FieldType as SelectItem } from '@jetstreamapp/soql-parser-js';
import type { Field, SObject } from '../schema/model.ts';
import { malformed, placed, unsupported } from './errors.ts';
import { type Scope, fieldSql, joined, resolve } from './scope.ts';

/** One value of a record in the result: where it stands and what it is. */
export interface Column {
  /** Relationship names on the path to the field, in canonical case. */
  readonly path: readonly string[];
  readonly name: string;
  readonly field: Field;
  readonly object: SObject;
  readonly label: boolean;
  /** Aliases of the SQL columns that hold the value: one, or several for a compound field. */
  readonly sources: readonly string[];
}

/** What a statement without grouping selects. */
export interface Selection {
  readonly columns: readonly Column[];
  /** Paths of parents, each with the SQL column that holds the parent's id. */
  readonly parents: ReadonlyMap<string, { readonly object: SObject; readonly source: string }>;
  /** All SQL columns as `expression AS alias`. */
  readonly sql: readonly string[];
}

/** Largest LIMIT of a statement with FIELDS(ALL) or FIELDS(CUSTOM), which need one. SOQL reference, "FIELDS()". */
const MOST_ROWS_OF_ALL_FIELDS = 200;

/** The parts of an address, in the order in which JSON has them. */
const ADDRESS_PARTS = [
  'City',
  'Country',
  'CountryCode',
  'GeocodeAccuracy',
  'Latitude',
  'Longitude',
  'PostalCode',
  'State',
  'StateCode',
  'Street',
];

/** The fields whose values make a compound field, in the order of ADDRESS_PARTS. */
export function addressParts(object: SObject, field: Field): readonly Field[] {
  const prefix = field.name.slice(0, -'Address'.length);
  return ADDRESS_PARTS.flatMap((part) => object.fields.get(`${prefix}${part}`.toLowerCase()) ?? []);
}

/** A compound address as JSON, from the values of its parts; null when it has none. */
export function addressJson(field: Field, parts: readonly Field[], values: readonly unknown[]): unknown {
  if (values.every((value) => value === null)) return null;
  const prefix = field.name.length - 'Address'.length;
  const keys = parts.map(({ name }) => `${name.charAt(prefix).toLowerCase()}${name.slice(prefix + 1)}`);
  return Object.fromEntries(keys.map((key, index) => [key, values[index] ?? null]));
}

function fieldsFunction(scope: Scope, kind: string, limit: number | undefined): readonly string[] {
  const group = kind.toUpperCase();
  if (group !== 'STANDARD' && (limit === undefined || limit > MOST_ROWS_OF_ALL_FIELDS)) {
    throw malformed(`The SOQL FIELDS function must have a LIMIT of at most ${MOST_ROWS_OF_ALL_FIELDS}`);
  }
  const wanted = (field: Field): boolean => group === 'ALL' || field.custom === (group === 'CUSTOM');
  return [...scope.object.fields.values()]
    .filter((field) => wanted(field) && scope.rights.canReadField(scope.object, field))
    .map((field) => field.name);
}

interface Wanted {
  readonly written: string;
  readonly alias?: string | undefined;
  readonly label: boolean;
}

function wantedBy(scope: Scope, item: SelectItem, limit: number | undefined): readonly Wanted[] {
  switch (item.type) {
    case 'Field':
    case 'FieldRelationship': {
      if ('alias' in item) throw malformed('only aggregate expressions use field aliasing');
      const above = item.type === 'Field' ? [] : item.relationships;
      return [{ written: [...above, item.field].join('.'), label: false }];
    }
    case 'FieldFunctionExpression': {
      const name = item.functionName.toUpperCase();
      const parameter = item.parameters[0];
      if (name === 'FIELDS' && typeof parameter === 'string')
        return fieldsFunction(scope, parameter, limit).map((written) => ({ written, label: false }));
      if (name === 'TOLABEL' && typeof parameter === 'string')
        return [{ written: parameter, alias: item.alias, label: true }];
      throw unsupported(`The function ${item.functionName}`);
    }
    case 'FieldSubquery':
      return [];
    case 'FieldTypeof':
      throw unsupported('TYPEOF');
  }
}

/** Compiles the fields of a SELECT. */
export function selectionOf(
  scope: Scope,
  items: readonly SelectItem[],
  limit: number | undefined,
): Selection {
  const columns: Column[] = [];
  const sql = [`${scope.alias}.Id AS _id`];
  const parents = new Map<string, { readonly object: SObject; readonly source: string }>();
  function addParents(path: readonly string[]): void {
    path.forEach((_name, index) => {
      const above = path.slice(0, index + 1);
      const key = above.join('.');
      if (parents.has(key)) return;
      const { alias, object } = joined(scope, above);
      const source = `_p${parents.size}`;
      parents.set(key, { object, source });
      sql.push(`${alias}.Id AS ${source}`);
    });
  }
  const seen = new Set<string>();
  for (const { written, alias, label } of items.flatMap((item) => wantedBy(scope, item, limit))) {
    const { field, object, path, sql: expression } = resolve(scope, written);
    const name = alias ?? field.name;
    const key = [...path, name].join('.').toLowerCase();
    if (seen.has(key))
      throw placed(scope.soql, written, 'INVALID_FIELD', `duplicate field selected: ${written}`);
    seen.add(key);
    addParents(path);
    const expressions =
      field.type === 'address'
        ? addressParts(object, field).map((part) =>
            fieldSql(object, part, joined(scope, path).alias, scope.rights),
          )
        : [expression];
    const sources = expressions.map((each, index) => {
      const source = `_c${columns.length}_${index}`;
      sql.push(`${each} AS ${source}`);
      return source;
    });
    columns.push({ path, name, field, object, label, sources });
  }
  return { columns, parents, sql };
}
