import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
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

async function get(path: string): Promise<unknown> {
  const { url, accessToken } = admin.ready;
  const answer = await fetch(`${url}/services/data/v66.0/${path}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  });
  return answer.json();
}

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

test('an org in French takes all of it, in French; the second time its record pages are left alone', async () => {
  const fields = MAPPED.flatMap((path) => ['--source-dir', join(CONNECT360, path)]);
  await admin.sf(['project', 'deploy', 'start', ...fields, '--target-org', 'french']);
  expect(await deploy('--check-only')).toMatchObject({ code: 0, outcome: { success: true, pagesLeft: [] } });
  expect(await labelOf('CuZo_MyPV_Onboarded__c')).toBeUndefined();

  expect(await deploy()).toMatchObject({ code: 0, outcome: { success: true, problems: [] } });
  expect(await labelOf('CuZo_MyPV_Onboarded__c')).toMatch(/^CuZo MyPV : inscri/);
  expect(await get('query?q=SELECT+Code__c+FROM+CuZo_Portal__c')).toMatchObject({ totalSize: 2 });

  expect(await deploy()).toMatchObject({
    code: 0,
    outcome: { pagesLeft: ['CuZo_Account_Record_Page', 'CuZo_Policy_Record_Page'] },
  });
});
