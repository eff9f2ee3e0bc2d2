import { writeFileSync } from 'node:fs';
import fs from 'node:fs/promises';
import { mock } from 'node:test';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { feedFiles } from './feedFiles.ts';

/** Lets the file system give these names: no folder here gives its names unsorted, or keeps them from an administrator. */
function listing(give: () => Promise<string[]>): void {
  mock.method(fs, 'readdir', give);
}

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('feed-files-'));
});
afterEach(() => {
  mock.restoreAll();
});

test('the feeds of a folder are in order of their names, whatever order the file system gives', async () => {
  const names = ['b.ndjson', 'c.ndjson', 'a.ndjson'];
  for (const name of names) writeFileSync(join(folder, name), '1');
  listing(() => Promise.resolve(names));
  expect((await feedFiles(folder)).map(({ name }) => name)).toEqual(['a.ndjson', 'b.ndjson', 'c.ndjson']);
});

test('a folder that can not be read is not taken for an empty one', async () => {
  listing(() => Promise.reject(new Error('EACCES')));
  await expect(feedFiles(folder, { allowEmpty: true })).rejects.toMatchObject({
    code: 'FEED_UNREADABLE',
    file: folder,
    message: expect.stringContaining("can't be read") as string,
    next: 'Check its access rights',
  });
});
