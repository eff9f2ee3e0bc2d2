import type { Language as FeedLanguage } from '../language.ts';

/** The languages in which the generator writes views. */
export type Language = Exclude<FeedLanguage, 'en'>;

/** A text in each language. */
export type Texts = Readonly<Record<Language, string>>;

/** The language's name in Connect 360. */
export const PRIMARY_LANGUAGE: Texts = { nl: 'Nederlands', fr: 'Frans', de: 'Duits' };
