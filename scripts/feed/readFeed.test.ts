import { createHash } from 'node:crypto';
import { spawnSync } from 'node:child_process';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { folderForFile } from '../tests/kit/folder.ts';
import { HEAD_BYTES } from './contentFormat.ts';
import { feedFiles, stdinFile, stdinStream, type FeedFile } from './feedFiles.ts';
import { readFeedFile } from './readFeed.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('feed-test-'));
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

async function linesOf(path: string, files = feedFiles(path)): Promise<readonly string[]> {
  const found: string[] = [];
  for (const file of await files)
    for await (const lines of readFeedFile(file))
      found.push(
        ...lines.map((line) => `${file.name}:${line.number}:${line.bytes?.toString() ?? 'too long'}`),
      );
  return found;
}

/** The code of the fault, with its message when `words` is set. */
const refusal = async (path: string, words = false, files?: Promise<readonly FeedFile[]>): Promise<string> =>
  linesOf(path, files).then(
    () => 'read',
    (error: unknown) => {
      const { code, message, next } = error as { code: string; message: string; next: string };
      return words ? `${code} ${message.replace(folder, '.')} ${next}` : code;
    },
  );

test('a folder gives its feeds by name, plain and gzip, and nothing else', async () => {
  put('c.ndjson', '4');
  put('a.ndjson.gz', gzipSync('1\n\n2'));
  put('b.ndjson', '3\n');
  put('d.json', 'not a feed');
  put('e.ndjson.part', 'not a feed yet');
  mkdirSync(join(folder, 'sub'));
  writeFileSync(join(folder, 'sub', 'f.ndjson'), '4');
  expect(await linesOf(folder)).toEqual([
    'a.ndjson.gz:1:1',
    'a.ndjson.gz:3:2',
    'b.ndjson:1:3',
    'c.ndjson:1:4',
  ]);
});

test('an empty file is an empty feed, a folder without a feed only where that is expected', async () => {
  put('readme.txt', 'no feed');
  expect(await refusal(folder, true)).toMatch(/^FEED_EMPTY \. holds no .*--allow-empty$/);
  expect(await linesOf(folder, feedFiles(folder, { allowEmpty: true }))).toStrictEqual([]);
  expect(await linesOf(put('a.ndjson', ''))).toStrictEqual([]);
  expect(await linesOf(put('b.ndjson.gz', gzipSync('')))).toStrictEqual([]);
});

test('links to files are read, whatever they are called in the end', async () => {
  const target = put('stored', '1');
  symlinkSync(target, join(folder, 'a.ndjson'));
  expect(await linesOf(folder)).toEqual(['a.ndjson:1:1']);
  expect(await linesOf(target)).toEqual(['stored:1:1']);
});

describe('what has the name of a feed and is none is named, and not opened', () => {
  async function refusedAs(name: string, code: string, what: RegExp): Promise<void> {
    put('good.ndjson', '1');
    const said = await refusal(folder, true);
    expect(said).toMatch(new RegExp(`^${code} \\./${name.replaceAll('.', '\\.')} ${what.source}`));
    if (code === 'FEED_NOT_A_FILE' && !what.source.includes('folder'))
      expect(await refusal(join(folder, name))).toMatch(/FEED_NOT_A_FILE|FEED_NOT_FOUND/);
  }

  test.each(['d.ndjson', 'D.NDJSON', 'd.ndjson.gz', 'd.Ndjson.GZ'])('a folder %s', async (name) => {
    mkdirSync(join(folder, name));
    await refusedAs(name, 'FEED_NOT_A_FILE', /is a folder, not a file\./);
  });

  test.each(['d.ndjson', 'D.NDJSON.GZ'])('a link to a folder, %s', async (name) => {
    symlinkSync(tmpdir(), join(folder, name));
    await refusedAs(name, 'FEED_NOT_A_FILE', /is a folder, not a file\./);
  });

  test('a link to nothing', async () => {
    symlinkSync(join(folder, 'gone'), join(folder, 'l.ndjson'));
    await refusedAs('l.ndjson', 'FEED_NOT_A_FILE', /is a link to nothing\./);
  });

  test('a link to a device', async () => {
    symlinkSync('/dev/null', join(folder, 'n.ndjson'));
    await refusedAs('n.ndjson', 'FEED_NOT_A_FILE', /is a device, not a file\./);
  });

  test('a named pipe that nobody writes to', async () => {
    spawnSync('mkfifo', [join(folder, 'p.ndjson.gz')]);
    await refusedAs('p.ndjson.gz', 'FEED_NOT_A_FILE', /is a named pipe, not a file\./);
  });

  test('a socket', async () => {
    const server = createServer();
    await new Promise<void>((listening) => server.listen(join(folder, 's.NDJSON'), listening));
    await refusedAs('s.NDJSON', 'FEED_NOT_A_FILE', /is a socket, not a file\./);
    await new Promise((closed) => server.close(closed));
  });

  test.each(['F.NDJSON', 'f.Ndjson', 'f.ndjson.GZ', 'F.NDJSON.gz'])('a file %s', async (name) => {
    put(name, '1');
    await refusedAs(name, 'FEED_NAME', /is not named \*\.ndjson or \*\.ndjson\.gz in small letters\./);
    expect(await linesOf(join(folder, name))).toEqual([`${name}:1:1`]);
  });

  test('a manifest', async () => {
    mkdirSync(join(folder, 'manifest.json'));
    await refusedAs('manifest.json', 'FEED_MANIFEST', /is a folder, not a file\./);
  });
});

