import { type Field, type Schema, type SObject, isStored } from '../schema/model.ts';
import { type Database, quoted } from './database.ts';
import { BEYOND_ASCII } from './records.ts';

/** Columns of every table, even when the object has no field of that name. */
const ALWAYS = ['IsDeleted'];

function columnsOf(object: SObject): readonly string[] {
  const names = [...object.fields.values()].filter(isStored).map((field) => field.name);
  return [...names, ...ALWAYS.filter((name) => !names.includes(name))].filter((name) => name !== 'Id');
}

function indexesOf(object: SObject, field: Field): readonly string[] {
  if (!isStored(field) || field.name === 'Id') return [];
  const wanted =
    field.externalId || field.idLookup || field.unique || (field.type === 'reference' && !isAudit(field));
  if (!wanted) return [];
  const binary = field.type === 'reference' || field.caseSensitive;
  const index = (kind: string, on: string): string =>
    `CREATE INDEX IF NOT EXISTS ${quoted(`${object.name}.${field.name}.${kind}`)} ON ${quoted(object.name)} ${on}`;
  const column = quoted(field.name);
  if (binary) return [index('BINARY', `(${column} COLLATE BINARY)`)];
  return [
    index('NOCASE', `(${column} COLLATE NOCASE)`),
    index('FOLD', `(sf_fold(${column})) WHERE ${column} ${BEYOND_ASCII}`),
  ];
}

const isAudit = (field: Field): boolean =>
  field.name === 'CreatedById' || field.name === 'LastModifiedById' || field.name === 'OwnerId';

/** The value of a new column in existing rows: booleans are never null. */
function initial(object: SObject, column: string): string {
  const type = object.fields.get(column.toLowerCase())?.type;
  return type === 'boolean' || column === 'IsDeleted' ? ' NOT NULL DEFAULT 0' : '';
}

/** Creates the tables, columns and indexes that the schema needs and the database lacks. It never drops any. */
export function ensureTables(database: Database, schema: Schema): void {
  const { sqlite } = database;
  for (const object of schema.objects.values()) {
    const table = quoted(object.name);
    const columns = columnsOf(object).map((column) => ({
      column,
      definition: `${quoted(column)}${initial(object, column)}`,
    }));
    // A new table is created with all its columns: adding a hundred one by one takes as long as the rest of a start.
    const definitions = columns.map(({ definition }) => `, ${definition}`).join('');
    sqlite.exec(
      `CREATE TABLE IF NOT EXISTS ${table} (rid INTEGER PRIMARY KEY, Id TEXT NOT NULL UNIQUE${definitions})`,
    );
    const present = new Set(
      sqlite
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map((row) => String(row.name).toLowerCase()),
    );
    for (const { column, definition } of columns) {
      if (!present.has(column.toLowerCase())) sqlite.exec(`ALTER TABLE ${table} ADD COLUMN ${definition}`);
    }
    for (const field of object.fields.values()) {
      for (const index of indexesOf(object, field)) sqlite.exec(index);
    }
  }
  database.forgetStatements();
}
