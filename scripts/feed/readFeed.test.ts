import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { feedFiles } from './feedFiles.ts';
import { readFeedFile } from './readFeed.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'feed-test-'));
});
afterEach(() => {
  rmSync(folder, { recursive: true, force: true });
});

function put(name: string, content: string | Buffer): string {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
}

function putManifest(files: Readonly<Record<string, { content: string | Buffer; lines: number }>>): void {
  const entries = Object.entries(files).map(([name, { content, lines }]) => ({
    name,
    sha256: createHash('sha256').update(content).digest('hex'),
    lines,
  }));
  put('manifest.json', JSON.stringify({ files: entries }));
}

async function linesOf(path: string): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await feedFiles(path))
    for await (const lines of readFeedFile(file))
      found.push(
        ...lines.map((line) => `${file.name}:${line.number}:${line.bytes?.toString() ?? 'too long'}`),
      );
  return found;
}

const refusal = async (path: string): Promise<string> =>
  linesOf(path).then(
    () => 'read',
    (error: unknown) => (error as { code: string }).code,
  );

test('a folder gives its feeds by name, plain and gzip, and nothing else', async () => {
  put('b.ndjson', '3\n');
  put('a.ndjson.gz', gzipSync('1\n\n2'));
  put('c.json', 'not a feed');
  mkdirSync(join(folder, 'd.ndjson'));
  expect(await linesOf(folder)).toEqual(['a.ndjson.gz:1:1', 'a.ndjson.gz:3:2', 'b.ndjson:1:3']);
});

test('an empty file and an empty folder are empty feeds', async () => {
  expect(await linesOf(folder)).toEqual([]);
  expect(await linesOf(put('a.ndjson', ''))).toEqual([]);
  expect(await linesOf(put('b.ndjson.gz', gzipSync('')))).toEqual([]);
});

test('gzip is known by its bytes: whatever the name', async () => {
  expect(await linesOf(put('a.ndjson', gzipSync('1\n')))).toEqual(['a.ndjson:1:1']);
});

test('what is no feed as a whole is refused', async () => {
  const zipped = gzipSync(Array.from({ length: 5000 }, (_, n) => `{"n":${n}}\n`).join(''));
  const damaged = Buffer.from(zipped);
  damaged.fill(0xff, 400, 500);
  expect(await refusal(join(folder, 'none.ndjson'))).toBe('FEED_NOT_FOUND');
  expect(await refusal(put('a.ndjson.gz', zipped.subarray(0, -20)))).toBe('FEED_TRUNCATED');
  expect(await refusal(put('b.ndjson.gz', ''))).toBe('FEED_TRUNCATED');
  expect(await refusal(put('c.ndjson.gz', damaged))).toBe('FEED_UNREADABLE');
  expect(await refusal(put('d.ndjson', Buffer.from('\uFEFF{"a":1}\n', 'utf16le')))).toBe('FEED_NOT_UTF8');
  expect(await refusal(put('e.ndjson', Buffer.from('{"a":1}\n', 'utf16le')))).toBe('FEED_NOT_UTF8');
  expect(await refusal(put('f.ndjson', '\n  [{"a":1},\n{"b":2}]'))).toBe('FEED_JSON_ARRAY');
});

test('a folder must be all of its manifest', async () => {
  const content = '1\n\n2';
  put('a.ndjson', content);
  putManifest({ 'a.ndjson': { content, lines: 2 } });
  expect(await linesOf(folder)).toHaveLength(2);
  put('b.ndjson', '3');
  expect(await refusal(folder)).toBe('FEED_MANIFEST');
  putManifest({
    'a.ndjson': { content, lines: 2 },
    'b.ndjson': { content: '3', lines: 1 },
    'c.ndjson': { content, lines: 2 },
  });
  expect(await refusal(folder)).toBe('FEED_MANIFEST');
});

test('a file must be its own entry: stored bytes and lines without blank ones', async () => {
  const content = gzipSync('1\n\n2\n');
  const path = put('a.ndjson.gz', content);
  putManifest({ 'a.ndjson.gz': { content, lines: 2 }, 'absent.ndjson': { content, lines: 9 } });
  expect(await linesOf(path)).toHaveLength(2);
  putManifest({ 'a.ndjson.gz': { content, lines: 3 } });
  expect(await refusal(path)).toBe('FEED_MANIFEST');
  putManifest({ 'a.ndjson.gz': { content: 'other', lines: 2 } });
  expect(await refusal(path)).toBe('FEED_MANIFEST');
  putManifest({});
  expect(await refusal(path)).toBe('FEED_MANIFEST');
  put('manifest.json', '{');
  expect(await refusal(path)).toBe('FEED_MANIFEST');
});
