import { openOrg } from '../engine.ts';
import type { Org } from '../org.ts';
import { problems } from './deployFixture.ts';
import { metadata, packageZip, widgetPackage } from './fixture.ts';

let org: Org;
beforeAll(() => {
  org = openOrg({ language: 'nl_NL', languages: ['fr', 'de', 'ja'] });
  expect(org.deploy(widgetPackage(), {}, org.admin).success).toBe(true);
});
afterAll(() => {
  org.close();
});

const NOT_ACTIVE = 'Not available for deploy for this organization';

function deployed(
  type: string,
  folder: string,
  suffix: string,
  name: string,
  body: string,
): readonly string[] {
  const files = { [`${folder}/${name}.${suffix}`]: metadata(type, body) };
  const { messages } = org.deploy(packageZip(files, { [type]: [name] }), {}, org.admin);
  return problems(messages).map(({ problem }) => problem ?? '');
}
const objectTranslation = (language: string, body: string): readonly string[] =>
  deployed(
    'CustomObjectTranslation',
    'objectTranslations',
    'objectTranslation',
    `Widget__c-${language}`,
    body,
  );
const noun = (more: string): string =>
  `<caseValues>${more}<plural>false</plural><value>Widget</value></caseValues>`;

test('the languages of an org are told by its rows of Translation', () => {
  const { records } = org.query('SELECT Language FROM Translation WHERE IsActive = true', org.admin, {
    version: '66.0',
  });
  expect(records.map(({ Language }) => Language)).toEqual(['fr', 'de', 'ja']);
});

test.each([
  ['Translations', 'translations', 'translation', 'es'],
  ['Translations', 'translations', 'translation', 'xx'],
  ['CustomObjectTranslation', 'objectTranslations', 'objectTranslation', 'Widget__c-es'],
  ['GlobalValueSetTranslation', 'globalValueSetTranslations', 'globalValueSetTranslation', 'Any-es'],
  ['StandardValueSetTranslation', 'standardValueSetTranslations', 'standardValueSetTranslation', 'Any-es'],
])('%s in a language that is not active (%s/*.%s, %s) is refused', (type, folder, suffix, name) => {
  expect(deployed(type, folder, suffix, name, '')).toEqual([NOT_ACTIVE]);
});

test('a language that an administrator activates is taken from then on', () => {
  const [saved] = org.save(
    { operation: 'insert', object: 'Translation', records: [{ Language: 'it', IsActive: true }] },
    org.admin,
  );
  expect(deployed('Translations', 'translations', 'translation', 'it', '')).toStrictEqual([]);
  org.save(
    { operation: 'update', object: 'Translation', records: [{ Id: saved?.id, IsActive: false }] },
    org.admin,
  );
  expect(deployed('Translations', 'translations', 'translation', 'it', '')).toEqual([NOT_ACTIVE]);
});

test("the org's own language and the active ones are taken", () => {
  for (const language of ['nl_NL', 'fr', 'de'])
    expect(objectTranslation(language, noun(''))).toStrictEqual([]);
});

test.each([
  ['de', '<startsWith>Vowel</startsWith>', 'Cannot specify a startsWith attribute for this language'],
  ['nl_NL', '<startsWith>Consonant</startsWith>', 'Cannot specify a startsWith attribute for this language'],
  ['ja', '<gender>Feminine</gender>', 'Cannot specify a gender attribute for this language'],
  ['fr', '<gender>Neuter</gender>', 'Cannot specify Neuter as the gender attribute for this language'],
  ['fr', noun('<caseType>Dative</caseType>'), 'Cannot specify a caseType attribute for this language'],
  ['de', noun('<article>Definite</article>'), 'Cannot specify a article attribute for this language'],
  [
    'de',
    noun('<caseType>Locative</caseType>'),
    'Cannot specify Locative as the caseType attribute for this language',
  ],
  [
    'ja',
    '<caseValues><plural>true</plural><value>W</value></caseValues>',
    'Cannot specify a plural attribute for this language',
  ],
  [
    'de',
    '<fields><name>Account__c</name><startsWith>Vowel</startsWith></fields>',
    'Cannot specify a startsWith attribute for this language',
  ],
])('the grammar of %s refuses %s', (language, body, problem) => {
  expect(objectTranslation(language, body)).toEqual([problem]);
});

test.each([
  ['fr', `<gender>Masculine</gender><startsWith>Vowel</startsWith>${noun('')}`],
  ['de', `<gender>Neuter</gender>${noun('<caseType>Genitive</caseType>')}`],
])('the grammar of %s takes what the language has', (language, body) => {
  expect(objectTranslation(language, body)).toStrictEqual([]);
});

// https://github.com/SalesforceFoundation/EDA/issues/326: an object's file speaks the language of the org.
test("an object's own noun follows the grammar of the org's language", () => {
  const body = `<label>Thing</label><nameField><label>Name</label><type>Text</type></nameField><pluralLabel>Things</pluralLabel>
    <sharingModel>Read</sharingModel><startsWith>Consonant</startsWith>`;
  expect(deployed('CustomObject', 'objects', 'object', 'Thing__c', body)).toEqual([
    'Cannot specify a startsWith attribute for this language',
  ]);
});
