import { zipSync } from 'fflate';

const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** The object whose rows the bench updates. */
export const ROW_OBJECT = 'Row__c';

/** An external id of Account that the bench looks up. */
export const ACCOUNT_KEY = 'Key__c';

const KINDS = ['North', 'East', 'South', 'West'];

const field = (name: string, type: string, more = ''): string =>
  `<fields><fullName>${name}</fullName><label>${name}</label><type>${type}</type>${more}</fields>`;

const KEY = '<externalId>true</externalId><length>20</length><unique>true</unique>';
const kinds = KINDS.map((kind) => `<value><fullName>${kind}</fullName><label>${kind}</label></value>`).join(
  '',
);

const FIELDS = [
  field('Code__c', 'Text', KEY),
  field(
    'Kind__c',
    'Picklist',
    `<valueSet><restricted>true</restricted><valueSetDefinition><sorted>false</sorted>${kinds}</valueSetDefinition></valueSet>`,
  ),
  field('At__c', 'DateTime'),
  field('Day__c', 'Date'),
  field('Price__c', 'Currency', '<precision>10</precision><scale>2</scale>'),
  field('Stock__c', 'Number', '<precision>9</precision><scale>0</scale>'),
  field('Active__c', 'Checkbox', '<defaultValue>false</defaultValue>'),
  field('Note__c', 'Text', '<length>80</length>'),
];

const RULE =
  '<validationRules><fullName>Price</fullName><active>true</active><errorConditionFormula>Price__c &lt; 0</errorConditionFormula>' +
  '<errorMessage>A price is not negative.</errorMessage></validationRules>';

const FILES = {
  'package.xml':
    `<Package ${XMLNS}><types><members>${ROW_OBJECT}</members><name>CustomObject</name></types>` +
    `<types><members>Account.${ACCOUNT_KEY}</members><name>CustomField</name></types><version>66.0</version></Package>`,
  [`objects/${ROW_OBJECT}.object`]:
    `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus>${FIELDS.join('')}<label>Row</label>` +
    '<nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Rows</pluralLabel>' +
    `<sharingModel>ReadWrite</sharingModel>${RULE}</CustomObject>`,
  'objects/Account.object': `<CustomObject ${XMLNS}>${field(ACCOUNT_KEY, 'Text', KEY)}</CustomObject>`,
};

/** The deploy of both as the multipart form of a deploy request. */
export function orgPackage(): FormData {
  const files = Object.entries(FILES).map(([path, text]) => [path, Buffer.from(text)] as const);
  const form = new FormData();
  const deployOptions = { singlePackage: true, rollbackOnError: true };
  form.set('entity_content', new Blob([JSON.stringify({ deployOptions })], { type: 'application/json' }));
  form.set('file', new Blob([zipSync(Object.fromEntries(files))], { type: 'application/zip' }), 'deploy.zip');
  return form;
}

/** The columns that the bench writes: a unique key, a picklist, a date-time, a date, two numbers, a checkbox and a text. */
export const COLUMNS = 'Code__c,Kind__c,At__c,Day__c,Price__c,Stock__c,Active__c,Note__c';

const two = (n: number): string => String(n).padStart(2, '0');

/** A row of those columns. Rows differ from each other and between rounds. */
export function rowOf(n: number, round: number): string {
  const m = n + round;
  const day = `20${two(10 + (m % 20))}-${two(1 + (m % 12))}-${two(1 + (m % 28))}`;
  const time = `${two(m % 24)}:${two(m % 60)}:${two((m * 7) % 60)}`;
  return [
    `R${round}-${n}`,
    KINDS[m % KINDS.length],
    `${day}T${time}.000Z`,
    day,
    `${m % 100_000}.${two(m % 100)}`,
    m,
    m % 2 === 0,
    `"Note ${m}, of round ${round}"`,
  ].join(',');
}

/** The key of the nth account. */
export const accountKey = (n: number): string => `K${String(n).padStart(8, '0')}`;
