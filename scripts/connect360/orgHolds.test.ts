import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { readOrgHolds } from './orgHolds.ts';
import { type Sf, SfError } from './sf.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('holds-'));
});

/** An org with these files, which may refuse its settings. */
function orgWith(files: Readonly<Record<string, string>>, refusesSettings = false): Sf {
  return (args) => {
    const wanted = readFileSync(args[args.indexOf('--manifest') + 1] ?? '', 'utf8');
    if (refusesSettings && wanted.includes('<name>Settings</name>'))
      return Promise.reject(new SfError(args, {}, 'insufficient access rights'));
    for (const [path, text] of Object.entries({ 'package.xml': '', ...files })) {
      const file = join(folder, 'held', 'unpackaged', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return Promise.resolve({});
  };
}
const read = (sf: Sf) => readOrgHolds(sf, 'org', join(folder, 'held'));

test.each([
  ['true', 'Lightning Web Security'],
  ['false', 'Lightning Locker'],
])('lockerServiceNext %s is %s', async (on, security) => {
  const text = `<SecuritySettings><sessionSettings><lockerServiceNext>${on}</lockerServiceNext></sessionSettings></SecuritySettings>`;
  expect(await read(orgWith({ 'settings/Security.settings': text }))).toMatchObject({ security });
});

test('where the settings are refused, the rest is read all the same', async () => {
  const labels =
    '<CustomLabels><labels><fullName>CuZo_Reason</fullName></labels><labels><fullName>Other</fullName></labels></CustomLabels>';
  const sf = orgWith(
    { 'labels/CustomLabels.labels': labels, 'flexipages/CuZo_Account_Record_Page.flexipage': '' },
    true,
  );
  expect(await read(sf)).toEqual({
    security: 'unknown',
    retired: [{ type: 'CustomLabel', fullName: 'CuZo_Reason' }],
    pages: new Set(['CuZo_Account_Record_Page']),
  });
});
