import type { Problem } from './problem.ts';
import { type XmlContent, elements, textOf } from './xml.ts';

type Attribute = 'article' | 'caseType' | 'gender' | 'possessive' | 'startsWith';

/** The grammatical attributes of object names in a language; a language doesn't have those that are left out. */
type Grammar = Readonly<Partial<Record<Attribute, readonly string[]>>> & {
  /** The language has no plural. */
  readonly noPlural?: true;
};

const TWO_GENDERS = ['Masculine', 'Feminine'];
const THREE_GENDERS = ['Masculine', 'Feminine', 'Neuter'];
const NORDIC_ARTICLES = ['None', 'Definite', 'Indefinite'];
const POSSESSIVES = ['None', 'First', 'Second'];
const ADJOINING = ['Consonant', 'Vowel'];
const SIX_CASES = ['Accusative', 'Dative', 'Genitive', 'Instrumental', 'Locative', 'Nominative'];

/**
 * Metadata API developer guide, "CustomObjectTranslation Language Support", fully supported languages (API 67) and end-user
 * languages. The guide leaves out English; English objects have startsWith (trailheadapps/ecars pull request 153). Languages
 * that aren't listed here are not checked.
 */
const GRAMMARS: Readonly<Record<string, Grammar>> = {
  ar: { article: ['Definite'], gender: TWO_GENDERS, possessive: ['First', 'Second'] },
  bg: { article: ['Definite'], gender: THREE_GENDERS },
  cs: { caseType: SIX_CASES, gender: THREE_GENDERS },
  da: { article: NORDIC_ARTICLES, gender: ['Feminine', 'Neuter'] },
  de: { caseType: ['Accusative', 'Dative', 'Genitive', 'Nominative'], gender: THREE_GENDERS },
  en_GB: { startsWith: ADJOINING },
  en_US: { startsWith: ADJOINING },
  es: { gender: TWO_GENDERS },
  es_MX: { gender: TWO_GENDERS },
  fi: {
    caseType: [
      ...['Ablative', 'Adessive', 'Allative', 'Elative', 'Essive', 'Genitive', 'Illative', 'Inessive'],
      ...['Nominative', 'Partitive', 'Translative'],
    ],
    possessive: POSSESSIVES,
  },
  fr: { gender: TWO_GENDERS, startsWith: ADJOINING },
  it: { gender: TWO_GENDERS, startsWith: ['Consonant', 'Special', 'Vowel'] },
  iw: { article: ['Definite'], gender: TWO_GENDERS },
  ja: { noPlural: true },
  ko: { noPlural: true },
  nl_NL: { gender: ['Feminine', 'Neuter'] },
  no: { article: NORDIC_ARTICLES, gender: THREE_GENDERS },
  pl: { caseType: SIX_CASES, gender: THREE_GENDERS },
  pt_BR: { gender: TWO_GENDERS },
  ru: {
    caseType: ['Accusative', 'Dative', 'Genitive', 'Instrumental', 'Nominative', 'Prepositional'],
    gender: [...THREE_GENDERS, 'AnimateMasculine'],
  },
  sv: { article: NORDIC_ARTICLES, gender: ['Feminine', 'Neuter'] },
  th: { noPlural: true },
  zh_CN: { noPlural: true },
  zh_TW: { noPlural: true },
};

function attributeProblems(grammar: Grammar, content: XmlContent, attribute: Attribute): readonly Problem[] {
  const value = textOf(content, attribute);
  if (value === null) return [];
  const known = grammar[attribute];
  if (known?.includes(value) === true) return [];
  const at = `<${attribute}>${value}<`;
  return known === undefined
    ? [{ message: `Cannot specify a ${attribute} attribute for this language`, at }]
    : [{ message: `Cannot specify ${value} as the ${attribute} attribute for this language`, at }];
}

/**
 * The attributes of a noun that the language doesn't have. "Cannot specify a startsWith attribute for this language" is what an
 * org in Spanish answers (SalesforceFoundation/EDA issue 326).
 */
export function nounProblems(language: string, noun: XmlContent): readonly Problem[] {
  const grammar = GRAMMARS[language];
  if (grammar === undefined) return [];
  return [
    ...attributeProblems(grammar, noun, 'gender'),
    ...attributeProblems(grammar, noun, 'startsWith'),
    ...elements(noun, 'caseValues').flatMap((value) => [
      ...(['article', 'caseType', 'possessive'] as const).flatMap((each) =>
        attributeProblems(grammar, value, each),
      ),
      ...(grammar.noPlural === true && textOf(value, 'plural') === 'true'
        ? [{ message: 'Cannot specify a plural attribute for this language', at: '<plural>true<' }]
        : []),
    ]),
  ];
}
