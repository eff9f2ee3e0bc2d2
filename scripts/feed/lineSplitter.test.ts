import fc from 'fast-check';
import { collectGarbage, leastHeld } from '../tests/kit/memory.ts';
import { lineSplitter, MAX_LINE_BYTES, type Line } from './lineSplitter.ts';

function split(bytes: Buffer, cuts: readonly number[] = []): readonly (readonly [number, string | null])[] {
  const splitter = lineSplitter();
  const edges = [0, ...cuts.map((cut) => cut % (bytes.length + 1)).sort((a, b) => a - b), bytes.length];
  const lines: Line[] = [];
  for (const [index, start] of edges.slice(0, -1).entries())
    lines.push(...splitter.push(bytes.subarray(start, edges[index + 1])));
  lines.push(...splitter.end());
  return lines.map(({ number, bytes: text }) => [number, text?.toString('utf8') ?? null]);
}

test('byte order mark, CRLF, blank lines and a missing last newline are fine; numbers count every line', () => {
  expect(split(Buffer.from('\uFEFF{"a":1}\r\n\r\n \t\n{"b":2}'))).toEqual([
    [1, '{"a":1}'],
    [4, '{"b":2}'],
  ]);
});

test.each([
  ['at the start of the file', '\uFEFF{"a":1}\n', [[1, '{"a":1}']]],
  ['after a blank line', '\n \n\uFEFF{"a":1}', [[3, '{"a":1}']]],
  [
    'where files were joined',
    '{"a":1}\n\uFEFF{"b":2}\n',
    [
      [1, '{"a":1}'],
      [2, '{"b":2}'],
    ],
  ],
  [
    'where an empty file was joined',
    '{"a":1}\n\uFEFF\uFEFF{"b":2}',
    [
      [1, '{"a":1}'],
      [2, '{"b":2}'],
    ],
  ],
  [
    'after the blanks of an end without newline',
    '{"a":1}\n \uFEFF {"b":2}',
    [
      [1, '{"a":1}'],
      [2, ' {"b":2}'],
    ],
  ],
  ['at the end', '{"a":1}\uFEFF\uFEFF\r\n', [[1, '{"a":1}']]],
  ['alone', '\uFEFF\n\uFEFF\r\n \uFEFF', []],
  [
    'in a text, where it is kept',
    '{"a":"\uFEFF"}\n"\uFEFF',
    [
      [1, '{"a":"\uFEFF"}'],
      [2, '"'],
    ],
  ],
])('a byte order mark %s', (_, text, expected) => {
  expect(split(Buffer.from(text))).toEqual(expected);
});

test('the first two bytes of a mark are none', () => {
  expect(split(Buffer.from([0xef, 0xbb, 0x0a]))).toEqual([[1, Buffer.from([0xef, 0xbb]).toString()]]);
});

test('wherever the chunks are cut, the lines are those of the whole', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r]/g, ''));
  const feed = fc.tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(feed, fc.array(fc.nat()), ([lines, end, hasMark, hasLastEnd], cuts) => {
      const text = lines.join(end) + (hasLastEnd ? end : '');
      const expected = lines
        .map((content, index) => [index + 1, content] as const)
        .filter(([, content]) => /[^ \t]/.test(content));
      fc.pre(!expected.some(([, content]) => content.includes('\uFEFF')));
      expect(split(Buffer.from((hasMark ? '\uFEFF' : '') + text), cuts)).toEqual(expected);
    }),
  );
});

test('a line of 1 MiB is given, one byte more is not kept, and the lines after it are', () => {
  const longest = 'x'.repeat(MAX_LINE_BYTES);
  expect(split(Buffer.from(`${longest}\r\ny\n`))).toEqual([
    [1, longest],
    [2, 'y'],
  ]);
  expect(split(Buffer.from(`${longest}x\ny`))).toEqual([
    [1, null],
    [2, 'y'],
  ]);
});

test('neither marks nor a CR count as length', () => {
  const longest = 'x'.repeat(MAX_LINE_BYTES);
  expect(split(Buffer.from(`\uFEFF${longest}\r\n\uFEFF\uFEFF${longest}\uFEFF\n`), [1, 2, 3, 4])).toEqual([
    [1, longest],
    [2, longest],
  ]);
  expect(split(Buffer.from(`\uFEFF${longest}x\r\n`))).toEqual([[1, null]]);
  expect(split(Buffer.from(`${'\uFEFF'.repeat(21)}${longest}\r\n`))).toEqual([[1, longest]]);
});

test('a line end at the end of a chunk begins no line', () => {
  const splitter = lineSplitter();
  expect(splitter.push(Buffer.from('a\n'))).toMatchObject([{ number: 1 }]);
  expect([splitter.push(Buffer.from('')), splitter.push(Buffer.from('\nb'))]).toEqual([[], []]);
  expect(splitter.end()).toEqual([{ number: 3, bytes: Buffer.from('b') }]);
  expect(splitter.end()).toStrictEqual([]);
});

test('a blank line that is too long is too long', () => {
  expect(split(Buffer.alloc(MAX_LINE_BYTES + 1, 0x20))).toEqual([[1, null]]);
});

test('a line of 200 MB takes no memory', async () => {
  const splitter = lineSplitter();
  collectGarbage();
  const before = process.memoryUsage().arrayBuffers;
  for (let count = 0; count < 200; count += 1) splitter.push(Buffer.alloc(1_000_000, 0x78));
  const held = await leastHeld(() => process.memoryUsage().arrayBuffers - before, 10_000_000);
  expect(held).toBeLessThan(10_000_000);
  expect(splitter.push(Buffer.from('\nnext\n'))).toEqual([
    { number: 1, bytes: null },
    { number: 2, bytes: Buffer.from('next') },
  ]);
});
