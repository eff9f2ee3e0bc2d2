import { exchange, exchangeNamed, leaf, parsed, type Files } from './exchangeText.ts';
import { inOneLanguage } from './oneLanguage.ts';
import { XmlElement, xmlText } from './xmlTree.ts';

/** The language of the words in force-app, and those that it has translations into (Salesforce's codes). */
const SOURCE = 'nl_NL';
/** What an org in a language that we don't have gets as master labels. */
const FALLBACK = 'en_US';
const XMLNS = { '@_xmlns': 'http://soap.sforce.com/2006/04/metadata' };

/** Path below force-app/main/default -> text of the file. */
export type SourceFiles = ReadonlyMap<string, string>;

const LABELS = 'labels/CustomLabels.labels-meta.xml';
const OBJECT_FILE = /^objects\/([^/]+)\/(?:[^/]+\/)?([^/]+)\.(object|field|validationRule)-meta\.xml$/;
const ACTION_FILE = /^quickActions\/([^.]+)\.(.+)\.quickAction-meta\.xml$/;
const APP_FILE = /^applications\/(.+)\.app-meta\.xml$/;
const TAB_FILE = /^tabs\/(.+)\.tab-meta\.xml$/;
const LAYOUT_FILE = /^layouts\/(.+?)-(.+)\.layout-meta\.xml$/;
const TRANSLATION_FILE =
  /^(?:translations\/(?<words>[^/]+)\.translation|objectTranslations\/(?<object>[^/]+)-(?<language>[a-z]{2}(?:_[A-Z]{2})?)\/.+)-meta\.xml$/;

/**
 * The source as an org takes it whose own language is `language` and whose Translation Workbench has `translations` active:
 * master labels in the org's language (in English where we don't have it), translations into active languages alone. A
 * translation into another language is refused ("Not available for deploy for this organization"), and one into the org's own
 * language is what the master labels are for: Metadata API Developer Guide, Translations and CustomObjectTranslation.
 */
export function inLanguages(
  source: SourceFiles,
  language: string,
  translations: ReadonlySet<string>,
): SourceFiles {
  const master = masterLanguage(source, language);
  const files = inOneLanguage(master === SOURCE ? source : exchanged(source, master), master);
  for (const path of files.keys()) {
    const translated = languageOf(path);
    if (translated === undefined) continue;
    // Words in the master language stand in the components themselves.
    if (translated === master || !translations.has(translated)) files.delete(path);
  }
  return files;
}

/** The languages of the source. */
export function ourLanguages(source: SourceFiles): ReadonlySet<string> {
  return new Set([SOURCE, ...[...source.keys()].flatMap((path) => languageOf(path) ?? [])]);
}

/** The language that the words of the components get in an org whose own language is `language`. */
export function masterLanguage(source: SourceFiles, language: string): string {
  return ourLanguages(source).has(language) ? language : FALLBACK;
}

function languageOf(path: string): string | undefined {
  const { words, language } = TRANSLATION_FILE.exec(path)?.groups ?? {};
  return words ?? language;
}

/** The source with the words of `master` in the components, and the words that stood there as a translation. */
function exchanged(source: SourceFiles, master: string): Map<string, string> {
  const files = new Map(source);
  exchangeLabels(files, master);
  for (const path of source.keys()) {
    const [, object = '', name = '', kind] = OBJECT_FILE.exec(path) ?? [];
    if (kind === 'field') exchangeField(files, { path, object, name, master });
    if (kind === 'object') exchangeObject(files, { path, object, name, master });
    if (kind === 'validationRule') exchangeRule(files, { path, object, name, master });
    const [, actionObject = '', action = ''] = ACTION_FILE.exec(path) ?? [];
    if (action !== '') exchangeAction(files, { path, object: actionObject, name: action, master });
    const [, layoutObject = '', layout = ''] = LAYOUT_FILE.exec(path) ?? [];
    if (layout !== '') exchangeLayout(files, { path, object: layoutObject, name: layout, master });
  }
  return files;
}

interface Place {
  readonly path: string;
  readonly object: string;
  readonly name: string;
  readonly master: string;
}

