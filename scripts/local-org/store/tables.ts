import type { Field, Schema, SObject } from '../metadata/model.ts';
import { isStored } from '../metadata/model.ts';
import type { Database } from './database.ts';
import { quoted } from './database.ts';

/** Columns that every table has, also where the object shows no field of that name. */
const ALWAYS = ['IsDeleted'];

const columnsOf = (object: SObject): readonly string[] => {
  const names = [...object.fields.values()].filter(isStored).map((field) => field.name);
  return [...names, ...ALWAYS.filter((name) => !names.includes(name))].filter((name) => name !== 'Id');
};

const indexOf = (object: SObject, field: Field): string | undefined => {
  if (!isStored(field) || field.name === 'Id') return undefined;
  const wanted =
    field.externalId || field.idLookup || field.unique || (field.type === 'reference' && !isAudit(field));
  if (!wanted) return undefined;
  const collation = field.type === 'reference' || field.caseSensitive ? 'BINARY' : 'NOCASE';
  const name = quoted(`${object.name}.${field.name}.${collation}`);
  return `CREATE INDEX IF NOT EXISTS ${name} ON ${quoted(object.name)} (${quoted(field.name)} COLLATE ${collation})`;
};

const isAudit = (field: Field): boolean =>
  field.name === 'CreatedById' || field.name === 'LastModifiedById' || field.name === 'OwnerId';

/** A value for the rows that are there when a column is added: booleans are never null. */
const initial = (object: SObject, column: string): string => {
  const type = object.fields.get(column.toLowerCase())?.type;
  return type === 'boolean' || column === 'IsDeleted' ? ' NOT NULL DEFAULT 0' : '';
};

/** Makes the tables, columns and indexes that the schema needs and the database lacks. Nothing is ever dropped. */
export function ensureTables(database: Database, schema: Schema): void {
  const { sqlite } = database;
  for (const object of schema.objects.values()) {
    const table = quoted(object.name);
    sqlite.exec(`CREATE TABLE IF NOT EXISTS ${table} (rid INTEGER PRIMARY KEY, Id TEXT NOT NULL UNIQUE)`);
    const present = new Set(
      sqlite
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map((row) => String(row.name).toLowerCase()),
    );
    for (const column of columnsOf(object)) {
      if (!present.has(column.toLowerCase()))
        sqlite.exec(`ALTER TABLE ${table} ADD COLUMN ${quoted(column)}${initial(object, column)}`);
    }
    for (const field of object.fields.values()) {
      const index = indexOf(object, field);
      if (index !== undefined) sqlite.exec(index);
    }
  }
  database.forgetStatements();
}
