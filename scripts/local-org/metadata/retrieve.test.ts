import { orgForFile } from '../orgForTests.ts';
import { deployTo, textField, widgetFields } from './deployFixture.ts';
import { metadata } from './fixture.ts';
import { type Retrieved, retrieved } from './retrieve.ts';

const test_ = orgForFile(() => now);
let now = new Date('2026-11-01T10:00:00Z');

const label = (name: string): string =>
  `<labels><fullName>${name}</fullName><language>en_US</language><protected>true</protected><shortDescription>${name}</shortDescription><value>${name}</value></labels>`;

const ask = (wanted: Readonly<Record<string, readonly string[]>>): Retrieved =>
  retrieved((type) => test_.org.components(type), new Map(Object.entries(wanted)));

test('an object comes with its parts, a part alone in the file of its object', () => {
  const { files } = ask({ CustomObject: ['Widget__c'], CustomField: ['Account.Number__c'] });
  expect([...files.keys()].sort()).toEqual(['objects/Account.object', 'objects/Widget__c.object']);
  expect(files.get('objects/Widget__c.object')).toMatchObject({
    content: {
      label: 'Widget',
      fields: expect.arrayContaining([expect.objectContaining({ fullName: 'Code__c' })]) as unknown,
      validationRules: [{ fullName: 'Sold_Needs_Day' }],
    },
  });
  expect(files.get('objects/Account.object')).toEqual({
    type: 'CustomObject',
    content: { fields: [expect.objectContaining({ fullName: 'Number__c' })] },
  });
});

test('all labels come in one file', () => {
  const files = { 'labels/CustomLabels.labels': metadata('CustomLabels', label('One') + label('Two')) };
  expect(deployTo(test_, files, { CustomLabels: ['CustomLabels'] }).success).toBe(true);
  for (const wanted of [{ CustomLabels: ['CustomLabels'] }, { CustomLabel: ['*'] }])
    expect(ask(wanted).files.get('labels/CustomLabels.labels')).toMatchObject({
      content: { labels: [{ fullName: 'One' }, { fullName: 'Two' }] },
    });
});

test('what the org does not have is told', () => {
  expect(ask({ PermissionSet: ['Reader', 'Nope'] })).toMatchObject({
    found: [{ fullName: 'Reader' }],
    missing: [{ type: 'PermissionSet', fullName: 'Nope' }],
  });
});

test('a component keeps the day on which it came', () => {
  const types = { CustomField: ['Widget__c.Later__c'] };
  deployTo(test_, widgetFields(textField('Later__c')), types);
  now = new Date('2026-11-02T10:00:00Z');
  deployTo(test_, widgetFields(textField('Later__c', '<length>20</length>')), types);
  expect(test_.org.componentStamps('CustomField').get('Widget__c.Later__c')).toEqual({
    createdDate: '2026-11-01T10:00:00.000Z',
    createdById: test_.org.admin.userId,
    lastModifiedDate: '2026-11-02T10:00:00.000Z',
    lastModifiedById: test_.org.admin.userId,
  });
});

test.each(['Tools', 'Tools/'])('a folder of reports comes by its name among them: %s', (name) => {
  const path = 'reports/Tools-meta.xml';
  const files = { [path]: metadata('ReportFolder', '<name>Tools</name>') };
  expect(deployTo(test_, files, { Report: ['Tools'] }).success).toBe(true);
  const answer = ask({ Report: [name] });
  expect(answer.missing).toStrictEqual([]);
  expect(answer.files.get(path)).toEqual({ type: 'ReportFolder', content: { name: 'Tools' } });
});
