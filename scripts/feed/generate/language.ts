/** The languages in which a zone speaks to its customers here. */
export type Language = 'nl' | 'fr' | 'de';

/** A text in each language. */
export type Texts = Readonly<Record<Language, string>>;

/** What Connect 360 calls the language. */
export const PRIMARY_LANGUAGE: Texts = { nl: 'Nederlands', fr: 'Frans', de: 'Duits' };
