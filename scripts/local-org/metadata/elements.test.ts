import type { DeployOptions } from '../org.ts';
import { only } from '../testOrg.ts';
import { orgForEachTest } from '../orgForTests.ts';
import { deployTo, problems, textField, widgetFields } from './deployFixture.ts';
import { metadata } from './fixture.ts';

const test_ = orgForEachTest();

const deploy = (
  files: Record<string, string>,
  types: Record<string, readonly string[]>,
  options: DeployOptions = {},
) => deployTo(test_, files, types, options);
const page = (body: string): Record<string, string> => ({
  'flexipages/Page.flexipage': metadata(
    'FlexiPage',
    `<masterLabel>Page</masterLabel><sobjectType>Widget__c</sobjectType><type>RecordPage</type>${body}`,
  ),
});
const region = (instance: string): string =>
  `<flexiPageRegions><itemInstances><componentInstance>${instance}</componentInstance></itemInstances><name>main</name><type>Region</type></flexiPageRegions>`;

test.each([
  [
    'a dependent picklist',
    widgetFields(
      '<fields><fullName>Shade__c</fullName><label>Shade</label><type>Picklist</type><valueSet><controllingField>Colour__c</controllingField><valueSetDefinition><sorted>false</sorted></valueSetDefinition></valueSet></fields>',
    ),
    { CustomField: ['Widget__c.Shade__c'] },
    'A dependent picklist is not supported by this org',
  ],
  [
    'a field with an element that it has not',
    widgetFields(textField('Odd__c', '<length>10</length><colour>red</colour>')),
    { CustomField: ['Widget__c.Odd__c'] },
    'Error parsing file: Element {http://soap.sforce.com/2006/04/metadata}colour invalid at this location in type CustomField',
  ],
  [
    'a page without its template',
    page(region('<componentName>force:detailPanel</componentName>')),
    { FlexiPage: ['Page'] },
    'Required field is missing: template',
  ],
  [
    'a grant without its field',
    {
      'permissionsets/Other.permissionset': metadata(
        'PermissionSet',
        '<fieldPermissions><editable>false</editable></fieldPermissions><label>Other</label>',
      ),
    },
    { PermissionSet: ['Other'] },
    'Required field is missing: field',
  ],
])('%s is refused', (_name, files, types, problem) => {
  expect(only(problems(deploy(files, types).messages)).problem).toBe(problem);
});
