import { writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { sfOfUser, sfWithHome } from './sf.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('sf-'));
  const told = `process.stdout.write(JSON.stringify({ result: {
    keychain: process.env.SF_USE_GENERIC_UNIX_KEYCHAIN ?? 'own', home: process.env.HOME } }));process.exit(0)`;
  writeFileSync(join(folder, 'tell.cjs'), told);
});

/** Has the CLI tell where it would look for logins, and end. */
const telling = () => ({ NODE_OPTIONS: `--require ${join(folder, 'tell.cjs')}` });

test("a deploy takes the user's own keychain, the local org one of files in a folder of its own", async () => {
  expect(await sfOfUser()([], telling())).toEqual({ keychain: 'own', home: homedir() });
  expect(await sfWithHome(folder)([], telling())).toEqual({ keychain: 'true', home: folder });
});
