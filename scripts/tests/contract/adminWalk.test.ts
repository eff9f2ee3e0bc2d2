import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { COMPILE_CACHE } from '../../connect360/compileCache.ts';
import { ROOT } from '../../connect360/root.ts';
import { FILE_KEYCHAIN, sfWithHome, type Sf } from '../../connect360/sf.ts';
import { startConnect360, type Connect360 } from '../kit/connect360.ts';
import { deploy } from '../kit/deploy.ts';
import { forThisFile } from '../kit/ending.ts';
import { registration } from '../kit/events.ts';

/** The commands of docs/ADMIN.md in their order, each once: an upgrade is the same deploy again. */
const COMMANDS = [
  ...new Set(
    [...readFileSync(join(ROOT, 'docs', 'ADMIN.md'), 'utf8').matchAll(/^```sh\n([\s\S]*?)^```/gm)].flatMap(
      ([, block = '']) => block.trim().split('\n'),
    ),
  ),
];

interface Walker {
  readonly org: Connect360;
  readonly sf: Sf;
  readonly home: string;
}

/** An org in French with nothing of ours, and an admin's machine. */
const walker = forThisFile(async (): Promise<Walker> => {
  const org = await startConnect360(['--empty', '--language', 'fr', '--languages', 'nl_NL,de,en_US']);
  const home = join(org.folder, 'home');
  return { org, home, sf: sfWithHome(home) };
});

interface Ended {
  readonly code: number;
  readonly output: string;
}

const [, CHECK_ONLY, DEPLOY, CHECK, PLAN, RUN, COMPARE, UNDEPLOY] = COMMANDS;

