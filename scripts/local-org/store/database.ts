import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** A stored value: booleans are 0 and 1, dates and ids are text. */
export type Value = number | string | null;

/** A row as it is stored: column -> value. */
export type Row = Readonly<Record<string, Value>>;

/** A prepared statement whose rows hold nothing but such values. */
export interface Statement {
  all(...parameters: readonly Value[]): readonly Row[];
  get(...parameters: readonly Value[]): Row | undefined;
  run(...parameters: readonly Value[]): unknown;
}

/** One open database and what is remembered about it. */
export interface Database {
  readonly sqlite: DatabaseSync;
  /** The statement of that text, prepared once. */
  prepare(sql: string): Statement;
  /**
   * The first row of that statement. Its object is an ordinary one: those of node:sqlite have no prototype, which makes
   * every further use of a row of many columns several times as slow.
   */
  row(sql: string, ...parameters: readonly Value[]): Row | undefined;
  /** Forgets prepared statements: after a change of the tables. */
  forgetStatements(): void;
  /** Runs `work` so that all of it stays or none; may be nested. */
  atomically<T>(work: () => T): T;
  close(): void;
}

const STATEMENTS_KEPT = 500;

/** A statement whose first row comes as values, in the order of its columns. */
interface RowStatement {
  readonly columns: readonly string[];
  readonly get: (...parameters: readonly Value[]) => readonly Value[] | undefined;
}

function rowStatement(sqlite: DatabaseSync, sql: string): RowStatement {
  const statement = sqlite.prepare(sql);
  statement.setReturnArrays(true);
  return {
    columns: statement.columns().map(({ name }) => name),
    get: (...parameters) => statement.get(...parameters) as unknown as readonly Value[] | undefined,
  };
}

/** Of the engine itself; records are in a table per object. */
const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "~setting" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~sequence" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~component" (type TEXT, fullName TEXT, content TEXT, PRIMARY KEY (type, fullName));
  CREATE TABLE IF NOT EXISTS "~stamp" (type TEXT, fullName TEXT, createdDate TEXT, createdById TEXT, lastModifiedDate TEXT, lastModifiedById TEXT, PRIMARY KEY (type, fullName));
  CREATE TABLE IF NOT EXISTS "~file" (type TEXT, fullName TEXT, path TEXT, bytes BLOB, PRIMARY KEY (type, fullName, path));
`;

function openFile(file: string | undefined): { readonly path: string; readonly discard: () => void } {
  if (file !== undefined) return { path: file, discard: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'local-org-'));
  return {
    path: join(folder, 'org.db'),
    discard: () => {
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Opens the database file, made when it isn't there; without one a temporary file that close removes. */
export function openDatabase(file: string | undefined): Database {
  const { path, discard } = openFile(file);
  const sqlite = new DatabaseSync(path);
  // With a write-ahead log, NORMAL keeps every committed write through a kill of the process; only a power cut may lose some.
  sqlite.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;',
  );
  sqlite.exec(OWN_TABLES);
  const statements = new Map<string, Statement>();
  const rowStatements = new Map<string, RowStatement>();
  let depth = 0;
  function prepare(sql: string): Statement {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    const statement = sqlite.prepare(sql) as unknown as Statement;
    if (statements.size >= STATEMENTS_KEPT) statements.delete(statements.keys().next().value ?? '');
    statements.set(sql, statement);
    return statement;
  }
  const row: Database['row'] = (sql, ...parameters) => {
    const known = rowStatements.get(sql) ?? rowStatement(sqlite, sql);
    if (rowStatements.size >= STATEMENTS_KEPT) rowStatements.clear();
    rowStatements.set(sql, known);
    const values = known.get(...parameters);
    if (values === undefined) return undefined;
    const found: Record<string, Value> = {};
    known.columns.forEach((column, index) => {
      found[column] = values[index] ?? null;
    });
    return found;
  };
  function atomically<T>(work: () => T): T {
    const name = `s${depth}`;
    sqlite.exec(depth === 0 ? 'BEGIN IMMEDIATE' : `SAVEPOINT ${name}`);
    depth += 1;
    try {
      const result = work();
      depth -= 1;
      sqlite.exec(depth === 0 ? 'COMMIT' : `RELEASE ${name}`);
      return result;
    } catch (error) {
      depth -= 1;
      sqlite.exec(depth === 0 ? 'ROLLBACK' : `ROLLBACK TO ${name}; RELEASE ${name}`);
      throw error;
    }
  }
  return {
    sqlite,
    prepare,
    row,
    forgetStatements: () => {
      statements.clear();
      rowStatements.clear();
    },
    atomically,
    close: () => {
      statements.clear();
      rowStatements.clear();
      sqlite.close();
      discard();
    },
  };
}

/** A name as SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
