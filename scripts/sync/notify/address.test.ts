import { chmodSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { notifyAddress } from './address.ts';

let folder: string;
beforeAll(() => {
  ({ folder } = folderForFile('cuzo-address-'));
});

test.each([
  'https://hooks.slack.com/services/T0/B0/x',
  ' https://example.com:443/workflows?sig=x \n',
  'http://127.0.0.1:9/x',
])('the address %j is taken', (address) => {
  expect(notifyAddress(undefined, { CUZO_NOTIFY_URL: address }).href).toBe(new URL(address.trim()).href);
});

test.each([
  '',
  ' ',
  'hooks.slack.com/secret',
  'http://example.com/secret',
  'http://localhost/secret',
  'http://127.0.0.1.example.com/secret',
  'ftp://example.com/secret',
  'https://user:secret@example.com/',
])('the address %j is refused, and not quoted', (address) => {
  const read = (): URL => notifyAddress(undefined, { CUZO_NOTIFY_URL: address });
  expect(read).toThrow(/--notify/);
  expect(read).not.toThrow(/secret/);
});

test('a file with the address is read rather than the variable, and only when it is private', () => {
  const file = join(folder, 'address');
  writeFileSync(file, '# Teams, channel CuZo\n\nhttps://example.com/from-file\n');
  chmodSync(file, 0o600);
  const env = { CUZO_NOTIFY_URL: 'https://example.com/from-env' };
  expect(notifyAddress(file, env).pathname).toBe('/from-file');
  chmodSync(file, 0o640);
  expect(() => notifyAddress(file, env)).toThrow('can be read by others');
  expect(() => notifyAddress(join(folder, 'missing'), env)).toThrow('can not be read');
});
