import { zipSync } from 'fflate';
import { ZipRefusal, openZip } from './zip.ts';

const MB = 1024 * 1024;

/** A zip whose directory has the wrong size for a file of 12 bytes. */
function lying(size: number): Uint8Array {
  const zip = Buffer.from(zipSync({ 'a.txt': [Buffer.from('a'.repeat(12)), { level: 9 }] }));
  const directory = zip.lastIndexOf(Buffer.from([0x50, 0x4b, 1, 2]));
  zip.writeUInt32LE(size, directory + 24);
  return zip;
}

function refusal(zip: Uint8Array): string {
  try {
    openZip(zip);
  } catch (error) {
    return error instanceof ZipRefusal ? `${error.code}: ${error.message}` : (error as Error).message;
  }
  throw new Error('it was opened');
}

test('files are read by path, folders are none', () => {
  const { paths, read } = openZip(
    zipSync({
      'x/': new Uint8Array(),
      'x/a.txt': Buffer.from('é'),
      'b.txt': [Buffer.from('b'), { level: 0 }],
    }),
  );
  expect(paths).toEqual(['x/a.txt', 'b.txt']);
  expect(Buffer.from(read('x/a.txt') ?? []).toString()).toBe('é');
  expect(Buffer.from(read('b.txt') ?? []).toString()).toBe('b');
  expect(read('c.txt')).toBeUndefined();
});

test('10,000 files are taken, one more is not', () => {
  const files = (count: number): Record<string, Uint8Array> =>
    Object.fromEntries(Array.from({ length: count }, (_, index) => [`${index}`, new Uint8Array()]));
  expect(openZip(zipSync(files(10_000), { level: 0 })).paths).toHaveLength(10_000);
  expect(refusal(zipSync(files(10_001), { level: 0 }))).toBe('INVALID_OPERATION: Too many files in zip');
});

test('what is too large packed or unpacked is refused before anything is unpacked', () => {
  expect(refusal(Buffer.concat([Buffer.alloc(40 * MB), zipSync({})]))).toMatch(
    /^LIMIT_EXCEEDED: Maximum size of request reached\. Maximum size of request is 52428800 bytes\.$/,
  );
  expect(refusal(lying(601 * MB))).toMatch(/^LIMIT_EXCEEDED: The files of the zip are larger than/);
  expect(refusal(lying(21 * MB))).toMatch(/^LIMIT_EXCEEDED: The file a\.txt is larger than/);
});

test.each([1, 11, 13, MB])(
  'a file that unpacks to another size than %i, which it says, is not read',
  (size) => {
    expect(() => openZip(lying(size)).read('a.txt')).toThrow();
  },
);

test.each([[''], ['PK'], ['no zip at all, but long enough to hold the end of one']])(
  '%j is no zip',
  (text) => {
    expect(refusal(Buffer.from(text))).toBe('The uploaded file is not a zip file.');
  },
);
