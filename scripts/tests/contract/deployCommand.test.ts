import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { retiredComponents } from '../../connect360/retired.ts';
import { ROOT } from '../../connect360/root.ts';
import { sourceComponents } from '../../connect360/sourceComponents.ts';
import { parseXml } from '../../connect360/xmlTree.ts';
import { FILE_KEYCHAIN, sfWithHome, type Sf } from '../../connect360/sf.ts';
import { forThisFile } from '../kit/ending.ts';
import { folderForFile } from '../kit/folder.ts';
import { startOrgProcess, type OrgProcess } from '../kit/orgProcess.ts';

interface Admin extends OrgProcess {
  readonly sf: Sf;
  readonly home: string;
}

/** An org in French that is also in Dutch, German and English, and an admin who is logged in to it as `french`. */
const admin = forThisFile(async (): Promise<Admin> => {
  const org = await startOrgProcess('--empty', '--language', 'fr', '--languages', 'nl_NL,de,en_US');
  const home = join(folderForFile('deploy-command-').folder, 'home');
  const sf = sfWithHome(home);
  const { url, accessToken } = org.ready;
  await sf(['org', 'login', 'access-token', '--instance-url', url, '--no-prompt', '--alias', 'french'], {
    SF_ACCESS_TOKEN: accessToken,
  });
  return { ...org, sf, home };
});

const CONNECT360 = join('config', 'connect360', 'main', 'default', 'objects');
/** The fields of Connect 360 that the configuration maps. */
const MAPPED = [
  'Account/fields/Customer_Number__c.field-meta.xml',
  'InsurancePolicy/fields/Brand__c.field-meta.xml',
];

interface Outcome {
  readonly success: boolean;
  readonly org: { readonly language: string };
  readonly plan: readonly string[];
  readonly notes: readonly string[];
  readonly pagesLeft: readonly string[];
  readonly problems: readonly string[];
}

async function deploy(...args: readonly string[]): Promise<{ code: number; outcome: Outcome }> {
  const env = { ...process.env, ...FILE_KEYCHAIN, ...COMPILE_CACHE, HOME: admin.home, NODE_OPTIONS: '' };
  const script = join(ROOT, 'scripts', 'deploy.ts');
  const child = spawn(process.execPath, [script, '--target-org', 'french', '--json', ...args], {
    env,
    cwd: ROOT,
  });
  let text = '';
  child.stdout.setEncoding('utf8').on('data', (data: string) => (text += data));
  child.stderr.resume();
  const [code] = (await once(child, 'close')) as [number];
  return { code, outcome: JSON.parse(text) as Outcome };
}

async function get(path: string, body?: object): Promise<unknown> {
  const { url, accessToken } = admin.ready;
  const answer = await fetch(`${url}/services/data/v66.0/${path}`, {
    headers: { authorization: `Bearer ${accessToken}`, 'content-type': 'application/json' },
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
  });
  return answer.json();
}
const send = (path: string, body: object): Promise<unknown> => get(path, body);

async function labelOf(field: string): Promise<string | undefined> {
  const { fields } = (await get('sobjects/Account/describe')) as {
    fields: readonly { name: string; label: string }[];
  };
  return fields.find(({ name }) => name === field)?.label;
}

test('before anything is deployed, the fields that the org lacks are told by role', async () => {
  const { code, outcome } = await deploy();
  expect([code, outcome.success, outcome.org.language]).toEqual([1, false, 'fr']);
  expect(outcome.problems).toEqual([
    'roles.customerNumber: there is no field Account.Customer_Number__c. Put the API name of the field that holds it into config/sync.json.',
    'roles.policyBrand: there is no field InsurancePolicy.Brand__c. Put the API name of the field that holds it into config/sync.json.',
  ]);
  expect(await labelOf('CuZo_MyPV_Onboarded__c')).toBeUndefined();
});

/** Force-app as it was before, made by the file beside it. */
const RELEASE = join(ROOT, 'scripts', 'tests', 'contract', 'fixtures', 'releases', 'f797e1f.zip');
/** Labels that the release before had and this one has not. */
const RETIRED = retiredComponents().map(({ fullName }) => fullName);

test('an org with an older release, in its words, is brought to this one, in the language of the org', async () => {
  const fields = MAPPED.flatMap((path) => ['--source-dir', join(CONNECT360, path)]);
  await admin.sf(['project', 'deploy', 'start', ...fields, '--target-org', 'french']);
  const old = ['--metadata-dir', RELEASE];
  await admin.sf(['project', 'deploy', 'start', ...old, '--single-package', '--target-org', 'french']);
  const account = { LastName: 'Peeters', CuZo_MyPV_Onboarded__c: true };
  expect(await send('sobjects/Account', account)).toMatchObject({ success: true });

  const { code, outcome } = await deploy();
  expect([code, outcome.problems, outcome.notes]).toEqual([0, [], []]);
  expect(outcome.pagesLeft).toEqual(['CuZo_Account_Record_Page', 'CuZo_Policy_Record_Page']);
  expect(outcome.plan).toEqual(
    expect.arrayContaining([
      'Language: fr. Labels are deployed in fr, list views and reports in fr alone',
      'Components run in: Lightning Web Security',
      `Taken out after it, left there by an earlier release: ${RETIRED.map((name) => `CustomLabel ${name}`).join(', ')}`,
    ]),
  );
  expect(await labelOf('CuZo_MyPV_Onboarded__c')).toMatch(/^CuZo MyPV : inscri/);
  expect(await get('query?q=SELECT+Code__c+FROM+CuZo_Portal__c')).toMatchObject({ totalSize: 2 });
  expect(await get('query?q=SELECT+Id+FROM+Account+WHERE+CuZo_MyPV_Onboarded__c=true')).toMatchObject({
    totalSize: 1,
  });
});

test('the next time nothing is left to take out, and pages are replaced where that is asked for', async () => {
  const { code, outcome } = await deploy('--with-pages');
  expect([code, outcome.notes, outcome.pagesLeft]).toEqual([0, [], []]);
  expect(outcome.plan.filter((line) => line.startsWith('Taken out'))).toStrictEqual([]);
  const reports = await admin.sf([
    'org',
    'list',
    'metadata',
    '--metadata-type',
    'Report',
    '--target-org',
    'french',
  ]);
  const names = (reports as readonly { readonly fullName: string }[]).map(({ fullName }) => fullName);
  expect(names).toEqual(expect.arrayContaining(['CuZo/CuZo_Gap_MyPV', 'CuZo/CuZo_Runs']));
});

test('the CLI converts force-app without sources and tests, and lists in it what an uninstall takes out', async () => {
  const { folder } = folderForFile('deploy-package-');
  const output = join(folder, 'package');
  await admin.sf(['project', 'convert', 'source', '--root-dir', 'force-app', '--output-dir', output]);
  const files = readdirSync(output, { recursive: true, encoding: 'utf8' });
  expect(files.filter((file) => /\.ts$|__tests__/.test(file))).toStrictEqual([]);
  const listed = parseXml(readFileSync(join(output, 'package.xml'), 'utf8'))
    .all('types')
    .flatMap((type) => type.all('members').map(({ text }) => `${type.textOf('name') ?? ''} ${text}`));
  const named = sourceComponents().map(({ type, fullName }) => `${type} ${fullName}`);
  // Translations go with what they translate, and the manifest has all labels as one and folders with a slash.
  const own = (names: readonly string[]) =>
    names
      .filter((name) => !/Translation|^CustomLabels |\/$|^CustomObject [A-Z][a-z]+([A-Z][a-z]+)?$/.test(name))
      .sort();
  expect(own(listed)).toEqual(own(named));
});
