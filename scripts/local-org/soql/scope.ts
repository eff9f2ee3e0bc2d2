import { type Field, type SObject, fieldOf, objectOf } from '../schema/model.ts';
import type { OrgState } from '../store/state.ts';
import { quoted } from '../store/database.ts';
import { sharing } from '../store/sharing.ts';
import type { Rights } from '../schema/rights.ts';
import { noSuchColumn, noSuchObject, noSuchRelation } from './errors.ts';

/** A field as a statement names it: its SQL and its definition. */
export interface ResolvedField {
  readonly sql: string;
  readonly field: Field;
  readonly object: SObject;
  /** Relationship names on the path to it, in canonical case: `['Account', 'Owner']`. */
  readonly path: readonly string[];
}

/** A path may go up five levels at most. SOQL reference, "Understanding Relationship Query Limitations". */
const MOST_LEVELS = 5;

/** The user for whom a statement is compiled. */
export interface Reader {
  readonly state: OrgState;
  readonly rights: Rights;
  /** Whether the user's locale is an English one. */
  readonly english: boolean;
  /** Whether deleted rows are included. */
  readonly allRows: boolean;
}

/** A FROM clause while it is being compiled: its object, the parents joined so far, the parameters of the joins. */
export interface Scope extends Reader {
  readonly soql: string;
  readonly object: SObject;
  readonly alias: string;
  readonly names: ReadonlySet<string>;
  readonly joins: Map<string, { readonly alias: string; readonly sql: string; readonly object: SObject }>;
}

/** The object of that name. Throws INVALID_TYPE when the user may not read it. */
export function readableObject(state: OrgState, rights: Rights, soql: string, name: string): SObject {
  const object = objectOf(state.schema, name);
  if (object === undefined || !rights.object(object).read) throw noSuchObject(soql, name);
  return object;
}

/** A scope over an object. `depth` keeps the table aliases of nested statements different. */
export function scopeOf(
  { state, rights, english, allRows }: Reader,
  soql: string,
  object: SObject,
  sObjectAlias: string | undefined,
  depth: number,
): Scope {
  const names = new Set([
    object.name.toLowerCase(),
    ...(sObjectAlias === undefined ? [] : [sObjectAlias.toLowerCase()]),
  ]);
  return { state, rights, english, allRows, soql, object, alias: `t${depth}`, names, joins: new Map() };
}

/** The readable field of that name, or undefined. */
function readableField(rights: Rights, object: SObject, name: string): Field | undefined {
  const field = fieldOf(object, name);
  return field !== undefined && rights.canReadField(object, field) ? field : undefined;
}

/** The parent that a relationship name of the object refers to. */
function parentOf(
  scope: Scope,
  object: SObject,
  name: string,
): { readonly field: Field; readonly parent: SObject } {
  const field = [...object.fields.values()].find(
    (each) => each.relationshipName?.toLowerCase() === name.toLowerCase(),
  );
  const parent = objectOf(scope.state.schema, field?.referenceTo[0] ?? '');
  if (
    field === undefined ||
    parent === undefined ||
    !scope.rights.canReadField(object, field) ||
    !scope.rights.object(parent).read
  ) {
    throw noSuchRelation(scope.soql, name);
  }
  return { field, parent };
}

/** The alias of the parent at the end of a path; joins the parent when it isn't joined yet. */
export function joined(
  scope: Scope,
  path: readonly string[],
): { readonly alias: string; readonly object: SObject; readonly path: readonly string[] } {
  if (path.length > MOST_LEVELS) throw noSuchRelation(scope.soql, path[0] ?? '');
  let at: { readonly alias: string; readonly object: SObject; readonly path: readonly string[] } = {
    alias: scope.alias,
    object: scope.object,
    path: [],
  };
  for (const name of path) {
    const { field, parent } = parentOf(scope, at.object, name);
    const nextPath = [...at.path, field.relationshipName ?? name];
    const key = nextPath.join('.').toLowerCase();
    const alias = scope.joins.get(key)?.alias ?? `${scope.alias}p${scope.joins.size}`;
    if (!scope.joins.has(key)) {
      // The fields of a parent that the user may not see are null.
      const shared = sharing(scope.state, scope.rights, parent, alias, 'read');
      const conditions = [
        `${alias}.Id = ${at.alias}.${quoted(field.name)}`,
        ...(scope.allRows ? [] : [`${alias}.IsDeleted = 0`]),
        ...(shared === null ? [] : [shared]),
      ];
      const sql = `LEFT JOIN ${quoted(parent.name)} ${alias} ON ${conditions.join(' AND ')}`;
      scope.joins.set(key, { alias, sql, object: parent });
    }
    at = { alias, object: parent, path: nextPath };
  }
  return at;
}

/** The SQL of a stored field, or of a formula that is computed while reading. */
export function fieldSql(object: SObject, field: Field, alias: string, rights: Rights): string {
  if (field.formula === null) return `${alias}.${quoted(field.name)}`;
  return `sf_formula('${object.name}', '${field.name}', ${alias}.Id, '${rights.userId}')`;
}

/** Resolves a field path as written: `Name`, `Account.Owner.Name`, or `a.Name` where `a` is the alias of the object. */
export function resolve(scope: Scope, written: string): ResolvedField {
  const parts = written.split('.');
  if (
    parts.length > 1 &&
    scope.names.has((parts[0] ?? '').toLowerCase()) &&
    !isRelationship(scope.object, parts[0] ?? '')
  )
    parts.shift();
  const name = parts.pop() ?? '';
  const { alias, object, path } = joined(scope, parts);
  const field = readableField(scope.rights, object, name);
  if (field === undefined) throw noSuchColumn(scope.soql, name, object.name);
  return { sql: fieldSql(object, field, alias, scope.rights), field, object, path };
}

const isRelationship = (object: SObject, name: string): boolean =>
  [...object.fields.values()].some((field) => field.relationshipName?.toLowerCase() === name.toLowerCase());
