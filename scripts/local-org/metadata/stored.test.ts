import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { folderForFile } from '../../tests/kit/folder.ts';
import { openOrg } from '../engine.ts';
import { metadata, packageZip } from './fixture.ts';

const LABELS = ['One', 'Two', 'Three'];
/** So large that it is kept deflated. */
const LARGE = 'large '.repeat(50_000);

let folder: string;
let file: string;
beforeEach(() => {
  ({ folder } = folderForFile('stored-'));
  file = join(folder, 'org.db');
});

/** Deploys a file of labels with this value, and static resources. */
function deployed(value: string, resource = LARGE): void {
  const labels = LABELS.map(
    (name) =>
      `<labels><fullName>${name}</fullName><language>nl_NL</language><protected>false</protected><shortDescription>${name}</shortDescription><value>${value}</value></labels>`,
  );
  const meta = metadata(
    'StaticResource',
    '<cacheControl>Private</cacheControl><contentType>text/plain</contentType>',
  );
  const files = {
    'labels/CustomLabels.labels': metadata('CustomLabels', labels.join('')),
    'staticresources/some.resource': resource,
    'staticresources/some.resource-meta.xml': meta,
    'staticresources/empty.resource': '',
    'staticresources/empty.resource-meta.xml': meta,
  };
  const types = { CustomLabel: LABELS, StaticResource: ['some', 'empty'] };
  const org = openOrg({ file });
  expect(org.deploy(packageZip(files, types), {}, org.admin)).toMatchObject({ success: true });
  org.close();
}

/** All files of the components, as they are read from the data file. */
function filesRead(): unknown {
  const org = openOrg({ file });
  const components = ['CustomLabel', 'StaticResource'].flatMap((type) => [...org.components(type).values()]);
  const found = components.map(({ fullName, files }) => [
    fullName,
    [...files].map(([path, bytes]) => [path, Buffer.from(bytes).toString()]),
  ]);
  org.close();
  return found;
}

function inDatabase<T>(work: (database: DatabaseSync) => T): T {
  const database = new DatabaseSync(file);
  try {
    return work(database);
  } finally {
    database.close();
  }
}

const contentsHeld = () =>
  inDatabase((database) => database.prepare('SELECT bytes FROM "~content"').all()).map(({ bytes }) =>
    Buffer.from(bytes as Uint8Array).toString(),
  );

test('the data file holds a file of many labels once, and no longer than a component has it', () => {
  deployed('before');
  expect(contentsHeld().filter((text) => text.includes('<CustomLabels'))).toHaveLength(1);
  const read = filesRead();
  deployed('after');
  const labels = contentsHeld().filter((text) => text.includes('<CustomLabels'));
  expect(labels.map((text) => text.includes('after'))).toEqual([true]);
  expect(JSON.stringify(filesRead())).toBe(JSON.stringify(read).replaceAll('before', 'after'));
});

/** Brings the data file to how an earlier release wrote it: each component with the bytes of its files. */
const EARLIER = `
  ALTER TABLE "~file" ADD COLUMN bytes BLOB;
  ALTER TABLE "~file" ADD COLUMN size INTEGER;
  UPDATE "~file" SET (bytes, size) =
    (SELECT bytes, size FROM "~content" WHERE "~content".hash = "~file".hash);
  ALTER TABLE "~file" DROP COLUMN hash;
  DROP TABLE "~content";`;
/** Before large files were kept deflated. */
const STILL_EARLIER = `${EARLIER} ALTER TABLE "~file" DROP COLUMN size;`;

test.each([
  [LARGE, EARLIER],
  ['small', STILL_EARLIER],
])('a data file of an earlier release is read as it was %#', (resource, sql) => {
  deployed('before', resource);
  const read = filesRead();
  inDatabase((database) => {
    database.exec(sql);
  });
  expect(filesRead()).toEqual(read);
  expect(contentsHeld().filter((text) => text.includes('<CustomLabels'))).toHaveLength(1);
  deployed('after', resource);
  expect(JSON.stringify(filesRead())).toBe(JSON.stringify(read).replaceAll('before', 'after'));
});
