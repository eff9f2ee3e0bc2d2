import { metadata } from './fixture.ts';
import { parseXml } from './xmlDocument.ts';

function problemOf(text: string): string | undefined {
  const document = parseXml(text);
  return 'message' in document ? document.message : document.problem?.message;
}
const ELEMENT = 'Element {http://soap.sforce.com/2006/04/metadata}';

test.each<[string, string, string, string]>([
  [
    'an unknown element',
    'CustomField',
    '<colour>red</colour>',
    `${ELEMENT}colour invalid at this location in type CustomField`,
  ],
  [
    'an unknown element two levels down',
    'FlexiPage',
    '<flexiPageRegions><itemInstances><componentInstance><componentName>a</componentName><colour>x</colour></componentInstance></itemInstances></flexiPageRegions>',
    `${ELEMENT}colour invalid at this location in type ComponentInstance`,
  ],
  // The shapes of pages before API version 49.
  [
    'a component directly in a region',
    'FlexiPage',
    '<flexiPageRegions><componentInstances><componentName>a</componentName></componentInstances></flexiPageRegions>',
    `${ELEMENT}componentInstances invalid at this location in type FlexiPageRegion`,
  ],
  [
    'an unknown element in a permission',
    'PermissionSet',
    '<objectPermissions><allowGrow>true</allowGrow></objectPermissions>',
    `${ELEMENT}allowGrow invalid at this location in type PermissionSetObjectPermissions`,
  ],
  [
    'an element twice',
    'CustomField',
    '<label>a</label><label>b</label>',
    'Element label is duplicated at this location in type CustomField',
  ],
  // Public deploy logs say so of lists too whose entries stand apart (PermissionSet, Flow).
  [
    'a list in two places',
    'PermissionSet',
    '<userPermissions><enabled>true</enabled><name>A</name></userPermissions><label>x</label><userPermissions><enabled>true</enabled><name>B</name></userPermissions>',
    'Element userPermissions is duplicated at this location in type PermissionSet',
  ],
  // "'DefaultOn' is not a valid value for the enum 'PermissionSetTabVisibility'": a public deploy log.
  [
    'a value that is none of the enumeration',
    'PermissionSet',
    '<tabSettings><tab>x</tab><visibility>DefaultOn</visibility></tabSettings>',
    "'DefaultOn' is not a valid value for the enum 'PermissionSetTabVisibility'",
  ],
  [
    'a sharing model that there is not',
    'CustomObject',
    '<sharingModel>Banana</sharingModel>',
    "'Banana' is not a valid value for the enum 'SharingModel'",
  ],
  [
    'a boolean that is none',
    'CustomField',
    '<required>yes</required>',
    "'yes' is not a valid value for the type xsd:boolean",
  ],
  // forcedotcom/wsc TypeMapper.readInt: Integer.parseInt.
  ['a number that is none', 'CustomField', '<length>ten</length>', 'For input string: "ten"'],
])('%s is refused', (_name, type, body, problem) => {
  expect(problemOf(metadata(type, body))).toBe(problem);
});

test('the problem stands where its element is', () => {
  expect(parseXml(metadata('CustomField', '<label>a</label>\n  <colour>red</colour>'))).toMatchObject({
    problem: { line: 4, column: 3 },
  });
});

test('a document type declaration is refused', () => {
  expect(problemOf(`<!DOCTYPE a [<!ENTITY x "y">]>${metadata('CustomTab', '')}`)).toMatch(
    /^DOCTYPE is disallowed/,
  );
});

test('text that is no XML is refused', () => {
  for (const text of ['', 'no', '<a>', '<a></b>', '<a/><b/>'])
    expect(problemOf(text)).toEqual(expect.any(String));
});

test('elements that may repeat are lists, others are not', () => {
  expect(
    parseXml(
      metadata(
        'PermissionSet',
        '<label>A &amp; B</label><userPermissions><enabled>true</enabled><name>A</name></userPermissions>',
      ),
    ),
  ).toEqual({
    root: 'PermissionSet',
    content: { label: 'A & B', userPermissions: [{ enabled: 'true', name: 'A' }] },
  });
});
