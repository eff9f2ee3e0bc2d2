import type { SObject } from '../schema/model.ts';
import { type Database, type Row, type Value, quoted } from './database.ts';
import { memoryOf } from './remembered.ts';

/** The row with that 18-character id, deleted or not, or undefined. */
export function rowById(database: Database, object: SObject, id: string): Row | undefined {
  return database.row(`SELECT * FROM ${quoted(object.name)} WHERE Id = ?`, id);
}

/** SQL by what it is made from: listing a hundred column names takes longer than running the statement. */
const textOf = memoryOf<string>(1_000);

/** Inserts a row. */
export function insertRow(database: Database, object: SObject, row: Row): void {
  const columns = Object.keys(row);
  const sql = textOf(
    `INSERT ${object.name} ${columns.join()}`,
    () =>
      `INSERT INTO ${quoted(object.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  database.prepare(sql).run(...Object.values(row));
}

/** Updates columns of the row with that id. */
export function updateRow(database: Database, object: SObject, id: string, changes: Row): void {
  const columns = Object.keys(changes);
  const sql = textOf(
    `UPDATE ${object.name} ${columns.join()}`,
    () =>
      `UPDATE ${quoted(object.name)} SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE Id = ?`,
  );
  database.prepare(sql).run(...Object.values(changes), id);
}

/** Whether a record with that 18-character id exists and isn't in the recycle bin. */
export function isAlive(database: Database, object: SObject, id: string): boolean {
  const sql = `SELECT 1 FROM ${quoted(object.name)} WHERE Id = ? AND IsDeleted = 0`;
  return database.prepare(sql).get(id) !== undefined;
}

/**
 * Condition for texts with characters beyond ASCII, whose case SQLite's NOCASE doesn't fold. They have a small index of
 * their own.
 */
export const BEYOND_ASCII = "GLOB '*[^ -~]*'";
const beyondAscii = /[^ -~]/;

/**
 * Ids of the undeleted records with that value, at most `limit`. Text is compared as a unique field of the object compares
 * it. It returns only ids, because reading a hundred columns takes ten times as long as the look-up.
 */
export function idsByValue(
  database: Database,
  object: SObject,
  column: string,
  value: Value,
  options: { readonly caseSensitive: boolean; readonly limit: number },
): readonly string[] {
  const folds = !options.caseSensitive && typeof value === 'string' && beyondAscii.test(value);
  const collation = options.caseSensitive ? 'BINARY' : 'NOCASE';
  // The limit isn't a parameter, because SQLite prepares a statement again for each value that is bound to its LIMIT.
  const sql = textOf(`SELECT ${object.name} ${column} ${folds ? 'FOLD' : collation} ${options.limit}`, () => {
    const name = quoted(column);
    const condition = folds
      ? `sf_fold(${name}) = ? AND ${name} ${BEYOND_ASCII}`
      : `${name} = ? COLLATE ${collation}`;
    return `SELECT Id FROM ${quoted(object.name)} WHERE ${condition} AND IsDeleted = 0 ORDER BY rid LIMIT ${options.limit}`;
  });
  return database
    .prepare(sql)
    .all(folds ? value.toLowerCase() : value)
    .map((row) => String(row.Id));
}
