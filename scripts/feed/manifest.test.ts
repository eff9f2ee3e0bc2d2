import { symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { mustMatch, readManifest } from './manifest.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('manifest-'));
});

function put(text: string): void {
  writeFileSync(join(folder, 'manifest.json'), text);
}
const SHA256 = 'ab'.repeat(32);
const ENTRY = { name: 'a.ndjson', sha256: SHA256, lines: 2 };
const listing = (...files: readonly unknown[]): string => JSON.stringify({ files });

test('a manifest is read by file name, with a byte order mark too; a folder may have none', async () => {
  expect(await readManifest(folder)).toBeUndefined();
  const large = { ...ENTRY, name: 'b.ndjson', sha256: SHA256.toUpperCase(), lines: 0 };
  put(`\uFEFF${listing(ENTRY, large)}`);
  expect(await readManifest(folder)).toEqual(
    new Map([
      ['a.ndjson', ENTRY],
      ['b.ndjson', large],
    ]),
  );
  put('{"files":[]}');
  expect(await readManifest(folder)).toEqual(new Map());
});

test.each<[string, string]>([
  ['no JSON', '{'],
  ['a byte order mark elsewhere', `{\uFEFF"files":[]}`],
  ['no files', '{}'],
  ['no name', listing({ ...ENTRY, name: undefined })],
  ['no SHA-256', listing({ ...ENTRY, sha256: undefined })],
  ['a SHA-256 of 63 digits', listing({ ...ENTRY, sha256: SHA256.slice(1) })],
  ['a SHA-256 with one digit more', listing({ ...ENTRY, sha256: `${SHA256}0` })],
  ['a SHA-256 with something before', listing({ ...ENTRY, sha256: `x${SHA256}` })],
  ['a SHA-256 of other signs', listing({ ...ENTRY, sha256: 'g'.repeat(64) })],
  ['fewer lines than none', listing({ ...ENTRY, lines: -1 })],
  ['half a line', listing({ ...ENTRY, lines: 1.5 })],
  ['a number of lines as text', listing({ ...ENTRY, lines: '2' })],
])('%s: it is no manifest', async (_what, text) => {
  put(text);
  await expect(readManifest(folder)).rejects.toMatchObject({
    code: 'FEED_MANIFEST',
    file: join(folder, 'manifest.json'),
    message: expect.stringContaining('is not a manifest') as string,
  });
});

test('a file that is named twice could be either', async () => {
  put(listing(ENTRY, { ...ENTRY, lines: 3 }));
  await expect(readManifest(folder)).rejects.toMatchObject({
    code: 'FEED_MANIFEST',
    message: expect.stringContaining('names a file more than once') as string,
  });
});

test('one that can not be opened is not taken for none', async () => {
  symlinkSync('manifest.json', join(folder, 'manifest.json'));
  await expect(readManifest(folder)).rejects.toMatchObject({
    code: 'FEED_MANIFEST',
    message: expect.stringContaining("can't be read") as string,
  });
});

test.each<[string, Partial<typeof ENTRY>, string | undefined]>([
  ['the same', {}, undefined],
  ['the same in capitals', { sha256: SHA256.toUpperCase() }, undefined],
  ['another SHA-256', { sha256: 'cd'.repeat(32) }, 'another SHA-256'],
  ['a line more', { lines: 3 }, 'has 2 lines, its manifest says 3'],
  ['a line less', { lines: 1 }, 'has 2 lines, its manifest says 1'],
])('a file whose manifest says %s', (_what, over, fault) => {
  function match(): void {
    mustMatch('a.ndjson', { sha256: SHA256, lines: 2 }, { ...ENTRY, ...over });
  }
  if (fault === undefined) expect(match).not.toThrow();
  else expect(match).toThrow(fault);
});
