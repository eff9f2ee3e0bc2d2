import fc from 'fast-check';
import { readCsvLines } from './csv.ts';
import { TransientError } from './transientError.ts';

const COLUMNS = ['Id', 'Name'] as const;

async function* inChunks(text: string, bytes: number): AsyncGenerator<Uint8Array> {
  const all = Buffer.from(text);
  for (let at = 0; at < all.length; at += bytes) {
    await Promise.resolve();
    yield all.subarray(at, at + bytes);
  }
}

/** The rows of a CSV that arrives so many bytes at a time. */
async function rowsOf(text: string, bytes = 7): Promise<readonly (readonly string[])[]> {
  const rows: (readonly string[])[] = [];
  const count = await readCsvLines(inChunks(text, bytes), (lines, columns) => {
    expect(columns).toEqual(COLUMNS);
    rows.push(...lines.map(({ cells }) => cells));
  });
  expect(count).toBe(rows.length);
  return rows;
}

const quoted = (cell: string): string => `"${cell.replaceAll('"', '""')}"`;
const asCsv = (rows: readonly (readonly string[])[], quote: (cell: string) => string): string =>
  [COLUMNS, ...rows].map((row) => `${row.map(quote).join(',')}\n`).join('');

const cell = fc
  .array(fc.constantFrom('"', ',', '\n', '","', 'a', 'é', ' ', ''))
  .map((parts) => parts.join(''));

test('every text comes out of a CSV as it went in, however it is cut on its way', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.tuple(cell, cell)), fc.integer({ min: 1, max: 40 }), async (rows, bytes) => {
      expect(await rowsOf(asCsv(rows, quoted), bytes)).toEqual(rows);
    }),
    { numRuns: 300 },
  );
});

test('values without quotes, a byte order mark, CRLF and a missing last line end are fine', async () => {
  const rows = [
    ['1', 'a'],
    ['2', ''],
  ];
  const text = asCsv(rows, (one) => one);
  expect(await rowsOf(text)).toEqual(rows);
  expect(await rowsOf(`\ufeff${text.trimEnd()}`)).toEqual(rows);
  expect(await rowsOf(asCsv(rows, quoted).replaceAll('\n', '\r\n'))).toEqual(rows);
});

test.each([
  '"Id","Name"\n"1","a"\n"2","b',
  '"Id","Name"\n"1"\n',
  '"Id","Name"\n"1","a","b"\n',
  'Id,Name\n1,a"b\n',
])('what is half a CSV passes: %j', async (text) => {
  await expect(rowsOf(text)).rejects.toThrow(TransientError);
});
