const XMLNS = 'xmlns="http://soap.sforce.com/2006/04/metadata"';

/** An object whose page has only a detail panel with many fields, which a long view is compared with. */
export const WIDE_OBJECT = 'Wide__c';

const fieldNames = (count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `Field_${index}__c`);

/** The object with `count` text fields and a layout of two columns, as a metadata package (path -> text). */
export function widePackage(count: number): Readonly<Record<string, string>> {
  const names = fieldNames(count);
  const fields = names.map(
    (name) =>
      `<fields><fullName>${name}</fullName><label>${name}</label><length>80</length><type>Text</type></fields>`,
  );
  const columns = [0, 1].map((column) => {
    const items = names.filter((_, index) => index % 2 === column);
    return `<layoutColumns>${items.map((name) => `<layoutItems><behavior>Edit</behavior><field>${name}</field></layoutItems>`).join('')}</layoutColumns>`;
  });
  return {
    'package.xml':
      `<Package ${XMLNS}><types><members>${WIDE_OBJECT}</members><name>CustomObject</name></types>` +
      `<types><members>${WIDE_OBJECT}-Wide</members><name>Layout</name></types><version>66.0</version></Package>`,
    [`objects/${WIDE_OBJECT}.object`]:
      `<CustomObject ${XMLNS}><deploymentStatus>Deployed</deploymentStatus>${fields.join('')}<label>Wide</label>` +
      '<nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Wide</pluralLabel>' +
      '<sharingModel>ReadWrite</sharingModel></CustomObject>',
    [`layouts/${WIDE_OBJECT}-Wide.layout`]:
      `<Layout ${XMLNS}><layoutSections><label>Fields</label>${columns.join('')}` +
      '<style>TwoColumnsTopToBottom</style></layoutSections></Layout>',
  };
}

/** A record with a value in each of the `count` fields. */
export const wideRecord = (count: number): Readonly<Record<string, string>> => ({
  Name: 'Wide',
  ...Object.fromEntries(fieldNames(count).map((name) => [name, 'waarde'])),
});
