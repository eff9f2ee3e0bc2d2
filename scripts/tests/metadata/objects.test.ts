import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { HIDDEN_REASONS, PRODUCTS } from '../../feed/knownCodes.ts';
import {
  CONNECT360,
  elements,
  fieldsOf,
  filesUnder,
  FORCE_APP,
  picklistOf,
  readXml,
  text,
  TRANSLATIONS,
} from './source.ts';

const OWN_PREFIX = 'CuZo_';

/** Limits of a field: Salesforce Metadata API guide, CustomField. */
const MAX_LABEL = 40;
const MAX_HELP = 510;

const own = fieldsOf(FORCE_APP);

test('no file of force-app names a custom field or object of the org it goes to', () => {
  const allowed = new Set(own.map((field) => field.name));
  const foreign = filesUnder(FORCE_APP, '')
    .filter((file) => /\.(xml|html|css|ts)$/.test(file) && !file.includes('__tests__'))
    .flatMap((file) =>
      [...readFileSync(file, 'utf8').matchAll(/\b[A-Za-z]\w*?__(?:c|r|pc)\b/g)]
        .flat()
        .filter((name) => !name.startsWith(OWN_PREFIX) && !allowed.has(name))
        .map((name) => `${file}: ${name}`),
    );
  expect(foreign).toStrictEqual([]);
});

test('fields on objects of the org carry our prefix, and no settings of those objects are shipped', () => {
  const names = own.filter((field) => !field.object.startsWith(OWN_PREFIX)).map((field) => field.name);
  expect(names.filter((name) => !name.startsWith(OWN_PREFIX))).toStrictEqual([]);
  const settings = filesUnder(join(FORCE_APP, 'objects'), '.object-meta.xml').map((file) => basename(file));
  expect(settings.filter((file) => !file.startsWith(OWN_PREFIX))).toStrictEqual([]);
});

describe.each([FORCE_APP, CONNECT360])('translations of %s', (directory) => {
  describe.each(TRANSLATIONS)('%s', (language) => {
    test.each(fieldsOf(directory).map((field) => [field.object, field.name, field.xml] as const))(
      '%s.%s',
      (object, name, xml) => {
        const folder = join(directory, 'objectTranslations', `${object}-${language}`);
        const translation = readXml(join(folder, `${name}.fieldTranslation-meta.xml`));
        const label = text(translation, 'label');
        expect(label.length > 0 && label.length <= MAX_LABEL).toBe(true);
        expect(text(translation, 'help') !== '').toBe(text(xml, 'inlineHelpText') !== '');
        expect(text(translation, 'help').length).toBeLessThanOrEqual(MAX_HELP);
        expect(elements(translation, 'picklistValues').map((value) => text(value, 'masterLabel'))).toEqual(
          picklistOf(xml).map(([, master]) => master),
        );
        expect(
          elements(translation, 'picklistValues').every((value) => text(value, 'translation') !== ''),
        ).toBe(true);
      },
    );
  });
});

test.each(TRANSLATIONS)('every validation message is translated into %s', (language) => {
  const missing = filesUnder(join(FORCE_APP, 'objects'), '.validationRule-meta.xml').filter((file) => {
    const object = file.split(/[\\/]/).at(-3) ?? '';
    const translation = readXml(
      join(
        FORCE_APP,
        'objectTranslations',
        `${object}-${language}`,
        `${object}-${language}.objectTranslation-meta.xml`,
      ),
    );
    const name = text(readXml(file), 'fullName');
    return !elements(translation, 'validationRules').some(
      (rule) => text(rule, 'name') === name && text(rule, 'errorMessage') !== '',
    );
  });
  expect(missing).toStrictEqual([]);
});

test.each(own.map((field) => [field.object, field.name, field.xml] as const))(
  '%s.%s fits the platform and says what it is for',
  (_object, _name, xml) => {
    const label = text(xml, 'label');
    expect(label.length > 0 && label.length <= MAX_LABEL).toBe(true);
    expect(text(xml, 'description').trim()).toBe(text(xml, 'description'));
    expect(text(xml, 'description')).not.toBe('');
    expect(text(xml, 'inlineHelpText').length).toBeLessThanOrEqual(MAX_HELP);
  },
);

test.each([
  ['CuZo_Product__c', PRODUCTS],
  ['CuZo_Hidden_Reason__c', HIDDEN_REASONS],
] as const)('the values of %s are the codes of the feed', (name, codes) => {
  const field = own.find((candidate) => candidate.name === name);
  expect(picklistOf(field?.xml ?? {}).map(([code]) => code)).toEqual(codes);
});

/** Default values of both picklists: Object Reference, FieldSecurityClassification; Metadata API guide, CustomField. */
test.each(own.map((field) => [field.object, field.name, field.xml] as const))(
  '%s.%s is classified when it says something of a person',
  (object, name, xml) => {
    const isOfPerson = !object.startsWith(OWN_PREFIX);
    const level = name === 'CuZo_View__c' ? 'Restricted' : 'Confidential';
    expect([text(xml, 'complianceGroup'), text(xml, 'securityClassification')]).toEqual(
      isOfPerson ? ['GDPR;PII', level] : ['', ''],
    );
  },
);
