import { metadata } from '../metadata/fixture.ts';
import { deployTo, problems } from '../metadata/deployFixture.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const shade = (name: string, isDefault: boolean, isActive: boolean): string =>
  `<value><fullName>${name}</fullName><default>${isDefault}</default><isActive>${isActive}</isActive><label>${name}</label></value>`;
const picklist = (name: string, ...values: readonly string[]): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>Picklist</type><valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${values.join('')}</valueSetDefinition></valueSet></fields>`;
const field = (name: string, type: string, defaultValue: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><defaultValue>${defaultValue}</defaultValue><label>${name}</label>${more}<type>${type}</type></fields>`;

/** Fields that a new record gets a value of, named by their default. */
const FIELDS = [
  picklist('Second__c', shade('One', false, true), shade('Two', true, true), shade('Three', false, true)),
  picklist('Inactive__c', shade('One', true, false), shade('Two', false, true)),
  picklist('None__c', shade('One', false, true)),
  field('Yes__c', 'Checkbox', 'TRUE'),
  field('No__c', 'Checkbox', 'false'),
  field('Text__c', 'Text', '"a" &amp; "b"', '<length>10</length>'),
  field('Number__c', 'Number', '2 * 3', '<precision>4</precision><scale>0</scale>'),
  field('Day__c', 'Date', 'TODAY() + 1'),
  field('Box__c', 'Email', '"box@" &amp; "example.com"'),
  field('Site__c', 'Url', '"https://example.com"'),
  field('Mine__c', 'Text', '$User.Alias', '<length>10</length>'),
];

const numbered = (name: string, format: string): string =>
  metadata(
    'CustomObject',
    `<label>${name}</label><nameField><displayFormat>${format}</displayFormat><label>Number</label><type>AutoNumber</type></nameField><pluralLabel>${name}</pluralLabel><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
  );

const test_ = orgForFile(() => new Date('2026-11-22T10:00:00Z'));
beforeAll(() => {
  const files = {
    'objects/Widget__c.object': metadata('CustomObject', FIELDS.join('')),
    'objects/Wide__c.object': numbered('Wide', 'W-{0000}'),
    'objects/Plain__c.object': numbered('Plain', '{0}/x'),
  };
  const names = FIELDS.map((text) => `Widget__c.${/<fullName>(\w+)/.exec(text)?.[1] ?? ''}`);
  const { messages } = deployTo(test_, files, { CustomField: names, CustomObject: ['Wide__c', 'Plain__c'] });
  expect(problems(messages)).toStrictEqual([]);
});

/** The value that a field of a new widget has. */
function valueOf(name: string, record: Readonly<Record<string, unknown>> = {}): unknown {
  const [id = ''] = test_.insert('Widget__c', { Name: 'w', ...record });
  return only(test_.column(`SELECT ${name} FROM Widget__c WHERE Id = '${id}'`));
}

describe('the default of a field', () => {
  test.each<readonly [string, unknown]>([
    ['Second__c', 'Two'],
    ['Inactive__c', null],
    ['None__c', null],
    ['Yes__c', true],
    ['No__c', false],
    ['Sold__c', false],
    ['Text__c', 'ab'],
    ['Number__c', 6],
    ['Day__c', '2026-11-23'],
    ['Box__c', 'box@example.com'],
    ['Site__c', 'https://example.com'],
    ['Weight__c', null],
    ['Code__c', null],
  ])('%s is %p', (name, value) => {
    expect(valueOf(name)).toBe(value);
  });

  test('knows the user', () => {
    const alias = only(test_.column(`SELECT Alias FROM User WHERE Id = '${test_.org.admin.userId}'`));
    expect(valueOf('Mine__c')).toBe(alias);
  });

  test.each<readonly [string, unknown]>([
    ['Second__c', null],
    ['Second__c', 'One'],
    ['Text__c', null],
    ['Yes__c', false],
    ['Number__c', 0],
  ])('%s that is given as %p stays so', (name, value) => {
    expect(valueOf(name, { [name]: value })).toBe(value);
  });
});

test.each([
  ['Wide__c', ['W-0001', 'W-0002']],
  ['Plain__c', ['1/x', '2/x']],
])('%s has its records numbered', (object, names) => {
  test_.insert(object, {}, {});
  expect(test_.column(`SELECT Name FROM ${object} ORDER BY Name`)).toEqual(names);
});

describe('the name', () => {
  test.each([
    ['Contact', { FirstName: 'A', LastName: 'B', Salutation: 'Mr.' }, 'A B'],
    ['Contact', { LastName: 'B' }, 'B'],
    ['Account', { FirstName: 'A', LastName: 'B' }, 'A B'],
    ['Account', { Name: 'Acme' }, 'Acme'],
    ['Widget__c', { Name: 'w' }, 'w'],
  ])('of %s with %p is %s', (object, record, name) => {
    const [id = ''] = test_.insert(object, record);
    expect(test_.column(`SELECT Name FROM ${object} WHERE Id = '${id}'`)).toEqual([name]);
  });

  test('of a user is made of its parts', () => {
    const { userId } = test_.user('Standard User');
    test_.save('update', 'User', [{ Id: userId, FirstName: 'F', LastName: 'L' }]);
    expect(test_.column(`SELECT Name FROM User WHERE Id = '${userId}'`)).toEqual(['F L']);
  });

  // Object Reference, "Custom Objects": without a name "the record's ID is used as its name".
  test('of a custom record without one is its id', () => {
    const [id = ''] = test_.insert('Widget__c', {});
    expect(test_.column(`SELECT Name FROM Widget__c WHERE Id = '${id}'`)).toEqual([id.slice(0, 15)]);
  });
});

// Financial Services Cloud object reference: IsActive "is derived from the Status".
test.each([
  ['In Force', true],
  ['Issued', true],
  ['Reinstated', true],
  ['Pending', false],
  [null, false],
])('a policy that is %s', (Status, active) => {
  const [account] = test_.insert('Account', { Name: 'Acme' });
  const [id = ''] = test_.insert('InsurancePolicy', { Name: 'P', NameInsuredId: account, Status });
  expect(test_.column(`SELECT IsActive FROM InsurancePolicy WHERE Id = '${id}'`)).toEqual([active]);
});
