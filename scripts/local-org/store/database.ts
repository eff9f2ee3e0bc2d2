import { createHash } from 'node:crypto';
import { DatabaseSync } from 'node:sqlite';
import { memoryOf } from './remembered.ts';

/** A stored value. Booleans are 0 and 1, dates and ids are text. */
export type Value = number | string | null;

/** A stored row: column -> value. */
export type Row = Readonly<Record<string, Value>>;

/** A prepared statement, typed for these values. */
export interface Statement {
  all(...parameters: readonly Value[]): readonly Row[];
  get(...parameters: readonly Value[]): Row | undefined;
  run(...parameters: readonly Value[]): unknown;
}

/** An open database and its prepared statements. */
export interface Database {
  readonly sqlite: DatabaseSync;
  /** The statement of that SQL; prepared once and cached. */
  prepare(sql: string): Statement;
  /**
   * The first row of that statement, as an ordinary object: those of node:sqlite have no prototype, which makes any further
   * use of a wide row several times slower.
   */
  row(sql: string, ...parameters: readonly Value[]): Row | undefined;
  /** Drops the prepared statements, after a change of the tables. */
  forgetStatements(): void;
  /** Runs `work` in a transaction; calls may be nested. */
  atomically<T>(work: () => T): T;
  close(): void;
}

const STATEMENTS_KEPT = 500;

/** A statement that returns its first row as an array of values. */
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

/** What is made from SQL, which is kept. */
const noStatements = () => ({
  plain: memoryOf<Statement>(STATEMENTS_KEPT),
  ofRows: memoryOf<RowStatement>(STATEMENTS_KEPT),
});

/** Tables of the engine itself. Records are in one table per object. */
const OWN_TABLES = `
  CREATE TABLE IF NOT EXISTS "~setting" (name TEXT PRIMARY KEY, value TEXT NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~sequence" (name TEXT PRIMARY KEY, value INTEGER NOT NULL) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS "~component" (type TEXT, fullName TEXT, content TEXT, PRIMARY KEY (type, fullName));
  CREATE TABLE IF NOT EXISTS "~stamp" (type TEXT, fullName TEXT, createdDate TEXT, createdById TEXT, lastModifiedDate TEXT, lastModifiedById TEXT, PRIMARY KEY (type, fullName));
  CREATE TABLE IF NOT EXISTS "~file" (type TEXT, fullName TEXT, path TEXT, hash TEXT, PRIMARY KEY (type, fullName, path));
  CREATE TABLE IF NOT EXISTS "~content" (hash TEXT PRIMARY KEY, bytes BLOB, size INTEGER);
`;

/** The key of a file's content: equal for equal bytes that are kept in the same way. */
export function contentHash(bytes: Uint8Array, size: number | null | undefined): string {
  return createHash('sha256')
    .update(String(size ?? ''))
    .update(bytes)
    .digest('hex');
}

/** Brings a database of an earlier release, in which each component has the bytes of its files, to the tables of now. */
function shareContents(sqlite: DatabaseSync): void {
  const columns = sqlite.prepare('PRAGMA table_info("~file")').all();
  if (!columns.some(({ name }) => name === 'bytes')) return;
  // Before large files were kept deflated, none had a size.
  const size = columns.some(({ name }) => name === 'size') ? 'size' : 'NULL';
  sqlite.function('hash_of', (bytes, kept) => contentHash(bytes as Uint8Array, kept as number | null));
  sqlite.exec(`
    BEGIN IMMEDIATE;
    ALTER TABLE "~file" ADD COLUMN hash TEXT;
    UPDATE "~file" SET hash = hash_of(bytes, ${size});
    INSERT OR IGNORE INTO "~content" SELECT hash, bytes, ${size} FROM "~file";
    ALTER TABLE "~file" DROP COLUMN bytes;
    ${size === 'size' ? 'ALTER TABLE "~file" DROP COLUMN size;' : ''}
    COMMIT;`);
}

/**
 * Opens the database file and creates it when it is missing. Without a file the database is in memory, and gone once it is closed.
 */
export function openDatabase(file: string | undefined): Database {
  const sqlite = new DatabaseSync(file ?? ':memory:');
  // With a write-ahead log, NORMAL keeps every committed write when the process is killed; only a power failure may lose
  // some.
  sqlite.exec(
    'PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -32768; PRAGMA temp_store = MEMORY;',
  );
  sqlite.exec(OWN_TABLES);
  shareContents(sqlite);
  let kept = noStatements();
  let depth = 0;
  const row: Database['row'] = (sql, ...parameters) => {
    const known = kept.ofRows(sql, () => rowStatement(sqlite, sql));
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
    prepare: (sql) => kept.plain(sql, () => sqlite.prepare(sql) as unknown as Statement),
    row,
    forgetStatements: () => {
      kept = noStatements();
    },
    atomically,
    close: () => {
      sqlite.close();
    },
  };
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
