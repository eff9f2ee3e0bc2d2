import { parseMultipart } from './multipart.ts';

test('gives the bytes of each part as they are', () => {
  const bytes = Buffer.from([0, 13, 10, 45, 45, 255]);
  const body = Buffer.concat([
    Buffer.from(
      '--mark\r\nContent-Disposition: form-data; name="entity_content"\r\nContent-Type: application/json\r\n\r\n{}\r\n',
    ),
    Buffer.from('--mark\r\nContent-Disposition: form-data; name="file"; filename="package.xml"\r\n\r\n'),
    bytes,
    Buffer.from('\r\n--mark--\r\n'),
  ]);
  const parts = parseMultipart(body, 'multipart/form-data; boundary=mark');
  expect([...parts.keys()]).toEqual(['entity_content', 'file']);
  expect(Buffer.from(parts.get('entity_content') ?? []).toString()).toBe('{}');
  expect(Buffer.from(parts.get('file') ?? [])).toEqual(bytes);
});

test('takes the line feeds of a hand-written body', () => {
  const body = Buffer.from(
    '--mark\nContent-Disposition: form-data; name="job"\n\n{}\n\n--mark\nContent-Disposition: form-data; name="content"\n\nName\n\nx\n--mark--',
  );
  const parts = parseMultipart(body, 'multipart/form-data; boundary="mark"');
  expect(Buffer.from(parts.get('job') ?? []).toString()).toBe('{}\n');
  expect(Buffer.from(parts.get('content') ?? []).toString()).toBe('Name\n\nx');
});

test('without a boundary there are no parts', () => {
  expect(parseMultipart(Buffer.from('--mark'), 'multipart/form-data').size).toBe(0);
});
