import { join } from 'node:path';
import { zipSync } from 'fflate';
import { folderForFile } from '../../tests/kit/folder.ts';
import { openOrg } from '../engine.ts';
import { metadata } from './fixture.ts';

const LARGE = Buffer.alloc(300 * 1024, 'large ');
const MANIFEST =
  '<Package xmlns="http://soap.sforce.com/2006/04/metadata"><types><members>big</members><name>StaticResource</name></types><version>66.0</version></Package>';

function packageOf(bytes: Uint8Array): Uint8Array {
  const meta = metadata(
    'StaticResource',
    '<cacheControl>Private</cacheControl><contentType>text/plain</contentType>',
  );
  return zipSync({
    'package.xml': Buffer.from(MANIFEST),
    'staticresources/big.resource': bytes,
    'staticresources/big.resource-meta.xml': Buffer.from(meta),
  });
}

test('a large file comes back as it went in, also from the data file, and a deploy tells whether it changed', () => {
  const { folder } = folderForFile('component-files-');
  const file = join(folder, 'org.db');
  const changed = Buffer.concat([LARGE, Buffer.from('!')]);
  const bytesIn = (org: ReturnType<typeof openOrg>) =>
    Buffer.from(org.components('StaticResource').get('big')?.files.get('staticresources/big.resource') ?? []);
  const org = openOrg({ file });
  const deploy = (bytes: Uint8Array) =>
    org.deploy(packageOf(bytes), {}, org.admin).messages.find(({ fullName }) => fullName === 'big');
  expect(deploy(LARGE)).toMatchObject({ created: true });
  expect(deploy(LARGE)).toMatchObject({ created: false, changed: false });
  expect(deploy(changed)).toMatchObject({ created: false, changed: true });
  expect(bytesIn(org).equals(changed)).toBe(true);
  org.close();
  const again = openOrg({ file });
  expect(bytesIn(again).equals(changed)).toBe(true);
  again.close();
});
