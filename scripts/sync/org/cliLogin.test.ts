import { chmodSync, writeFileSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { folderForFile } from '../../tests/kit/folder.ts';
import { cliLogin } from './cliLogin.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('cli-'));
});

const listeners = { onOrgMessage: () => undefined, onHeaders: () => undefined };

/** Puts a CLI of that name on the path, which answers with an address and the alias as the token. */
function cli(name: string): Readonly<Record<string, string | undefined>> {
  const file = join(folder, name);
  const answer = '{"result":{"instanceUrl":"https://acme.my.salesforce.com","accessToken":"of %s"}}';
  writeFileSync(file, `#!/bin/sh\nwhile [ "$1" != --target-org ]; do shift; done\nprintf '${answer}' "$2"\n`);
  chmodSync(file, 0o755);
  return { PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` };
}

test('the CLI is asked for the address and a token', async () => {
  const session = { instanceUrl: 'https://acme.my.salesforce.com', accessToken: 'of my org' };
  expect(await cliLogin('my org', cli('sf'), 'linux').open(listeners)).toEqual(session);
});

test('on Windows it is a batch file, which takes a shell', async () => {
  const { accessToken } = await cliLogin('job@example.com', cli('sf.cmd'), 'win32').open(listeners);
  expect(accessToken).toBe('of job@example.com');
});

test.each(['my org', 'a&b', '%PATH%', 'a"b', 'a^b', 'a\nb', ''])(
  'an alias that the shell of Windows would read itself is refused: %j',
  (alias) => {
    expect(() => cliLogin(alias, {}, 'win32')).toThrow('the shell of Windows');
  },
);

test('a CLI that is not there is named', async () => {
  await expect(cliLogin('a', { PATH: folder }, 'linux').open(listeners)).rejects.toThrow(
    'sf is not installed',
  );
});