function exchangeLabels(files: Files, master: string): void {
  const labels = parsed(files, LABELS);
  const words = parsed(files, `translations/${master}.translation-meta.xml`);
  if (labels === undefined || words === undefined) return;
  const translated = new Map(
    words.all('customLabels').map((entry) => [entry.textOf('name'), entry.textOf('label')]),
  );
  const labelsBefore = labels.all('labels').flatMap((label) => {
    const name = label.textOf('fullName') ?? '';
    // What is said to customers in their language stands in a label a language and has no translation.
    if (!translated.has(name)) return [];
    exchange(label, 'language', master);
    return [
      XmlElement.of('customLabels', [
        ...leaf('label', exchange(label, 'value', translated.get(name))),
        ...leaf('name', name),
      ]),
    ];
  });
  files.set(LABELS, xmlText(labels));
  // In the order of the Metadata API's type Translations.
  const before = [
    ...exchangeNamed(files, words, 'customApplications', APP_FILE),
    ...labelsBefore,
    ...exchangeNamed(files, words, 'customTabs', TAB_FILE),
  ];
  files.set(
    `translations/${SOURCE}.translation-meta.xml`,
    xmlText(XmlElement.of('Translations', before, XMLNS)),
  );
}

function translationPath({ object }: Place, language: string, file: string): string {
  return `objectTranslations/${object}-${language}/${file}-meta.xml`;
}

function otherLanguages(files: Files, object: string): readonly string[] {
  const found = [...files.keys()].flatMap((path) => {
    const groups = TRANSLATION_FILE.exec(path)?.groups;
    return groups?.object === object ? (groups.language ?? []) : [];
  });
  return [...new Set(found)];
}

function exchangeField(files: Files, place: Place): void {
  const { path, object, name, master } = place;
  const field = parsed(files, path);
  const words = parsed(files, translationPath(place, master, `${name}.fieldTranslation`));
  if (field === undefined || words === undefined) return;
  const label = exchange(field, 'label', words.textOf('label'));
  const help = exchange(field, 'inlineHelpText', words.textOf('help'));
  const values = exchangeValues(field, words);
  for (const language of otherLanguages(files, object)) {
    const file = translationPath(place, language, `${name}.fieldTranslation`);
    const other = parsed(files, file);
    if (other === undefined || language === master) continue;
    for (const value of other.all('picklistValues')) {
      const known = values.find(({ before }) => before === value.textOf('masterLabel'));
      exchange(value, 'masterLabel', known?.now);
    }
    files.set(file, xmlText(other));
  }
  files.set(path, xmlText(field));
  // Translations of fields stand beside the translation of their object, be it empty.
  putObjectTranslation(files, place, SOURCE, objectTranslation(files, place, SOURCE));
  files.set(
    translationPath(place, SOURCE, `${name}.fieldTranslation`),
    xmlText(
      XmlElement.of(
        'CustomFieldTranslation',
        [
          ...leaf('help', help),
          ...leaf('label', label),
          ...leaf('name', name),
          ...values.map(({ before, now }) =>
            XmlElement.of('picklistValues', [...leaf('masterLabel', now), ...leaf('translation', before)]),
          ),
        ],
        XMLNS,
      ),
    ),
  );
}

function exchangeValues(
  field: XmlElement,
  words: XmlElement,
): readonly { readonly before: string; readonly now: string }[] {
  const translated = new Map(
    words.all('picklistValues').map((value) => [value.textOf('masterLabel'), value.textOf('translation')]),
  );
  const values = field.first('valueSet')?.first('valueSetDefinition')?.all('value') ?? [];
  return values.map((value) => {
    const now = translated.get(value.textOf('label'));
    const before = exchange(value, 'label', now) ?? '';
    return { before, now: now ?? before };
  });
}

/** The part of an object's translation that isn't in files of its own. */
function objectTranslation(files: Files, place: Place, language: string): XmlElement {
  const path = translationPath(place, language, `${place.object}-${language}.objectTranslation`);
  return parsed(files, path) ?? XmlElement.of('CustomObjectTranslation', [], XMLNS);
}

function putObjectTranslation(files: Files, place: Place, language: string, words: XmlElement): void {
  files.set(
    translationPath(place, language, `${place.object}-${language}.objectTranslation`),
    xmlText(words),
  );
}

