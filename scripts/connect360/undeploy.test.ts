import { chmodSync, existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { folderForFile } from '../tests/kit/folder.ts';
import { exportFields, exportProblem, exportQueries } from './fieldExport.ts';
import type { Component } from './orgComponents.ts';
import { everythingOurs, removalSteps } from './removal.ts';
import { assignmentBlockers, placeBlockers, referenceBlockers } from './undeployBlockers.ts';

let folder: string;
beforeEach(() => {
  ({ folder } = folderForFile('undeploy-'));
});

const OURS = everythingOurs();
const named = ({ type, fullName }: Component) => `${type} ${fullName}`;

test('what shows or grants goes before what it shows or grants, and objects take their parts along', () => {
  const steps = removalSteps(OURS).map((step) => new Set(step.map(named)));
  const at = (name: string) => steps.findIndex((step) => step.has(name));
  expect([
    at('FlexiPage CuZo_Account_Record_Page'),
    at('LightningComponentBundle cuzoPills'),
    at('ReportType CuZo_Policies'),
    at('CustomField Account.CuZo_MyPV_Onboarded__c'),
    at('CustomObject CuZo_Portal__c'),
  ]).toEqual([0, 1, 2, 3, 4]);
  expect([at('PermissionSet CuZo_Sync_Map'), at('ValidationRule Account.CuZo_MyPV_Date_Needs_Flag')]).toEqual(
    [0, 0],
  );
  expect([at('CustomLabel CuZo_Reason'), at('CustomPermission CuZo_View')]).toEqual([2, 2]);
  for (const part of ['CustomField CuZo_Portal__c.Code__c', 'ListView CuZo_Portal__c.All'])
    expect(at(part)).toBe(-1);
  expect([at('Dashboard CuZo/CuZo_Overview'), at('Report CuZo/CuZo_Runs')]).toEqual([0, 1]);
});

test('users who have a permission set are listed by set, ten by name', () => {
  const users = Array.from({ length: 12 }, (_, index) => ({
    permissionSet: 'CuZo_Agent',
    username: `agent${index}@example.com`,
  }));
  expect(assignmentBlockers([...users, { permissionSet: 'CuZo_Sync', username: 'job@example.com' }])).toEqual(
    [
      expect.stringMatching(
        /^The permission set CuZo_Agent is assigned to agent0@.*agent9@example.com and 2 more\. Take/,
      ),
      expect.stringMatching(/^The permission set CuZo_Sync is assigned to job@example.com\. Take/),
    ],
  );
});

test('pages and apps of the org that show something of ours are listed, our own are not', () => {
  mkdirSync(join(folder, 'flexipages'));
  mkdirSync(join(folder, 'applications'));
  const page = '<componentName>cuzoPills</componentName>{!$Permission.CustomPermission.CuZo_View}';
  writeFileSync(join(folder, 'flexipages', 'Account_Page.flexipage'), page);
  writeFileSync(join(folder, 'flexipages', 'CuZo_Account_Record_Page.flexipage'), page);
  writeFileSync(join(folder, 'flexipages', 'Other.flexipage'), '<componentName>force:detail</componentName>');
  writeFileSync(join(folder, 'applications', 'Portal.app'), '<tabs>CuZo_Portal__c</tabs>');
  expect(placeBlockers(folder, OURS)).toEqual([
    'The Lightning page Account_Page uses CuZo_View, cuzoPills. Take it off there (Lightning App Builder).',
    'The app Portal uses CuZo_Portal__c. Take it off there (Setup, App Manager).',
  ]);
});

test('of what the org refuses, what only our own components say of each other and what is told is left out', () => {
  const told = ['The Lightning page Account_Page uses cuzoPills. Take it off there.'];
  const refused = (names: string) =>
    `LightningComponentBundle cuzoPills: This component is referenced elsewhere in salesforce.com. : ${names}`;
  const flow = refused('Flow - Some_Flow, FlexiPage - Account_Page');
  expect(
    referenceBlockers(
      [
        refused('FlexiPage - CuZo_Account_Record_Page'),
        refused('FlexiPage - Account_Page, LightningComponentBundle - cuzoInvite'),
        flow,
        'CustomField Account.CuZo_As_Of__c: entity is locked',
      ],
      OURS,
      told,
    ),
  ).toEqual([flow, 'CustomField Account.CuZo_As_Of__c: entity is locked']);
});

test('data is read by fields that are there: of our objects all of it, of others what holds something', () => {
  const present = [
    'Account.CuZo_MyPV_Onboarded__c',
    'Account.CuZo_MyPV_As_Of__c',
    'InsurancePolicy.CuZo_View__c',
    'InsurancePolicy.CuZo_View_Hash__c',
    'CuZo_Portal__c.Code__c',
  ];
  const queries = exportQueries(present.map((fullName) => ({ type: 'CustomField', fullName })));
  expect([...queries.values()].sort()).toEqual([
    'SELECT Id, CuZo_MyPV_As_Of__c, CuZo_MyPV_Onboarded__c FROM Account WHERE CuZo_MyPV_As_Of__c != NULL OR CuZo_MyPV_Onboarded__c = TRUE',
    'SELECT Id, CuZo_View_Hash__c, CuZo_View__c FROM InsurancePolicy WHERE CuZo_View_Hash__c != NULL',
    'SELECT Id, Name, CreatedDate, Code__c FROM CuZo_Portal__c',
  ]);
});

test('the data is for its owner alone, whatever the CLI makes of the file, and nothing is overwritten', async () => {
  const target = join(folder, 'data');
  const present = [{ type: 'CustomField', fullName: 'CuZo_Portal__c.Code__c' }];
  async function sf(args: readonly string[]): Promise<undefined> {
    const file = args[args.indexOf('--output-file') + 1] ?? '';
    expect(statSync(file).mode & 0o777).toBe(0o600);
    writeFileSync(file, 'Id\n1\n');
    chmodSync(file, 0o644);
    return Promise.resolve(undefined);
  }
  expect(exportProblem(target)).toBeUndefined();
  const [file = ''] = await exportFields(sf, 'org', target, present);
  expect([statSync(target).mode & 0o777, statSync(file).mode & 0o777, readFileSync(file, 'utf8')]).toEqual([
    0o700,
    0o600,
    'Id\n1\n',
  ]);
  expect(exportProblem(target)).toMatch(/holds something already, which is not overwritten/);
  await expect(exportFields(sf, 'org', target, present)).rejects.toThrow(/EEXIST/);
  expect(existsSync(file)).toBe(true);
});
