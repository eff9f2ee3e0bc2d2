import { deployTo, problems } from '../metadata/deployFixture.ts';
import { metadata } from '../metadata/fixture.ts';
import type { JsonRecord } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForFile } from '../orgForTests.ts';

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const formulaField = (name: string, type: string, formula: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><formula>${escaped(formula)}</formula><label>${name}</label>${more}<type>${type}</type></fields>`;
const SIZE = '<precision>18</precision><scale>2</scale>';
const MORE: Readonly<Record<string, string>> = {
  Number: `<formulaTreatBlanksAs>BlankAsBlank</formulaTreatBlanksAs>${SIZE}`,
  Zero: `<formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs>${SIZE}`,
  Percent: SIZE,
};

/** Formula fields of a widget, named F0__c, F1__c and so on: type, formula, what it is for a full widget and for an empty one. `Zero` takes blanks for zeros. */
const CASES: readonly (readonly [string, string, unknown, unknown])[] = [
  ['Number', 'Weight__c * 2', 5, null],
  ['Zero', 'Weight__c * 2', 5, 0],
  ['Number', 'Weight__c / 3', 0.83, null],
  ['Number', 'Share__c * 100', 25, null],
  ['Percent', 'Weight__c / 10', 25, 0],
  ['Number', 'IF(ISBLANK(Weight__c), 1, 0)', 0, 1],
  ['Number', 'LEN(Code__c)', 3, 0],
  ['Number', 'IF(Sold__c, 1, 2)', 1, 2],
  ['Number', 'YEAR(Sold_On__c)', 2026, null],
  ['Number', 'CASE(Colour__c, "Red", 1, 2)', 1, 2],
  ['Text', 'Code__c & "x"', 'AbCx', 'x'],
  ['Text', 'Code__c', 'AbC', null],
  ['Text', 'Mail__c', 'a@b.be', null],
  ['Text', 'TEXT(Colour__c)', 'Red', null],
  ['Text', 'IF(INCLUDES(Tags__c, "b"), "y", "n")', 'y', 'n'],
  ['Text', 'IF(ISBLANK(Sold_On__c), "none", "some")', 'some', 'none'],
  ['Text', 'IF(ISBLANK(Seen__c), "none", "some")', 'some', 'none'],
  ['Text', 'TEXT(Double_Weight__c)', '5', '0'],
  ['Text', 'Account__r.Name', 'Acme', null],
  ['Text', 'account__r.owner.username', 'ADMIN', null],
  ['Text', 'Account__r.Owner.Profile.Name', 'System Administrator', null],
  ['Text', '$User.Username', 'ADMIN', 'ADMIN'],
  ['Text', '$Profile.Name', 'System Administrator', 'System Administrator'],
  ['Text', '"TODAY() /* x */"', 'TODAY() /* x */', 'TODAY() /* x */'],
  ['Text', "'it is ISNEW()'", 'it is ISNEW()', 'it is ISNEW()'],
  ['Text', '/* the code, "Red" too */ Code__c /* and\n more */ & "!"', 'AbC!', '!'],
  ['Date', 'Sold_On__c + 1', '2026-01-03', null],
  ['Date', 'TODAY()', '2026-11-23', '2026-11-23'],
  ['Date', 'today( ) + 1', '2026-11-24', '2026-11-24'],
  ['DateTime', 'NOW ( )', '2026-11-22T23:30:00.000+0000', '2026-11-22T23:30:00.000+0000'],
  ['DateTime', 'NOW()', '2026-11-22T23:30:00.000+0000', '2026-11-22T23:30:00.000+0000'],
  ['DateTime', 'Seen__c + 1', '2026-01-03T03:04:05.000+0000', null],
  ['Number', 'Price__c * 2', 6, null],
  ['Number', 'Account__r.NumberOfEmployees + 1', 6, null],
  ['Text', 'TEXT(Price__c)', '3', '0'],
  ['Checkbox', 'Sold__c', true, false],
  ['Checkbox', 'Weight__c > 2', true, false],
  ['Checkbox', 'Weight__c < 3', true, true],
  ['Number', 'IF(Weight__c < 3, 1, 0)', 1, 0],
  ['Number', 'IF(F0__c < 6, 1, 0)', 1, 0],
  ['Number', 'F0__c * 2', 10, null],
  ['Zero', 'F0__c + 1', 6, 1],
  ['Text', 'F10__c & "y"', 'AbCxy', 'xy'],
  ['Date', 'F26__c + 1', '2026-01-04', null],
  ['Checkbox', 'NOT(Sold_On__c > TODAY())', true, true],
  ['Checkbox', 'ISPICKVAL(Colour__c, "Red")', true, false],
  ['Checkbox', 'ISBLANK(Account__r.Name)', false, true],
  ['Checkbox', 'ISBLANK(Account__r.Owner.Username)', false, true],
  ['Checkbox', 'ISBLANK(Account__r.Id)', false, true],
  ['Checkbox', 'ISBLANK(Account__r.OwnerId)', false, true],
  ['Checkbox', 'ISBLANK(Opens__c)', false, true],
  ['Text', 'Account__r.Phone', '+32 1', null],
  ['Text', 'Account__r.Website', 'https://acme.be', null],
  ['Text', 'Account__r.BillingStreet', 'Street 1', null],
  ['Number', 'IF(F35__c, 1, 2)', 1, 2],
  ['Text', 'IF(INCLUDES(Tags__c, ";"), "y", "n")', 'n', 'n'],
  ['Text', 'IF(INCLUDES(Tags__c, "null"), "y", "n")', 'n', 'n'],
  ['DateTime', 'NOW() + 1', '2026-11-23T23:30:00.000+0000', '2026-11-23T23:30:00.000+0000'],
];

/** Rules of a part, by their names; each says its name. */
const RULES: Readonly<Record<string, string>> = {
  New: 'ISNEW ( ) && Code__c = "new"',
  Changed: 'AND(Level__c = 1, ISCHANGED ( Code__c ))',
  ChangedLevel: 'AND(Level__c = 1, isChanged(level__c))',
  Prior: 'AND(Level__c = 2, PRIORVALUE ( Code__c ) = "old")',
  PriorOfNew: 'AND(Level__c = 3, ISNEW(), PRIORVALUE(Code__c) = "same")',
  Permission: 'AND(Level__c = 4, $Permission.Polish)',
  NoPermission: 'AND(Level__c = 4, NOT($Permission.Nope))',
};
/** Rules that can't be evaluated. */
const BROKEN: Readonly<Record<string, string>> = {
  Parent: 'Gone__r.Name = "x"',
  Global: '$Gone.Name = "x"',
  OfUser: '$User.Gone__c = "x"',
  Wrong: 'LEN(Level__c, 2) > 1',
};
const rule = (name: string, formula: string): string =>
  `<validationRules><fullName>${name}</fullName><active>true</active><errorConditionFormula>${escaped(formula)}</errorConditionFormula><errorMessage>${name}</errorMessage></validationRules>`;
const PART = `<fields><fullName>Code__c</fullName><label>Code</label><length>20</length><type>Text</type></fields>
  <fields><fullName>Level__c</fullName><label>Level</label><precision>4</precision><scale>0</scale><type>Number</type></fields>`;
const customObject = (...rules: readonly string[]): string =>
  metadata(
    'CustomObject',
    `${PART}<label>Part</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Parts</pluralLabel><sharingModel>ReadWrite</sharingModel><deploymentStatus>Deployed</deploymentStatus>${rules.join('')}`,
  );

const nameOf = (index: number): string => `F${index}__c`;
const test_ = orgForFile(() => new Date('2026-11-22T23:30:00.789Z'));
let username: string;
beforeAll(() => {
  username = test_.org.admin.username;
  const formulas = CASES.map(([type, formula], index) =>
    formulaField(nameOf(index), type === 'Zero' ? 'Number' : type, formula, MORE[type]),
  );
  const share = `<fields><fullName>Share__c</fullName><label>Share</label>${SIZE}<type>Percent</type></fields>`;
  const opens = '<fields><fullName>Opens__c</fullName><label>Opens</label><type>Time</type></fields>';
  const kind = formulaField('Kind__c', 'Text', '$RecordType.DeveloperName & Name');
  const rules = Object.entries(RULES).map(([name, formula]) => rule(name, formula));
  const files = {
    'objects/Widget__c.object': metadata('CustomObject', [share, opens, ...formulas].join('')),
    'objects/Account.object': metadata('CustomObject', kind),
    'objects/Part__c.object': customObject(...rules),
    'objects/Broken__c.object': customObject(
      ...Object.keys(BROKEN).map((name) => rule(name, BROKEN[name] ?? '')),
    ),
  };
  const fields = [
    'Widget__c.Share__c',
    'Widget__c.Opens__c',
    'Account.Kind__c',
    ...CASES.map((_, at) => `Widget__c.${nameOf(at)}`),
  ];
  const types = { CustomField: fields, CustomObject: ['Part__c', 'Broken__c'] };
  expect(problems(deployTo(test_, files, types).messages)).toStrictEqual([]);
  const [Account__c] = test_.insert('Account', {
    Name: 'Acme',
    NumberOfEmployees: 5,
    Phone: '+32 1',
    Website: 'https://acme.be',
    BillingStreet: 'Street 1',
  });
  test_.insert(
    'Widget__c',
    {
      Name: 'full',
      Account__c,
      Code__c: 'AbC',
      Weight__c: 2.5,
      Price__c: 3,
      Share__c: 25,
      Opens__c: '09:30',
      Mail__c: 'a@b.be',
      Colour__c: 'Red',
      Tags__c: 'a;b',
      Sold__c: true,
      Sold_On__c: '2026-01-02',
      Seen__c: '2026-01-02T03:04:05Z',
    },
    { Name: 'empty' },
  );
});

test.each(CASES.map((each, index) => [...each, nameOf(index)] as const))(
  'the %s field %s is %p, and %p without values',
  (_type, _formula, full, empty, name) => {
    const values = test_.column(`SELECT ${name} FROM Widget__c ORDER BY Name`);
    expect(values).toEqual([empty, full].map((value) => (value === 'ADMIN' ? username : value)));
  },
);

test('a field of the record type', () => {
  const [Id = ''] = test_.insert('Account', { LastName: 'P' });
  expect(test_.column(`SELECT Kind__c FROM Account WHERE Id = '${Id}'`)).toEqual(['PersonAccountP']);
});

test('another user has another day, and other values of $User', () => {
  const user = test_.user('System Administrator');
  test_.save('update', 'User', [{ Id: user.userId, TimeZoneSidKey: 'America/Los_Angeles' }]);
  const at = (formula: string) => nameOf(CASES.findIndex((each) => each[1] === formula));
  const [today, name] = [at('TODAY()'), at('$User.Username')];
  expect(test_.rows(`SELECT ${today}, ${name} FROM Widget__c WHERE Name = 'empty'`, user)).toEqual([
    { [today]: '2026-11-22', [name]: expect.stringMatching(/^user\d+@example.com$/) as unknown },
  ]);
});

describe('a validation rule', () => {
  const broken = (record: JsonRecord, operation: 'insert' | 'update' = 'insert') =>
    only(test_.save(operation, 'Part__c', [record])).errors.map(({ message }) => message);

  test.each<readonly [JsonRecord, JsonRecord, readonly string[]]>([
    [{ Code__c: 'x' }, { Code__c: 'new' }, []],
    [{ Code__c: 'x', Level__c: 1 }, { Code__c: 'y' }, ['Changed']],
    [{ Code__c: 'x', Level__c: 1 }, { Code__c: 'x', Name: 'n' }, []],
    [{ Code__c: 'x', Level__c: 0 }, { Level__c: 1 }, ['ChangedLevel']],
    [{ Code__c: 'old', Level__c: 0 }, { Code__c: 'y', Level__c: 2 }, ['Prior']],
    [{ Code__c: 'x', Level__c: 2 }, { Code__c: 'old' }, []],
  ])('knows what the record %p was when it gets %p', (record, change, expected) => {
    const [Id] = test_.insert('Part__c', record);
    expect(broken({ Id, ...change }, 'update')).toEqual(expected);
  });

  test('knows whether a record is new', () => {
    expect(broken({ Code__c: 'new' })).toEqual(['New']);
    expect(broken({ Code__c: 'x', Level__c: 1 })).toStrictEqual([]);
    expect(broken({ Code__c: 'same', Level__c: 3 })).toEqual(['PriorOfNew']);
  });

  test('that names what is not there says so', () => {
    const { errors } = only(test_.save('insert', 'Broken__c', [{}]));
    const problem = (name: string, what: string) =>
      `The validation rule ${name} could not be evaluated: ${what}`;
    const unknown = (name: string, what: string) =>
      problem(name, `Field ${what} does not exist. Check spelling.`);
    expect(errors.map(({ message }) => message)).toEqual([
      unknown('Parent', 'Gone__r.Name'),
      unknown('Global', '$Gone.Name'),
      unknown('OfUser', '$User.Gone__c'),
      problem('Wrong', "Incorrect number of parameters for function 'LEN()'. Expected 1, received 2"),
    ]);
  });

  test('knows the permissions of the user', () => {
    expect(broken({ Level__c: 4 })).toEqual(['NoPermission']);
    const [PermissionSetId] = test_.column("SELECT Id FROM PermissionSet WHERE Name = 'Reader'");
    test_.insert('PermissionSetAssignment', { AssigneeId: test_.org.admin.userId, PermissionSetId });
    expect(broken({ Level__c: 4 })).toEqual(['Permission', 'NoPermission']);
  });
});
