import languageDe from '@salesforce/label/c.CuZo_Language_de';
import languageEn from '@salesforce/label/c.CuZo_Language_en';
import languageFr from '@salesforce/label/c.CuZo_Language_fr';
import languageNl from '@salesforce/label/c.CuZo_Language_nl';
import type { ChoiceOption } from 'c/cuzoChoice';
import { LANGUAGES, type Language } from 'c/cuzoFormat';

const NAMES: Readonly<Record<Language, string>> = {
  nl: languageNl,
  fr: languageFr,
  de: languageDe,
  en: languageEn,
};

/** The languages to choose from, each by its own name. */
export const LANGUAGE_OPTIONS: readonly ChoiceOption[] = LANGUAGES.map((language) => ({
  value: language,
  label: NAMES[language],
}));
