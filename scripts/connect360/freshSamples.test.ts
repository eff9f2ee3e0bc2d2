import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { freshSamples } from './freshSamples.ts';
import { ROOT } from './root.ts';

const SAMPLES = join(ROOT, 'config', 'samples', 'feed');

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('fresh-'));
});

const read = (place: string, name: string): string => readFileSync(join(place, name), 'utf8');

test.each([
  ['after the night', '2027-02-03T09:00:00Z', '2027-02-03'],
  ['before the night is over', '2027-02-03T02:59:59Z', '2027-02-02'],
  ['with a clock that is behind', '2026-01-01T09:00:00Z', '2026-11-21'],
])('moves the samples to last night: %s', (_, now, day) => {
  freshSamples(SAMPLES, folder, new Date(now));
  const [first = ''] = read(folder, '1-mypv.ndjson').split('\n');
  const [sample = ''] = read(SAMPLES, '1-mypv.ndjson').split('\n');
  expect(first).toBe(sample.replace('"time": "2026-11-21', `"time": "${day}`));
});

test('keeps what is older by two weeks and more, and every line otherwise', () => {
  freshSamples(SAMPLES, folder, new Date('2026-11-22T09:00:00Z'));
  const moved = read(folder, '1-mypv.ndjson');
  expect(moved).toContain('"changedAt": "2026-08-02T12:00:00+02:00"');
  expect(moved.replaceAll('2026-11-22T', '2026-11-21T').length).toBe(read(SAMPLES, '1-mypv.ndjson').length);
  expect(moved).not.toContain('"time": "2026-11-21T03:10:00+01:00"');
});

test('the manifest agrees with what lies beside it', () => {
  freshSamples(SAMPLES, folder, new Date('2026-12-22T09:00:00Z'));
  const { files } = JSON.parse(read(folder, 'manifest.json')) as {
    files: { name: string; sha256: string; lines: number }[];
  };
  const { files: samples } = JSON.parse(read(SAMPLES, 'manifest.json')) as { files: typeof files };
  expect(files.map(({ name, lines }) => [name, lines])).toEqual(
    samples.map(({ name, lines }) => [name, lines]),
  );
  for (const { name, sha256 } of files) {
    expect(createHash('sha256').update(read(folder, name)).digest('hex')).toBe(sha256);
  }
});
