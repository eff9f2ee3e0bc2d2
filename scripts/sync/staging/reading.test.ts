import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { beginReading, endReading, indexSubjects } from './reading.ts';
import { openStaging } from './staging.ts';
import { setTally, tally } from './tally.ts';

let folder: string;
let file: string;
beforeEach(() => {
  ({ folder } = folderForFile('reading-test-'));
  file = join(folder, 'staging.db');
});

function reopened(): string | undefined {
  const staging = openStaging(file);
  try {
    return tally(staging, 'read');
  } finally {
    staging.close();
  }
}

test('what was read to its end survives', () => {
  const staging = openStaging(file);
  beginReading(staging);
  setTally(staging, 'read', 7);
  indexSubjects(staging);
  endReading(staging);
  staging.close();
  expect(reopened()).toBe('7');
});

test('of a reading that was cut short nothing is left, be it damaged or not', () => {
  const staging = openStaging(file);
  beginReading(staging);
  setTally(staging, 'read', 7);
  staging.close();
  expect(reopened()).toBeUndefined();
  writeFileSync(file, 'half a page');
  writeFileSync(`${file}-wal`, 'half a page');
  expect(reopened()).toBeUndefined();
});

test('reading anew makes an earlier whole reading a half one', () => {
  const staging = openStaging(file);
  endReading(staging);
  setTally(staging, 'read', 7);
  beginReading(staging);
  staging.close();
  expect(reopened()).toBeUndefined();
  expect(existsSync(`${file}-journal`)).toBe(false);
});
