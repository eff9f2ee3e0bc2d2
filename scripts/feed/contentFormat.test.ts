import { gzipSync } from 'node:zlib';
import { HEAD_BYTES, otherFormat } from './contentFormat.ts';

/** A tar of one empty file: its header as POSIX or Unix V7 defines it, and the two blocks at its end. */
function tar(name: string, isOld = false): Buffer {
  const bytes = Buffer.alloc(3 * 512);
  bytes.write(name, 0, 'latin1');
  bytes.write('0000644\0', 100, 'latin1');
  bytes.write('00000000000\0', 124, 'latin1');
  if (!isOld) bytes.write('ustar\x0000', 257, 'latin1');
  bytes.write('        ', 148, 'latin1');
  const sum = bytes.subarray(0, 512).reduce((total, byte) => total + byte, 0);
  bytes.write(`${sum.toString(8).padStart(6, isOld ? ' ' : '0')}\0 `, 148, 'latin1');
  return bytes;
}

/** Text in UTF-16 with the greater half of each unit first. */
const bigEndian = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

test.each<[string, Buffer]>([
  ['a zip file', Buffer.from('PK\x03\x04 and more')],
  ['an empty zip file', Buffer.from(`PK\x05\x06${'\0'.repeat(18)}`)],
  ['a part of a zip file', Buffer.from('PK\x07\x08PK\x03\x04')],
  ['a tar file', tar('a.ndjson')],
  ['a tar file', tar('a.ndjson', true)],
  ['a tar file', Buffer.concat([tar('x'.repeat(80)), Buffer.alloc(70_000)])],
  ['a tar file', tar('header.ndjson').subarray(0, HEAD_BYTES)],
  ['a tar file', Buffer.concat([tar('content.ndjson').subarray(0, HEAD_BYTES), Buffer.from('{"a":1}')])],
  ['compressed twice', gzipSync('1\n')],
  ['a 7z file', Buffer.from([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c, 0, 4])],
  ['a rar file', Buffer.from('Rar!\x1a\x07\x00')],
  ['compressed with bzip2', Buffer.from('BZh91AY&SY')],
  ['compressed with xz', Buffer.from([0xfd, 0x37, 0x7a, 0x58, 0x5a, 0, 0])],
  ['compressed with zstd', Buffer.from([0x28, 0xb5, 0x2f, 0xfd, 0x24])],
  ['compressed with lz4', Buffer.from([0x04, 0x22, 0x4d, 0x18, 0x64])],
])('%s is known by its content', (what, head) => {
  expect(otherFormat(head)).toMatchObject({ code: 'FEED_ARCHIVE', why: `is ${what}` });
});

test.each<[string, Buffer]>([
  ['with a mark', Buffer.from('\uFEFF{"a":1}\n', 'utf16le')],
  ['with a mark, the greater half first', bigEndian('\uFEFF{"a":1}\n')],
  ['with a mark before a character that has no zero', Buffer.from('\uFEFF\u65E5', 'utf16le')],
  ['the same, the greater half first', bigEndian('\uFEFF\u65E5')],
  ['without a mark', Buffer.from('{"a":1}\n', 'utf16le')],
  ['without a mark, the greater half first', bigEndian('{"a":1}\n')],
])('UTF-16 is known: %s', (_how, head) => {
  expect(otherFormat(head)).toMatchObject({ code: 'FEED_NOT_UTF8' });
});

test.each<[string, Buffer]>([
  ['nothing', Buffer.alloc(0)],
  ['a line', Buffer.from('{"a":1}\n')],
  ['a byte order mark of UTF-8', Buffer.from('\uFEFF{"a":1}\n')],
  ['a line that begins like a zip file', Buffer.from(`PK\n${' '.repeat(600)}\n"ustar"`)],
  ['a line with a NUL, which is a fault of that line', Buffer.from('{"a":"\0"}\n')],
  ['what is shorter than the header of a tar file', tar('a.ndjson').subarray(0, HEAD_BYTES - 1)],
  ['a tar file with another sum', Buffer.concat([Buffer.from('b'), tar('a.ndjson').subarray(1)])],
  ['digits where a tar file has its sum', Buffer.from(`${'x'.repeat(148)}0000001 `)],
])('%s may be a feed', (_what, head) => {
  expect(otherFormat(head)).toBeUndefined();
});
