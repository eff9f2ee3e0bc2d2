import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type Database, contentHash, openDatabase, quoted } from './database.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'database-'));
});
afterAll(() => {
  rmSync(folder, { recursive: true });
});

let database: Database;
beforeEach(() => {
  database = openDatabase(undefined);
  database.sqlite.exec('CREATE TABLE t (a, b)');
});
afterEach(() => {
  if (database.sqlite.isOpen) database.close();
});

const insert = (a: number): unknown => database.prepare('INSERT INTO t (a) VALUES (?)').run(a);
const numbers = (): readonly unknown[] =>
  database
    .prepare('SELECT a FROM t ORDER BY a')
    .all()
    .map(({ a }) => a);

function failing(work: () => void): void {
  expect(() =>
    database.atomically(() => {
      work();
      throw new Error('stop');
    }),
  ).toThrow('stop');
}

test('a transaction keeps all of its writes or none, also inside of another', () => {
  expect(database.atomically(() => insert(1) && 'done')).toBe('done');
  failing(() => insert(2));
  expect(numbers()).toEqual([1]);
  database.atomically(() => {
    insert(3);
    database.atomically(() => {
      insert(4);
      failing(() => {
        insert(5);
        database.atomically(() => insert(6));
      });
    });
    failing(() => insert(7));
    insert(8);
  });
  expect(numbers()).toEqual([1, 3, 4, 8]);
  failing(() => {
    database.atomically(() => insert(9));
  });
  database.atomically(() => insert(10));
  expect(numbers()).toEqual([1, 3, 4, 8, 10]);
  expect(database.sqlite.isTransaction).toBe(false);
});

test('a transaction keeps others from writing from its start', () => {
  const file = join(folder, 'locked.db');
  const [one, other] = [openDatabase(file), openDatabase(file)];
  one.atomically(() => {
    expect(() => other.atomically(() => 'done')).toThrow('database is locked');
  });
  expect(other.atomically(() => 'done')).toBe('done');
  one.close();
  other.close();
});

test('a row is an ordinary object of the columns', () => {
  insert(1);
  database.sqlite.exec("INSERT INTO t VALUES (2, 'two')");
  const sql = 'SELECT a, b FROM t WHERE a = ?';
  expect([1, 2, 3, 1].map((a) => database.row(sql, a))).toStrictEqual([
    { a: 1, b: null },
    { a: 2, b: 'two' },
    undefined,
    { a: 1, b: null },
  ]);
});

test('a statement is prepared once, until the tables change', () => {
  const sql = 'SELECT a FROM t';
  const statement = database.prepare(sql);
  expect(database.prepare(sql)).toBe(statement);
  expect(database.prepare('SELECT b FROM t')).not.toBe(statement);
  database.forgetStatements();
  expect(database.prepare(sql)).not.toBe(statement);
});

test('a row has the columns of now, once statements are forgotten', () => {
  insert(1);
  expect(database.row('SELECT * FROM t')).toEqual({ a: 1, b: null });
  database.sqlite.exec('ALTER TABLE t ADD COLUMN c');
  database.forgetStatements();
  expect(database.row('SELECT * FROM t')).toEqual({ a: 1, b: null, c: null });
});

test('a database that was closed is closed', () => {
  database.close();
  expect(database.sqlite.isOpen).toBe(false);
});

test('a file keeps what was written, with a log ahead of it', () => {
  const file = join(folder, 'kept.db');
  const kept = openDatabase(file);
  kept.prepare('INSERT INTO "~setting" VALUES (?, ?)').run('a', 'b');
  const pragma = (name: string): unknown =>
    Object.values(kept.sqlite.prepare(`PRAGMA ${name}`).get() ?? {})[0];
  expect(['journal_mode', 'synchronous', 'cache_size', 'temp_store'].map(pragma)).toEqual([
    'wal',
    1,
    -32_768,
    2,
  ]);
  kept.close();
  const again = openDatabase(file);
  expect(again.prepare('SELECT value FROM "~setting"').all()).toMatchObject([{ value: 'b' }]);
  again.close();
});

test('equal bytes that are kept in the same way have one hash', () => {
  const bytes = Buffer.from('bytes');
  expect(contentHash(bytes, undefined)).toBe(
    '277089d91c0bdf4f2e6862ba7e4a07605119431f5d13f726dd352b06f1b206a9',
  );
  expect(contentHash(bytes, 5)).not.toBe(contentHash(bytes, undefined));
  expect(contentHash(bytes, 5)).toBe(contentHash(Buffer.from('bytes'), 5));
});

test.each([
  ['with the sizes of deflated files', ', size INTEGER', ', 9', 9],
  ['without sizes', '', '', null],
])('a file of an earlier release %s shares equal contents', (name, column, value, size) => {
  const file = join(folder, `${name}.db`);
  const earlier = new DatabaseSync(file);
  earlier.exec(`
    CREATE TABLE "~file" (type TEXT, fullName TEXT, path TEXT, bytes BLOB${column}, PRIMARY KEY (type, fullName, path));
    INSERT INTO "~file" VALUES ('T', 'one', 'p', x'6162'${value}), ('T', 'two', 'p', x'6162'${value}), ('T', 'three', 'p', x'63'${value});`);
  earlier.close();
  for (const _ of ['brought to the tables of now', 'left alone']) {
    const now = openDatabase(file);
    const files =
      'SELECT fullName, hash, CAST(bytes AS TEXT) AS bytes, size FROM "~file" JOIN "~content" USING (hash) ORDER BY fullName';
    const held = (fullName: string, bytes: string) => ({
      fullName,
      hash: contentHash(Buffer.from(bytes), size),
      bytes,
      size,
    });
    expect(now.prepare(files).all()).toMatchObject([
      held('one', 'ab'),
      held('three', 'c'),
      held('two', 'ab'),
    ]);
    expect(now.prepare('SELECT * FROM "~content"').all()).toHaveLength(2);
    expect(
      now
        .prepare('PRAGMA table_info("~file")')
        .all()
        .map((row) => row.name),
    ).toEqual(['type', 'fullName', 'path', 'hash']);
    now.close();
  }
});

test('a name is quoted as SQL does it', () => {
  expect(quoted('A "b" c')).toBe('"A ""b"" c"');
});

// SQLite, "Transaction": IMMEDIATE starts "a new write immediately, without waiting for a write statement".
test('a transaction keeps other processes from writing from its start', () => {
  const file = join(folder, 'locked.db');
  const one = openDatabase(file);
  const other = new DatabaseSync(file, { timeout: 0 });
  one.atomically(() => {
    expect(() => {
      other.exec('BEGIN IMMEDIATE');
    }).toThrow('locked');
  });
  other.exec('BEGIN IMMEDIATE');
  other.close();
  one.close();
});
