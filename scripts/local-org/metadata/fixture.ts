import { strToU8, zipSync } from 'fflate';

const NAMESPACE = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** A metadata package of those files; each entry of `types` is a line of package.xml. For tests. */
export function packageZip(
  files: Readonly<Record<string, string>>,
  types: Readonly<Record<string, readonly string[]>>,
  version = '66.0',
): Uint8Array {
  const listed = Object.entries(types)
    .map(
      ([name, members]) =>
        `<types>${members.map((member) => `<members>${member}</members>`).join('')}<name>${name}</name></types>`,
    )
    .join('');
  const manifest = `<Package ${NAMESPACE}>${listed}<version>${version}</version></Package>`;
  const texts = { ...files, 'package.xml': manifest };
  return zipSync(Object.fromEntries(Object.entries(texts).map(([path, text]) => [path, strToU8(text)])));
}

/** A metadata file: the root element with its namespace. */
export function metadata(root: string, body: string): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n<${root} ${NAMESPACE}>\n${body}\n</${root}>\n`;
}

const picklist = (name: string, type: string, restricted: boolean, values: readonly string[]): string =>
  `<fields><fullName>${name}</fullName><label>${name.replace('__c', '')}</label><type>${type}</type>${type === 'MultiselectPicklist' ? '<visibleLines>4</visibleLines>' : ''}
   <valueSet><restricted>${restricted}</restricted><valueSetDefinition><sorted>false</sorted>${values
     .map(
       (value) =>
         `<value><fullName>${value}</fullName><default>false</default><label>${value} label</label></value>`,
     )
     .join('')}</valueSetDefinition></valueSet></fields>`;

/** Widget__c: a field of each kind that the org distinguishes. */
const WIDGET = metadata(
  'CustomObject',
  `<fields><fullName>Code__c</fullName><externalId>true</externalId><label>Code</label><length>20</length><type>Text</type><unique>true</unique><caseSensitive>false</caseSensitive></fields>
   <fields><fullName>Serial__c</fullName><externalId>true</externalId><label>Serial</label><length>20</length><type>Text</type></fields>
   ${picklist('Colour__c', 'Picklist', true, ['Red', 'Green', 'Blue'])}
   ${picklist('Size__c', 'Picklist', false, ['S', 'M'])}
   ${picklist('Tags__c', 'MultiselectPicklist', true, ['a', 'b', 'c'])}
   <fields><fullName>Weight__c</fullName><label>Weight</label><precision>8</precision><scale>2</scale><type>Number</type></fields>
   <fields><fullName>Price__c</fullName><label>Price</label><precision>16</precision><scale>2</scale><type>Currency</type></fields>
   <fields><fullName>Sold__c</fullName><defaultValue>false</defaultValue><label>Sold</label><type>Checkbox</type></fields>
   <fields><fullName>Sold_On__c</fullName><label>Sold On</label><type>Date</type></fields>
   <fields><fullName>Seen__c</fullName><label>Seen</label><type>DateTime</type></fields>
   <fields><fullName>Mail__c</fullName><label>Mail</label><type>Email</type></fields>
   <fields><fullName>Notes__c</fullName><label>Notes</label><length>1000</length><type>LongTextArea</type><visibleLines>3</visibleLines></fields>
   <fields><fullName>Account__c</fullName><label>Account</label><referenceTo>Account</referenceTo><relationshipLabel>Widgets</relationshipLabel><relationshipName>Widgets</relationshipName><type>Lookup</type></fields>
   <fields><fullName>Double_Weight__c</fullName><formula>Weight__c * 2</formula><formulaTreatBlanksAs>BlankAsZero</formulaTreatBlanksAs><label>Double Weight</label><precision>18</precision><scale>2</scale><type>Number</type></fields>
   <label>Widget</label><nameField><label>Widget Name</label><type>Text</type></nameField><pluralLabel>Widgets</pluralLabel>
   <sharingModel>Read</sharingModel><deploymentStatus>Deployed</deploymentStatus>
   <validationRules><fullName>Sold_Needs_Day</fullName><active>true</active><errorConditionFormula>AND(Sold__c, ISBLANK(Sold_On__c))</errorConditionFormula><errorDisplayField>Sold_On__c</errorDisplayField><errorMessage>A sold widget has a day.</errorMessage></validationRules>`,
);

const GADGET = metadata(
  'CustomObject',
  `<fields><fullName>Widget__c</fullName><label>Widget</label><referenceTo>Widget__c</referenceTo><relationshipLabel>Gadgets</relationshipLabel><relationshipName>Gadgets</relationshipName><relationshipOrder>0</relationshipOrder><type>MasterDetail</type></fields>
   <fields><fullName>Count__c</fullName><label>Count</label><precision>4</precision><scale>0</scale><type>Number</type></fields>
   <label>Gadget</label><nameField><displayFormat>G-{0000}</displayFormat><label>Number</label><type>AutoNumber</type></nameField><pluralLabel>Gadgets</pluralLabel>
   <sharingModel>ControlledByParent</sharingModel><deploymentStatus>Deployed</deploymentStatus>`,
);

const ACCOUNT = metadata(
  'CustomObject',
  `<fields><fullName>Number__c</fullName><externalId>true</externalId><label>Number</label><length>20</length><type>Text</type><unique>true</unique></fields>`,
);

const READER = metadata(
  'PermissionSet',
  `<label>Reader</label><hasActivationRequired>false</hasActivationRequired>
   <customPermissions><enabled>true</enabled><name>Polish</name></customPermissions>
   <fieldPermissions><editable>false</editable><field>Widget__c.Code__c</field><readable>true</readable></fieldPermissions>
   <fieldPermissions><editable>true</editable><field>Widget__c.Weight__c</field><readable>true</readable></fieldPermissions>
   <objectPermissions><allowCreate>true</allowCreate><allowDelete>false</allowDelete><allowEdit>true</allowEdit><allowRead>true</allowRead><modifyAllRecords>false</modifyAllRecords><object>Widget__c</object><viewAllRecords>false</viewAllRecords></objectPermissions>`,
);

/** The objects, permission set and custom permission of the engine's tests. */
export function widgetPackage(): Uint8Array {
  return packageZip(
    {
      'objects/Widget__c.object': WIDGET,
      'objects/Gadget__c.object': GADGET,
      'objects/Account.object': ACCOUNT,
      'permissionsets/Reader.permissionset': READER,
      'customPermissions/Polish.customPermission': metadata('CustomPermission', '<label>Polish</label>'),
    },
    {
      CustomField: ['Account.Number__c'],
      CustomObject: ['Widget__c', 'Gadget__c'],
      CustomPermission: ['Polish'],
      PermissionSet: ['Reader'],
    },
  );
}
