import { basename, join } from 'node:path';
import {
  type Element,
  CONNECT360,
  elements,
  fieldsOf,
  filesUnder,
  FORCE_APP,
  readXml,
  text,
} from './source.ts';

/** Fields of the standard objects that an org doesn't take in fieldPermissions: required or master-detail. */
const REQUIRED_STANDARD = [
  'Account.Name',
  'Account.LastName',
  'Contact.LastName',
  'InsurancePolicy.Name',
  'InsurancePolicy.NameInsuredId',
];

const permissionSets = (directory: string) =>
  filesUnder(join(directory, 'permissionsets'), '.permissionset-meta.xml').map(
    (file) => [basename(file, '.permissionset-meta.xml'), readXml(file)] as const,
  );
const own = permissionSets(FORCE_APP);
const setNamed = (name: string): Element => own.find(([candidate]) => candidate === name)?.[1] ?? {};
const fieldNames = (set: Element, editable?: string): readonly string[] =>
  elements(set, 'fieldPermissions')
    .filter((permission) => editable === undefined || text(permission, 'editable') === editable)
    .map((permission) => text(permission, 'field'));

const fields = fieldsOf(FORCE_APP);
const isRequired = (field: Element): boolean =>
  text(field, 'required') === 'true' || text(field, 'type') === 'MasterDetail';

test('an admin can read every field of ours', () => {
  const optional = fields.filter((field) => !isRequired(field.xml));
  const readable = fieldNames(setNamed('CuZo_Admin'));
  expect(
    optional.map((field) => `${field.object}.${field.name}`).filter((name) => !readable.includes(name)),
  ).toStrictEqual([]);
});

test('an agent reads what is shown, edits nothing of ours and has the custom permission', () => {
  const agent = setNamed('CuZo_Agent');
  expect(fieldNames(agent, 'true')).toStrictEqual([]);
  expect(fieldNames(agent)).toEqual(
    expect.arrayContaining(['Account.CuZo_MyPV_Onboarded__c', 'InsurancePolicy.CuZo_View__c']),
  );
  expect(elements(agent, 'customPermissions').map((entry) => text(entry, 'name'))).toEqual(['CuZo_View']);
  expect(
    elements(agent, 'objectPermissions').filter((entry) => text(entry, 'allowEdit') === 'true'),
  ).toStrictEqual([]);
});

test('the sync can edit the fields it writes, reads contacts, and sees no custom permission', () => {
  const sync = setNamed('CuZo_Sync');
  const written = fields.filter(
    (field) =>
      ['Account', 'InsurancePolicy', 'CuZo_Sync_Run__c'].includes(field.object) && !isRequired(field.xml),
  );
  expect(fieldNames(sync, 'true')).toEqual(
    expect.arrayContaining(written.map((field) => `${field.object}.${field.name}`)),
  );
  expect(elements(sync, 'customPermissions')).toStrictEqual([]);
  const granted = elements(sync, 'objectPermissions').map(
    (entry) =>
      `${text(entry, 'object')} ${['Create', 'Read', 'Edit', 'Delete'].filter((right) => text(entry, `allow${right}`) === 'true').join()}`,
  );
  expect(granted).toEqual([
    'Account Read,Edit',
    'Contact Read',
    'CuZo_Sync_Run__c Create,Read,Edit',
    'InsurancePolicy Read,Edit',
  ]);
});

test('the sync is given no field of the org itself: those that it uses are in the set made of its configuration', () => {
  const ours = new Set(fields.map((field) => `${field.object}.${field.name}`));
  expect(fieldNames(setNamed('CuZo_Sync')).filter((name) => !ours.has(name))).toStrictEqual([]);
});

test.each(own)('%s holds nothing sensitive and no right over all data', (_name, set) => {
  expect(fieldNames(set).filter((name) => /IBAN|Register/i.test(name))).toStrictEqual([]);
  // View All Data and Modify All Data are user permissions; none is given.
  expect(elements(set, 'userPermissions')).toStrictEqual([]);
  const overAll = elements(set, 'objectPermissions')
    .filter((entry) =>
      ['viewAllRecords', 'modifyAllRecords', 'viewAllFields'].some((right) => text(entry, right) === 'true'),
    )
    .map((entry) => text(entry, 'object'));
  // Of our own two objects an admin may see all records.
  expect(overAll.filter((object) => !object.startsWith('CuZo_'))).toStrictEqual([]);
});

test.each([...own, ...permissionSets(CONNECT360)])(
  '%s names no required or master-detail field',
  (_name, set) => {
    const required = [...fields, ...fieldsOf(CONNECT360)]
      .filter((field) => isRequired(field.xml))
      .map((field) => `${field.object}.${field.name}`);
    const refused = [...required, ...REQUIRED_STANDARD];
    expect(fieldNames(set).filter((name) => refused.includes(name))).toStrictEqual([]);
  },
);

test.each([
  ['CuZo_Portal__c', 'Read'],
  // How the sync's runs went is nothing for users of sites.
  ['CuZo_Sync_Run__c', 'Private'],
])('%s is read by all inside who may and edited by its owner; outside it is %s', (object, outside) => {
  const xml = readXml(join(FORCE_APP, 'objects', object, `${object}.object-meta.xml`));
  expect([text(xml, 'sharingModel'), text(xml, 'externalSharingModel')]).toEqual(['Read', outside]);
});

const SHARING = join('config', 'sharing');

test.each(['Account', 'InsurancePolicy'])(
  'where %s is private, the sample rule shares what anybody inside owns with the group of the sync',
  (object) => {
    const rules = readXml(join(SHARING, 'sharingRules', `${object}.sharingRules-meta.xml`));
    const [rule = {}, ...others] = elements(rules, 'sharingOwnerRules');
    const [group] = filesUnder(join(SHARING, 'groups'), '.group-meta.xml');
    expect(others).toStrictEqual([]);
    expect(text(rule, 'accessLevel')).toBe('Edit');
    expect(elements(rule, 'sharedTo').map((to) => text(to, 'group'))).toEqual([
      basename(group ?? '', '.group-meta.xml'),
    ]);
    expect(Object.keys(elements(rule, 'sharedFrom')[0] ?? {})).toContain('allInternalUsers');
  },
);