/** Names of an object, with the grammar that its new language asks for. */
function exchangeObject(files: Files, place: Place): void {
  const object = parsed(files, place.path);
  if (object === undefined) return;
  const words = objectTranslation(files, place, place.master);
  const noun = (plural: boolean): string | undefined =>
    words
      .all('caseValues')
      .find(
        (value) =>
          value.textOf('plural') === String(plural) &&
          (value.textOf('caseType') ?? 'Nominative') === 'Nominative',
      )
      ?.textOf('value');
  const [one, many] = [noun(false), noun(true)];
  if (one === undefined || many === undefined) return;
  const before = [
    { plural: 'false', value: exchange(object, 'label', one) },
    { plural: 'true', value: exchange(object, 'pluralLabel', many) },
  ];
  const nameLabel = exchange(object.first('nameField'), 'label', words.textOf('nameFieldLabel'));
  object.append(...words.all('gender'), ...words.all('startsWith'));
  files.set(place.path, xmlText(object));
  const source = objectTranslation(files, place, SOURCE);
  source.append(
    ...before.map(({ plural, value }) =>
      XmlElement.of('caseValues', [...leaf('plural', plural), ...leaf('value', value)]),
    ),
    ...leaf('nameFieldLabel', nameLabel),
  );
  putObjectTranslation(files, place, SOURCE, source);
}

function exchangeRule(files: Files, place: Place): void {
  const rule = parsed(files, place.path);
  const entry = objectTranslation(files, place, place.master)
    .all('validationRules')
    .find((each) => each.textOf('name') === place.name);
  if (rule === undefined || entry === undefined) return;
  const before = exchange(rule, 'errorMessage', entry.textOf('errorMessage'));
  files.set(place.path, xmlText(rule));
  const source = objectTranslation(files, place, SOURCE);
  source.append(
    XmlElement.of('validationRules', [...leaf('errorMessage', before), ...leaf('name', place.name)]),
  );
  putObjectTranslation(files, place, SOURCE, source);
}

/** The name of an object's quick action. */
function exchangeAction(files: Files, place: Place): void {
  const action = parsed(files, place.path);
  const entry = objectTranslation(files, place, place.master)
    .all('quickActions')
    .find((each) => each.textOf('name') === place.name);
  if (action === undefined || entry === undefined) return;
  const before = exchange(action, 'label', entry.textOf('label'));
  files.set(place.path, xmlText(action));
  const source = objectTranslation(files, place, SOURCE);
  source.append(XmlElement.of('quickActions', [...leaf('label', before), ...leaf('name', place.name)]));
  putObjectTranslation(files, place, SOURCE, source);
}

/** Headings of a layout's sections; the other translations name a section by its heading. */
function exchangeLayout(files: Files, place: Place): void {
  const layout = parsed(files, place.path);
  const entry = objectTranslation(files, place, place.master)
    .all('layouts')
    .find((each) => each.textOf('layout') === place.name);
  if (layout === undefined || entry === undefined) return;
  const words = new Map(entry.all('sections').map((each) => [each.textOf('section'), each.textOf('label')]));
  const sections = layout.all('layoutSections').flatMap((section) => {
    const now = words.get(section.textOf('label'));
    const before = exchange(section, 'label', now);
    return before === undefined || now === undefined ? [] : [{ before, now }];
  });
  const renamed = new Map(sections.map(({ before, now }) => [before, now]));
  files.set(place.path, xmlText(layout));
  for (const language of otherLanguages(files, place.object)) {
    if (language === place.master || language === SOURCE) continue;
    const other = objectTranslation(files, place, language);
    const sectionsThere = other
      .all('layouts')
      .filter((each) => each.textOf('layout') === place.name)
      .flatMap((each) => each.all('sections'));
    for (const section of sectionsThere)
      exchange(section, 'section', renamed.get(section.textOf('section') ?? ''));
    putObjectTranslation(files, place, language, other);
  }
  const source = objectTranslation(files, place, SOURCE);
  source.append(
    XmlElement.of('layouts', [
      ...leaf('layout', place.name),
      ...sections.map(({ before, now }) =>
        XmlElement.of('sections', [...leaf('label', before), ...leaf('section', now)]),
      ),
    ]),
  );
  putObjectTranslation(files, place, SOURCE, source);
}
