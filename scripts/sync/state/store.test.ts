import { chmodSync, existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { DatabaseSync } from 'node:sqlite';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { asOfReader, guardKey } from './asOfs.ts';
import { openInbox } from './inbox.ts';
import { lockStateFolder } from './lock.ts';
import { belongTo, mustBeOf } from './ownOrg.ts';
import { countRows, inTransaction, readingAtOnce } from './sqlite.ts';
import { openState, readState } from './store.ts';

let folder: string;
let state: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'store-'));
  state = join(folder, 'state');
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function within<T>(work: (store: ReturnType<typeof openState>) => T, open = openState): T {
  const store = open(state);
  try {
    return work(store);
  } finally {
    store.close();
  }
}

test('a database that others could read is closed to them', () => {
  within(() => undefined);
  chmodSync(join(state, 'state.db'), 0o644);
  within(() => undefined);
  expect(statSync(join(state, 'state.db')).mode & 0o777).toBe(0o600);
});

test('keys are hashed by a secret of the folder, the same for whoever opens it', () => {
  const key = within(({ hash }) => hash('mypv\nk1').toString('hex'));
  expect(key).toMatch(/^[0-9a-f]{32}$/);
  expect(within(({ hash }) => hash('mypv\nk1').toString('hex'))).toBe(key);
  expect(within(({ hash }) => hash('mypv\nk1').toString('hex'), readState)).toBe(key);
  expect(within(({ hash }) => hash('mypv\nk2').toString('hex'))).not.toBe(key);
  rmSync(state, { recursive: true });
  expect(within(({ hash }) => hash('mypv\nk1').toString('hex'))).not.toBe(key);
});

test('the folder and its files are for their owner only', () => {
  within(() => undefined);
  expect(statSync(state).mode & 0o777).toBe(0o700);
  for (const name of readdirSync(state)) expect(statSync(join(state, name)).mode & 0o777).toBe(0o600);
});

test('reading creates nothing, and changes nothing', () => {
  expect(within(({ db }) => countRows(db, 'FROM run'), readState)).toBe(0);
  expect(existsSync(state)).toBe(false);
  within(() => undefined);
  within(({ db }) => {
    expect(() => {
      db.exec("INSERT INTO newest_event VALUES ('mypv', '0')");
    }).toThrow(/readonly/);
  }, readState);
});

test('a folder of an earlier version gets the columns that it lacks', () => {
  within(({ db }) => {
    db.exec('ALTER TABLE run DROP COLUMN settings');
  });
  within(({ db }) => {
    expect(countRows(db, "FROM pragma_table_info('run') WHERE name = 'settings'")).toBe(1);
  });
});

test('what is remembered of a subject is found by its scope and key alone', () => {
  within((store) => {
    store.db.prepare('INSERT INTO as_of VALUES (?, ?)').run(guardKey(store, 'mypv', 'k1'), '0638');
    const seen = asOfReader(store);
    expect(seen('k1')('mypv')).toBe('0638');
    expect(seen('k1')('myvivium')).toBeUndefined();
    expect(seen('k2')('mypv')).toBeUndefined();
  });
});

test('a folder belongs to the org that used it first; only its address may change', () => {
  within((store) => {
    mustBeOf(store, 'folder', { id: '1', instance: 'one' });
    belongTo(store, 'folder', { id: '1', instance: 'one' });
    belongTo(store, 'folder', { id: '1', instance: 'moved' });
    mustBeOf(store, 'folder', { id: '1', instance: 'any' });
    for (const work of [mustBeOf, belongTo])
      expect(() => {
        work(store, 'folder', { id: '2', instance: 'other' });
      }).toThrow(
        expect.objectContaining({
          code: 'OTHER_ORG',
          detail: 'folder belongs to the org 1 (moved), the login is to 2 (other)',
        }) as Error,
      );
  });
});

test('a folder that an earlier version gave to an org belongs to it', () => {
  within((store) => {
    const org = Buffer.from(JSON.stringify({ id: '1', instance: 'one' }));
    store.db.prepare("INSERT INTO setting VALUES ('org', ?)").run(org);
    expect(() => {
      mustBeOf(store, 'folder', { id: '2', instance: 'other' });
    }).toThrow(expect.objectContaining({ code: 'OTHER_ORG' }) as Error);
  });
});

test('one process at a time has the folder, another may have it afterwards', () => {
  within(() => undefined);
  const release = lockStateFolder(state);
  expect(() => lockStateFolder(state)).toThrow(
    expect.objectContaining({ code: 'STATE_LOCKED', detail: state }) as Error,
  );
  release();
  lockStateFolder(state)();
  expect(() => lockStateFolder(join(folder, 'none'))).toThrow(/ENOENT/);
});

test('a lock that is none is not taken for that of another process', () => {
  within(() => undefined);
  writeFileSync(
    join(state, 'lock.db'),
    'no database, though as long as the header of one has to be'.repeat(20),
  );
  expect(() => lockStateFolder(state)).toThrow(/not a database/);
});

/** What SQLite is told: wait for others, overwrite what is deleted, have it on disk. */
test.each([
  ['the state', openState, { busy_timeout: 5000, secure_delete: 1, synchronous: 2 }],
  ['the state that is only read', readState, { busy_timeout: 5000 }],
  [
    'the inbox',
    (path: string) => ({ db: openInbox(path) }),
    { busy_timeout: 5000, secure_delete: 1, synchronous: 2, journal_mode: 'wal' },
  ],
])('%s waits for others, and keeps nothing that was deleted', (_what, open, settings) => {
  within(() => undefined);
  const { db } = open(state);
  const told = Object.keys(settings).map((name) => Object.values(db.prepare(`PRAGMA ${name}`).get() ?? {}));
  expect(told.flat()).toEqual(Object.values(settings));
  db.close();
});

test('a transaction keeps all of its work or none, and is over in either case', () => {
  const db = new DatabaseSync(':memory:');
  db.exec('CREATE TABLE one (n)');
  const add = db.prepare('INSERT INTO one VALUES (?)');
  expect(inTransaction(db, () => add.run(1).changes)).toBe(1);
  const failed = new Error('for a test');
  expect(() =>
    inTransaction(db, () => {
      add.run(2);
      throw failed;
    }),
  ).toThrow(failed);
  expect(() =>
    inTransaction(db, () => {
      db.exec('ROLLBACK');
      throw failed;
    }),
  ).toThrow(failed);
  expect([countRows(db, 'FROM one'), countRows(db, 'FROM one WHERE n = ?', 2), db.isTransaction]).toEqual([
    1,
    0,
    false,
  ]);
  let inside = false;
  readingAtOnce(db, () => {
    inside = db.isTransaction;
  });
  expect([inside, db.isTransaction]).toEqual([true, false]);
  expect(() => {
    readingAtOnce(db, () => {
      throw failed;
    });
  }).toThrow(failed);
  expect(db.isTransaction).toBe(false);
  db.close();
});

test('subjects compare as the org compares them, in the database too', () => {
  within(({ db }) => {
    expect({ ...db.prepare("SELECT subject_key('ÜK-1') AS a, subject_key(NULL) AS b").get() }).toEqual({
      a: 'ük-1',
      b: null,
    });
  });
});