test('an archive is refused by its content: as a file, in a folder, from standard input, in gzip', async () => {
  const zip = Buffer.from('PK\x03\x04 and more');
  const path = put('a.ndjson', zip);
  const words = /^FEED_ARCHIVE \.\/a\.ndjson is a zip file\. Unpack it/;
  expect(await refusal(path, true)).toMatch(words);
  expect(await refusal(folder, true)).toMatch(words);
  expect(await refusal(path, true, Promise.resolve([stdinFile(path)]))).toMatch(
    /^FEED_ARCHIVE standard input is a zip file/,
  );
  put('a.ndjson', gzipSync(zip));
  expect(await refusal(path, true)).toMatch(words);
  put('a.ndjson', gzipSync(gzipSync('1\n')));
  expect(await refusal(path, true)).toMatch(/compressed twice/);
});

/** Standard input that comes in these pieces; an error is thrown in its place. */
function streamed(...pieces: readonly (string | Buffer | Error)[]): Promise<readonly FeedFile[]> {
  async function* stream(): AsyncGenerator<Buffer> {
    for (const piece of pieces) {
      await Promise.resolve();
      if (piece instanceof Error) throw piece;
      yield Buffer.from(piece);
    }
  }
  return Promise.resolve([stdinStream(stream())]);
}

test('what standard input brings is read as it comes, plain or gzip, however small its pieces are', async () => {
  const lines = Array.from({ length: 300 }, (_, n) => `{"n":${n}}`);
  const text = `${lines.join('\n')}\n`;
  const expected = lines.map((line, index) => `-:${index + 1}:${line}`);
  expect(await linesOf('', streamed(...Array.from(text)))).toEqual(expected);
  const bytes = [...gzipSync(text)].map((byte) => Buffer.from([byte]));
  expect(await linesOf('', streamed(...bytes))).toEqual(expected);
  expect(await refusal('', true, streamed(' ', '\n', ' [', '1]'))).toMatch(
    /^FEED_JSON_ARRAY standard input is a JSON array/,
  );
  const blanks = '\n'.repeat(600);
  expect(await refusal('', false, streamed(blanks, blanks, '[1]'))).toBe('FEED_JSON_ARRAY');
  expect(await linesOf('', streamed())).toStrictEqual([]);
});

test('only the beginning tells what a file is', async () => {
  const begun = '1\n'.repeat(300);
  const later = ['PK\x03\x04\n', '[1]\n', '\0\0\n'];
  expect(await linesOf('', streamed(begun, ...later))).toHaveLength(303);
});

test('lines are given once there are enough bytes to tell what the file is', async () => {
  const [file] = await streamed('1\n'.repeat(HEAD_BYTES / 2), new Error('later'));
  expect((await readFeedFile(file!).next()).value).toHaveLength(HEAD_BYTES / 2);
});

test.each(['EACCES', 'EISDIR', 'EIO', 'ENOENT'])(
  'a file that the system does not give (%s)',
  async (code) => {
    const error = Object.assign(new Error('of the system'), { code });
    expect(await refusal('', true, streamed('1\n', error))).toBe(
      `FEED_UNREADABLE standard input can't be read (${code}). Check its access rights`,
    );
  },
);

test('another error while reading is none of the feed', async () => {
  const error = new Error('ours');
  await expect(linesOf('', streamed('1\n', error))).rejects.toBe(error);
});

test('gzip members that each begin with a byte order mark are one feed', async () => {
  const members = ['\uFEFF1\n', '\uFEFF2\n', '\uFEFF'].map((text) => gzipSync(text));
  expect(await linesOf(put('a.ndjson.gz', Buffer.concat(members)))).toEqual([
    'a.ndjson.gz:1:1',
    'a.ndjson.gz:2:2',
  ]);
});

test('gzip that is followed by something else is damaged, by the zeros of a tape it is not', async () => {
  const zipped = gzipSync('1\n');
  expect(await refusal(put('a.ndjson.gz', Buffer.concat([zipped, Buffer.from('{"a":1}\n')])))).toBe(
    'FEED_UNREADABLE',
  );
  expect(await linesOf(put('b.ndjson.gz', Buffer.concat([zipped, Buffer.alloc(512)])))).toHaveLength(1);
});

test('what is wrong with standard input is said of standard input', async () => {
  const path = put('stdin', gzipSync('1\n'.repeat(5000)).subarray(0, -9));
  expect(await refusal(path, true, Promise.resolve([stdinFile(path)]))).toMatch(
    /^FEED_TRUNCATED standard input ends in the middle/,
  );
});

test('gzip is known by its bytes: whatever the name', async () => {
  expect(await linesOf(put('a.ndjson', gzipSync('1\n')))).toEqual(['a.ndjson:1:1']);
});

test('what is no feed as a whole is refused', async () => {
  const zipped = gzipSync(Array.from({ length: 5000 }, (_, n) => `{"n":${n}}\n`).join(''));
  const damaged = Buffer.from(zipped);
  damaged.fill(0xff, 400, 500);
  const none = join(folder, 'none.ndjson');
  await expect(linesOf(none)).rejects.toMatchObject({
    name: 'FeedFault',
    code: 'FEED_NOT_FOUND',
    file: none,
  });
  expect(await refusal(none, true)).toBe("FEED_NOT_FOUND ./none.ndjson doesn't exist. Check --feed");
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
  putManifest({ 'a.ndjson.gz': { content, lines: 1 } });
  expect(await refusal(path)).toBe('FEED_MANIFEST');
  putManifest({});
  expect(await refusal(path)).toBe('FEED_MANIFEST');
});
