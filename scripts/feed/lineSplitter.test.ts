import fc from 'fast-check';
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

test('wherever the chunks are cut, the lines are those of the whole', () => {
  const line = fc.string({ unit: 'grapheme' }).map((text) => text.replace(/[\n\r]/g, ''));
  const feed = fc.tuple(fc.array(line), fc.constantFrom('\n', '\r\n'), fc.boolean(), fc.boolean());
  fc.assert(
    fc.property(feed, fc.array(fc.nat()), ([lines, end, hasMark, hasLastEnd], cuts) => {
      const text = lines.join(end) + (hasLastEnd ? end : '');
      const expected = lines
        .map((content, index) => [index + 1, content] as const)
        .filter(([, content]) => /[^ \t]/.test(content));
      const withoutMark = expected.filter(([number, content]) => number > 1 || !content.startsWith('\uFEFF'));
      fc.pre(withoutMark.length === expected.length);
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

test('a line of 200 MB takes no memory', () => {
  const splitter = lineSplitter();
  const chunk = Buffer.alloc(1_000_000, 0x78);
  const before = process.memoryUsage().arrayBuffers;
  for (let count = 0; count < 200; count += 1) splitter.push(chunk);
  expect(process.memoryUsage().arrayBuffers - before).toBeLessThan(20_000_000);
  expect(splitter.push(Buffer.from('\nnext\n'))).toEqual([
    { number: 1, bytes: null },
    { number: 2, bytes: Buffer.from('next') },
  ]);
});
