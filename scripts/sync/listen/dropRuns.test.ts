import { existsSync, mkdirSync, readdirSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { mock } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { folderForFile } from '../../tests/kit/folder.ts';
import { quickJob } from '../../tests/kit/quickJob.ts';
import { removeOld } from './dropFolder.ts';
import { dropRuns } from './dropRuns.ts';

/** What the job says passes through; here nobody reads it. */
let said: { readonly mock: { readonly restore: () => void } };
beforeAll(() => {
  said = mock.method(process.stderr, 'write', () => true);
});
afterAll(() => {
  said.mock.restore();
});

/** Stands for the job: ends by the name of the feed that it is given. */
const SCRIPT = `
  const feed = process.argv[process.argv.indexOf('--feed') + 1] ?? '';
  const [code, exit] = feed.includes('bad') ? ['FEED', 2] : feed.includes('later') ? ['ORG_GONE', 3] : ['', 0];
  if (code) process.stderr.write(JSON.stringify({ code, next: 'x' }) + '\\n');
  process.exit(exit);
`;

const DAY_MS = 24 * 60 * 60 * 1000;

interface Dropping {
  readonly folder: string;
  readonly results: readonly string[];
  readonly end: () => Promise<void>;
}

function dropping(): Dropping {
  const { folder: parent } = folderForFile('drop-');
  const folder = join(parent, 'drop');
  mkdirSync(folder);
  const script = join(parent, 'job.cjs');
  writeFileSync(script, SCRIPT);
  const results: string[] = [];
  const { end } = dropRuns({
    folder,
    script,
    options: [],
    log: quickJob().job.log,
    every: 0.05,
    keepDays: 7,
    isUnfinished: () => Promise.resolve(false),
    onFeed: (result) => results.push(result),
  });
  return { folder, results, end };
}

const manifestOf = (...names: readonly string[]): string =>
  JSON.stringify({ files: names.map((name) => ({ name, sha256: '0'.repeat(64), lines: 0 })) });

async function until(isSo: () => boolean): Promise<void> {
  const end = Date.now() + 60_000;
  while (!isSo() && Date.now() < end) await sleep(20);
}

test('feeds are run once they are complete, then put aside by what became of them', async () => {
  const { folder, results, end } = dropping();
  writeFileSync(join(folder, 'a.ndjson.part'), '');
  writeFileSync(join(folder, 'bad.ndjson'), '');
  mkdirSync(join(folder, 'night'));
  writeFileSync(join(folder, 'night', 'manifest.json'), manifestOf('b.ndjson', 'c.ndjson'));
  writeFileSync(join(folder, 'night', 'b.ndjson'), '');
  await until(() => results.length === 1);
  expect(existsSync(join(folder, 'night'))).toBe(true);

  renameSync(join(folder, 'a.ndjson.part'), join(folder, 'a.ndjson'));
  writeFileSync(join(folder, 'night', 'c.ndjson'), '');
  await until(() => results.length === 3);
  await end();
  expect(readdirSync(folder).sort()).toEqual(['done', 'failed']);
  const names = (aside: string): string[] =>
    readdirSync(join(folder, aside)).map((name) => name.replace(/^\d{8}T\d{6}Z-/, ''));
  expect(names('done').sort()).toEqual(['a.ndjson', 'night']);
  expect(names('failed')).toEqual(['bad.ndjson']);

  removeOld(folder, 7, Date.now() + 6 * DAY_MS);
  expect(names('done')).toHaveLength(2);
  removeOld(folder, 7, Date.now() + 8 * DAY_MS);
  expect([names('done'), names('failed')]).toEqual([[], []]);
});

test('files with a manifest beside them are one feed; what is no fault of the feed leaves it where it is', async () => {
  const { folder, results, end } = dropping();
  writeFileSync(join(folder, 'one.ndjson'), '');
  writeFileSync(join(folder, 'manifest.json'), manifestOf('one.ndjson'));
  await until(() => results.length === 1);
  expect(readdirSync(join(folder, 'done'))).toHaveLength(1);
  mkdirSync(join(folder, 'later'));
  writeFileSync(join(folder, 'later', 'manifest.json'), manifestOf());
  await sleep(500);
  await end();
  expect(results).toEqual(['done']);
  expect(existsSync(join(folder, 'later'))).toBe(true);
});
