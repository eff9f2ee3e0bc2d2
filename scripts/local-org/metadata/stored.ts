import type { ComponentStamp, MetadataComponent } from '../org.ts';
import { ComponentFiles, type KeptFile, keptFiles } from './componentFiles.ts';
import { contentHash, type Database } from '../store/database.ts';
import type { Components } from '../schema/components.ts';
import type { XmlContent } from './xml.ts';

/**
 * Stores components in the database, replacing those of the same name. A file's bytes are stored once, however many
 * components are in it: a file of labels holds hundreds.
 */
export function storeComponents(database: Database, components: readonly MetadataComponent[]): void {
  // An update keeps the place: the key prefixes of custom objects count up in the order of their first deploys.
  const put = database.sqlite.prepare(
    `INSERT INTO "~component" (type, fullName, content) VALUES (?, ?, ?)
     ON CONFLICT (type, fullName) DO UPDATE SET content = excluded.content`,
  );
  const drop = database.sqlite.prepare('DELETE FROM "~file" WHERE type = ? AND fullName = ?');
  const file = database.sqlite.prepare(
    'INSERT INTO "~file" (type, fullName, path, hash) VALUES (?, ?, ?, ?)',
  );
  const share = database.sqlite.prepare(
    'INSERT OR IGNORE INTO "~content" (hash, bytes, size) VALUES (?, ?, ?)',
  );
  const hashes = new Map<Uint8Array, string>();
  function shared({ bytes, size }: KeptFile): string {
    const known = hashes.get(bytes);
    if (known !== undefined) return known;
    const hash = contentHash(bytes, size);
    hashes.set(bytes, hash);
    share.run(hash, bytes, size ?? null);
    return hash;
  }
  for (const { type, fullName, content, files } of components) {
    put.run(type, fullName, content === undefined ? null : JSON.stringify(content));
    drop.run(type, fullName);
    for (const [path, kept] of keptFiles(files)) file.run(type, fullName, path, shared(kept));
  }
  database.sqlite.exec('DELETE FROM "~content" WHERE hash NOT IN (SELECT hash FROM "~file")');
}

/** Stores when and by whom components were created and last changed; a later deploy keeps the creation. */
export function stampComponents(
  database: Database,
  components: readonly MetadataComponent[],
  { userId, now }: { readonly userId: string; readonly now: Date },
): void {
  const put = database.sqlite.prepare(
    `INSERT INTO "~stamp" VALUES (?1, ?2, ?3, ?4, ?3, ?4) ON CONFLICT (type, fullName)
     DO UPDATE SET lastModifiedDate = ?3, lastModifiedById = ?4`,
  );
  for (const { type, fullName } of components) put.run(type, fullName, now.toISOString(), userId);
}

/** The stamps of a type's components, by full name. */
export function componentStamps(database: Database, type: string): ReadonlyMap<string, ComponentStamp> {
  const rows = database.prepare('SELECT * FROM "~stamp" WHERE type = ?').all(type);
  return new Map(
    rows.map((row) => [
      String(row.fullName),
      {
        createdDate: String(row.createdDate),
        createdById: String(row.createdById),
        lastModifiedDate: String(row.lastModifiedDate),
        lastModifiedById: String(row.lastModifiedById),
      },
    ]),
  );
}

/** The components in the database, in the order of their first deploy. */
export function storedComponents(database: Database): Components {
  const contents = storedContents(database);
  const files = new Map<string, Map<string, KeptFile>>();
  for (const { type, fullName, path, hash } of database.prepare('SELECT * FROM "~file"').all()) {
    const key = `${String(type)}\n${String(fullName)}`;
    const own = files.get(key) ?? new Map<string, KeptFile>();
    const content = contents.get(String(hash));
    if (content === undefined) throw new Error(`the file ${String(path)} has no content`);
    own.set(String(path), content);
    files.set(key, own);
  }
  const result = new Map<string, Map<string, MetadataComponent>>();
  for (const row of database
    .prepare('SELECT type, fullName, content FROM "~component" ORDER BY rowid')
    .all()) {
    const type = String(row.type);
    const fullName = String(row.fullName);
    const members = result.get(type) ?? new Map<string, MetadataComponent>();
    const content = typeof row.content === 'string' ? (JSON.parse(row.content) as XmlContent) : undefined;
    members.set(fullName, {
      type,
      fullName,
      files: new ComponentFiles(files.get(`${type}\n${fullName}`) ?? new Map<string, KeptFile>()),
      ...(content === undefined ? {} : { content }),
    });
    result.set(type, members);
  }
  return result;
}

/** The contents of files by their key. */
function storedContents(database: Database): ReadonlyMap<string, KeptFile> {
  const rows = database.sqlite.prepare('SELECT * FROM "~content"').all();
  return new Map(
    rows.map(({ hash, bytes, size }) => [
      String(hash),
      { bytes: bytes as Uint8Array, size: typeof size === 'number' ? size : undefined },
    ]),
  );
}
