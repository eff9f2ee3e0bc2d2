import { orgForFile } from '../orgForTests.ts';
import { wrongWith } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForFile();

const action = (body: string, name = 'Account.Follow_Up'): readonly string[] =>
  wrongWith(test_, `quickActions/${name}.quickAction`, metadata('QuickAction', body), {
    QuickAction: [name],
  });
const create = (target: string, ...fields: readonly string[]): string =>
  `<fieldOverrides><field>${fields[0] ?? 'Subject'}</field><formula>"Call"</formula></fieldOverrides>
   <label>Follow up</label><optionsCreateFeedItem>false</optionsCreateFeedItem>
   <quickActionLayout><layoutSectionStyle>TwoColumnsLeftToRight</layoutSectionStyle>
   <quickActionLayoutColumns>${fields.map((field) => `<quickActionLayoutItems><emptySpace>false</emptySpace><field>${field}</field><uiBehavior>Edit</uiBehavior></quickActionLayoutItems>`).join('')}</quickActionLayoutColumns></quickActionLayout>
   <targetObject>${target}</targetObject><type>Create</type>`;

test.each([
  ['a task', create('Task', 'Subject', 'ActivityDate'), []],
  ['a widget', create('Widget__c', 'Code__c'), []],
  [
    'an unknown field',
    create('Task', 'Subject', 'Due__c'),
    ['In field: field - no CustomField named Task.Due__c found'],
  ],
  [
    'an unknown override',
    create('Widget__c', 'Nope__c').replace(/<quickActionLayoutItems>.*?<\/quickActionLayoutItems>/, ''),
    ['In field: field - no CustomField named Widget__c.Nope__c found'],
  ],
  [
    'an unknown target',
    create('Nope__c', 'Name'),
    ['Entity of type CustomObject named Nope__c cannot be found'],
  ],
  [
    'no target',
    create('Task', 'Subject').replace('<targetObject>Task</targetObject>', ''),
    ['Required field is missing: targetObject'],
  ],
  [
    'no label',
    create('Task', 'Subject').replace('<label>Follow up</label>', ''),
    ['Required field is missing: label'],
  ],
  [
    'a label of 81 letters',
    create('Task', 'Subject').replace('Follow up', 'l'.repeat(81)),
    [expect.stringContaining('Label: data value too large')],
  ],
  [
    'an unknown component',
    '<label>Open</label><lightningWebComponent>nope</lightningWebComponent><optionsCreateFeedItem>false</optionsCreateFeedItem><type>LightningWebComponent</type>',
    ['In field: lightningWebComponent - no LightningComponentBundle named nope found'],
  ],
])('a quick action with %s', (_what, body, expected) => {
  expect(action(body)).toEqual(expected);
});

test('a quick action of an object that there is not is refused, as is one with a wrong name', () => {
  expect(action(create('Task', 'Subject'), 'Nope__c.Follow_Up')).toEqual([
    'Entity of type CustomObject named Nope__c cannot be found',
  ]);
  expect(action(create('Task', 'Subject'), 'Account.Follow__Up')).toEqual([
    expect.stringContaining('can only contain underscores'),
  ]);
});
