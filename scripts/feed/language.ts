/**
 * The known languages of a zone's texts, the org's own first. Components can't import this table: a type test
 * (scripts/tests/types/view.ts) compares the one of c/cuzoFormat with it.
 */
export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Language tags (BCP 47) that are accepted: `es`, `pt-BR`. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

export const isLanguageTag = (key: string): boolean => LANGUAGE_TAG.test(key);
