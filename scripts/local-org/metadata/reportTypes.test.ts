import { orgForFile } from '../orgForTests.ts';
import { wrongWith } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForFile();

function reportType(
  base = 'Widget__c',
  field = 'Code__c',
  table = 'Widget__c.Gadgets__r',
  joined = 'Gadgets__r',
): string {
  const column = (name: string, of: string): string =>
    `<columns><checkedByDefault>true</checkedByDefault><field>${name}</field><table>${of}</table></columns>`;
  return metadata(
    'ReportType',
    `<baseObject>${base}</baseObject><category>other</category><deployed>true</deployed>
     <join><outerJoin>true</outerJoin><relationship>${joined}</relationship></join><label>Some</label>
     <sections>${column(field, base)}${column('Account__c.Name', 'Widget__c')}${column('Count__c', table)}<masterLabel>S</masterLabel></sections>`,
  );
}

test.each([
  [reportType('Nope__c'), 'Entity of type CustomObject named Nope__c cannot be found'],
  [reportType('Widget__c', 'Nope__c'), 'In field: field - no CustomField named Widget__c.Nope__c found'],
  [
    reportType('Widget__c', 'Account__c.Nope__c'),
    'In field: field - no CustomField named Widget__c.Account__c.Nope__c found',
  ],
  [reportType('Widget__c', 'Code__c', 'Gadget__c'), undefined],
  [
    reportType('Widget__c', 'Code__c', 'Widget__c.Nope__r'),
    'In field: field - no CustomField named Widget__c.Nope__r.Count__c found',
  ],
  [
    reportType('Widget__c', 'Code__c', 'Widget__c.Gadgets__r', 'Nope__r'),
    'In field: relationship - no relationship named Widget__c.Nope__r found',
  ],
])('report type %#', (text, expected) => {
  const found = wrongWith(test_, 'reportTypes/Some.reportType', text, { ReportType: ['Some'] });
  expect(found).toEqual(expected === undefined ? [] : [expected]);
});