/** Runs a command of the page, as it is written there but for its paths. */
async function follow(written = '', more = ''): Promise<Ended> {
  const command = `${written.replaceAll('/srv/cuzo', walker.org.folder)}${more}`;
  const env = { ...process.env, ...FILE_KEYCHAIN, ...COMPILE_CACHE, HOME: walker.home, NODE_OPTIONS: '' };
  const child = spawn(command, { shell: true, cwd: ROOT, env, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  child.stdout.setEncoding('utf8').on('data', (text: string) => (output += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (output += text));
  const [code] = (await once(child, 'close')) as [number];
  return { code, output };
}

/** A field of Connect 360 as config/connect360 has it, in a file of the object. */
function fieldOf(object: string, name: string): string {
  const path = ['config', 'connect360', 'main', 'default', 'objects', object, 'fields'];
  const text = readFileSync(join(ROOT, ...path, `${name}.field-meta.xml`), 'utf8');
  return (
    (/<CustomField[^>]*>([\s\S]*)<\/CustomField>/.exec(text)?.[1] ?? '').replace(/^/, '<fields>') +
    '</fields>'
  );
}

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';
const old = (name: string, type: string): string =>
  `<fields><fullName>${name}</fullName>${type === 'Checkbox' ? '<defaultValue>false</defaultValue>' : ''}<label>${name}</label><type>${type}</type></fields>`;

/** What this project finds in Connect 360: the mapped fields, and the old ones of the registration. */
const CONNECT360 = {
  'package.xml': `<Package ${XMLNS}><types><members>Account.Customer_Number__c</members><members>Account.MyPV_Onboarded__c</members><members>Account.MyPV_Onboarded_On__c</members><members>InsurancePolicy.Brand__c</members><name>CustomField</name></types><version>66.0</version></Package>`,
  'objects/Account.object': `<CustomObject ${XMLNS}>${fieldOf('Account', 'Customer_Number__c')}${old('MyPV_Onboarded__c', 'Checkbox')}${old('MyPV_Onboarded_On__c', 'Date')}</CustomObject>`,
  'objects/InsurancePolicy.object': `<CustomObject ${XMLNS}>${fieldOf('InsurancePolicy', 'Brand__c')}</CustomObject>`,
};

const NUMBER = '500000001';

async function accountFields(): Promise<readonly string[]> {
  const { fields } = (await walker.org.rest('GET', 'sobjects/Account/describe')) as {
    fields: readonly { name: string }[];
  };
  return fields.map(({ name }) => name).filter((name) => name.startsWith('CuZo_'));
}

const matching = (words: string): unknown => expect.stringMatching(new RegExp(words, 'm'));

test('the page has a command for each step', () => {
  expect(COMMANDS.map((command) => /^npx sf|^npm run (?:-s )?\S+(?: -- \w+)?/.exec(command)?.[0])).toEqual([
    'npx sf',
    'npm run deploy',
    'npm run deploy',
    'npm run -s sync -- check',
    'npm run -s sync -- plan',
    'npm run -s sync -- run',
    'npm run compare-fields',
    'npm run undeploy',
  ]);
});

test('deploy: a check changes nothing, then all of it is there', async () => {
  const { org, sf } = walker;
  // In place of the browser that `org login web` opens.
  const login = ['org', 'login', 'access-token', '--instance-url', org.url, '--no-prompt'];
  await sf([...login, '--alias', 'connect360'], { SF_ACCESS_TOKEN: org.accessToken });
  await deploy(org, CONNECT360);
  const checked = await follow(CHECK_ONLY);
  expect(checked).toMatchObject({ code: 0, output: matching('Nothing was changed') });
  expect(await accountFields()).toStrictEqual([]);
  expect(await follow(DEPLOY)).toMatchObject({ code: 0, output: matching('^Done\\.') });
  expect(await accountFields()).toContain('CuZo_MyPV_Onboarded__c');
});

test('check, plan and the first night', async () => {
  const { org } = walker;
  await org.rest('POST', 'sobjects/Account', {
    LastName: 'Peeters',
    Customer_Number__c: NUMBER,
    MyPV_Onboarded__c: true,
    MyPV_Onboarded_On__c: '2024-01-03',
  });
  const feed = join(org.folder, 'feed');
  mkdirSync(feed);
  writeFileSync(join(feed, 'mypv.ndjson'), `${JSON.stringify(registration(NUMBER, '2024-01-02'))}\n`);
  expect(await follow(CHECK)).toMatchObject({ code: 0 });
  expect(await follow(PLAN)).toMatchObject({ code: 0 });
  expect(await follow(RUN)).toMatchObject({ code: 0 });
  const day = 'SELECT CuZo_MyPV_Onboarding_Date__c FROM Account WHERE CuZo_MyPV_Onboarded__c = TRUE';
  expect(await org.query(day)).toMatchObject([{ CuZo_MyPV_Onboarding_Date__c: '2024-01-02' }]);
});

test('the old fields are put beside ours', async () => {
  const [account] = await walker.org.query('SELECT Id FROM Account');
  expect(await follow(COMPARE)).toMatchObject({
    code: 1,
    output: matching(`1 registered in both, on different days: ${String(account?.Id)}`),
  });
});

test('uninstall stops at what the org uses, and then takes all of it out and leaves the data', async () => {
  const { org } = walker;
  const data = join(org.folder, 'data');
  const [set] = await org.query("SELECT Id FROM PermissionSet WHERE Name = 'CuZo_Agent'");
  const [user] = await org.query(`SELECT Id FROM User WHERE Username = '${org.username}'`);
  const assignment = (await org.rest('POST', 'sobjects/PermissionSetAssignment', {
    PermissionSetId: set?.Id,
    AssigneeId: user?.Id,
  })) as { readonly id: string };
  const wrong = await follow(UNDEPLOY, ' --org-id 00D000000000000');
  expect(wrong).toMatchObject({ code: 1, output: matching('not the id of this org') });
  const more = ` --org-id ${org.orgId} --export ${data}`;
  const stopped = await follow(UNDEPLOY, more);
  expect(stopped).toMatchObject({ code: 1, output: matching('permission set CuZo_Agent is assigned to') });
  expect(await accountFields()).toContain('CuZo_MyPV_Onboarded__c');

  await org.rest('DELETE', `sobjects/PermissionSetAssignment/${assignment.id}`);
  const done = await follow(UNDEPLOY, more);
  expect(done).toMatchObject({ code: 0, output: matching('^Done\\.') });
  expect(await accountFields()).toStrictEqual([]);
  await expect(org.rest('GET', 'sobjects/CuZo_Portal__c/describe')).rejects.toThrow('404');
  expect(readdirSync(data).sort()).toEqual([
    'Account.csv',
    'CuZo_Portal__c.csv',
    'CuZo_Sync_Run__c.csv',
    'InsurancePolicy.csv',
  ]);
  for (const file of readdirSync(data)) expect(statSync(join(data, file)).mode & 0o777).toBe(0o600);
  expect(readFileSync(join(data, 'Account.csv'), 'utf8')).toMatch(/2024-01-02/);
});
