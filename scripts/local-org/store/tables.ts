import { type Field, type Schema, type SObject, isStored } from '../schema/model.ts';
import { type Database, quoted } from './database.ts';
import { BEYOND_ASCII } from './records.ts';

/** Columns of every table, even when the object has no field of that name. */
const ALWAYS = ['IsDeleted'];

function columnsOf(object: SObject): readonly string[] {
  const names = [...object.fields.values()].filter(isStored).map((field) => field.name);
  return [...names, ...ALWAYS.filter((name) => !names.includes(name))].filter((name) => name !== 'Id');
}

interface Index {
  readonly name: string;
  readonly on: string;
}

function indexesOf(object: SObject, field: Field): readonly Index[] {
  if (!isStored(field) || field.name === 'Id') return [];
  const wanted =
    field.externalId || field.idLookup || field.unique || (field.type === 'reference' && !isAudit(field));
  if (!wanted) return [];
  const binary = field.type === 'reference' || field.caseSensitive;
  const index = (kind: string, on: string): Index => ({ name: `${object.name}.${field.name}.${kind}`, on });
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

/** The names of the tables and indexes that are there. SQLite compares names without regard to case. */
function namesIn({ sqlite }: Database): ReadonlySet<string> {
  const rows = sqlite.prepare('SELECT name FROM sqlite_schema').all();
  return new Set(rows.map(({ name }) => String(name).toLowerCase()));
}

/** Creates the tables, columns and indexes that the schema needs and the database lacks. It never drops any. */
export function ensureTables(database: Database, schema: Schema): void {
  const present = namesIn(database);
  // Each statement of its own would be a write to the disk of its own.
  database.atomically(() => {
    for (const object of schema.objects.values()) ensureTable(database, object, present);
  });
  database.forgetStatements();
}

function ensureTable({ sqlite }: Database, object: SObject, present: ReadonlySet<string>): void {
  const table = quoted(object.name);
  const columns = columnsOf(object).map((column) => ({
    column,
    definition: `${quoted(column)}${initial(object, column)}`,
  }));
  if (present.has(object.name.toLowerCase())) {
    const known = new Set(
      sqlite
        .prepare(`PRAGMA table_info(${table})`)
        .all()
        .map((row) => String(row.name).toLowerCase()),
    );
    for (const { column, definition } of columns)
      if (!known.has(column.toLowerCase())) sqlite.exec(`ALTER TABLE ${table} ADD COLUMN ${definition}`);
  } else {
    // A new table is created with all its columns: adding a hundred one by one takes as long as the rest of a start.
    const definitions = columns.map(({ definition }) => `, ${definition}`).join('');
    sqlite.exec(`CREATE TABLE ${table} (rid INTEGER PRIMARY KEY, Id TEXT NOT NULL UNIQUE${definitions})`);
  }
  for (const field of object.fields.values())
    for (const { name, on } of indexesOf(object, field))
      if (!present.has(name.toLowerCase())) sqlite.exec(`CREATE INDEX ${quoted(name)} ON ${table} ${on}`);
}
