import type { SObject } from '../schema/model.ts';
import { type Database, type Row, type Value, quoted } from './database.ts';

/** The row with that 18-character id, also a deleted one, or undefined. */
export function rowById(database: Database, object: SObject, id: string): Row | undefined {
  return database.row(`SELECT * FROM ${quoted(object.name)} WHERE Id = ?`, id);
}

const MOST_TEXTS = 1_000;
const TEXTS = new Map<string, string>();

/** SQL by what it is made of: writing out the names of a hundred columns takes longer than the statement. */
function textOf(key: string, make: () => string): string {
  const known = TEXTS.get(key);
  if (known !== undefined) return known;
  if (TEXTS.size >= MOST_TEXTS) TEXTS.clear();
  const made = make();
  TEXTS.set(key, made);
  return made;
}

/** Adds a row. */
export function insertRow(database: Database, object: SObject, row: Row): void {
  const columns = Object.keys(row);
  const sql = textOf(
    `INSERT ${object.name} ${columns.join()}`,
    () =>
      `INSERT INTO ${quoted(object.name)} (${columns.map(quoted).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
  );
  database.prepare(sql).run(...Object.values(row));
}

/** Changes columns of the row with that id. */
export function updateRow(database: Database, object: SObject, id: string, changes: Row): void {
  const columns = Object.keys(changes);
  const sql = textOf(
    `UPDATE ${object.name} ${columns.join()}`,
    () =>
      `UPDATE ${quoted(object.name)} SET ${columns.map((column) => `${quoted(column)} = ?`).join(', ')} WHERE Id = ?`,
  );
  database.prepare(sql).run(...Object.values(changes), id);
}

/** Whether there is a record with that 18-character id that is not in the recycle bin. */
export function isAlive(database: Database, object: SObject, id: string): boolean {
  const sql = `SELECT 1 FROM ${quoted(object.name)} WHERE Id = ? AND IsDeleted = 0`;
  return database.prepare(sql).get(id) !== undefined;
}

/** Text with letters whose case SQLite's own NOCASE doesn't know; a small index of its own holds it. */
export const BEYOND_ASCII = "GLOB '*[^ -~]*'";
const beyondAscii = /[^ -~]/;

/**
 * Ids of the records that are not deleted and hold that value, at most `limit`; text is compared as a unique field of the object
 * compares it. Only ids: reading a hundred columns costs ten times the look-up.
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
  // The limit is no parameter: SQLite prepares a statement anew for every value that its limit is bound to.
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
