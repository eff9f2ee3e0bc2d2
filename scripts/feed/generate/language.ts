import type { Language as FeedLanguage } from '../language.ts';

/** The languages in which a zone speaks to its customers here. */
export type Language = Exclude<FeedLanguage, 'en'>;

/** A text in each language. */
export type Texts = Readonly<Record<Language, string>>;

/** What Connect 360 calls the language. */
export const PRIMARY_LANGUAGE: Texts = { nl: 'Nederlands', fr: 'Frans', de: 'Duits' };
