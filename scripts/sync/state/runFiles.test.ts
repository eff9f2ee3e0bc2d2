import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { partFile, removeReports, removeStaged, runFolder, runsFolder, stateDirOf } from './runFiles.ts';

let folder: string;
beforeEach(() => {
  folder = join(folderForFile('run-files-').folder, 'run');
});

function put(...names: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  for (const name of names) writeFileSync(join(folder, name), 'x');
}
const left = (): readonly string[] | 'gone' => (existsSync(folder) ? readdirSync(folder).sort() : 'gone');

test('where the files of a run are', () => {
  expect(runsFolder('/state')).toBe(join('/state', 'runs'));
  expect(runFolder('/state', 'r')).toBe(join('/state', 'runs', 'r'));
  expect(stateDirOf(runFolder('/state', 'r'))).toBe('/state');
  expect(partFile('/run', 7)).toBe(join('/run', 'part-7.csv'));
});

test.each<[string, (path: string) => void, readonly string[], readonly string[] | 'gone']>([
  [
    'of what was staged other files stay',
    removeStaged,
    ['staging.db', 'part-1.csv', 'apart-1.csv'],
    ['apart-1.csv'],
  ],
  ['of what was staged nothing is left', removeStaged, ['staging.db', 'stdin.ndjson'], 'gone'],
  [
    'of reports other files stay',
    removeReports,
    ['rejects.ndjson', 'failures.ndjson', 'staging.db'],
    ['staging.db'],
  ],
  ['of reports nothing is left', removeReports, ['rejects.ndjson', 'failures.ndjson'], 'gone'],
  ['of reports that are not there nothing is left', removeReports, [], 'gone'],
])('%s', (_what, remove, names, expected) => {
  put(...names);
  remove(folder);
  expect(left()).toEqual(expected);
});

test('what was staged may be gone already', () => {
  removeStaged(folder);
  expect(left()).toBe('gone');
});
