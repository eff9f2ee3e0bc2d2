/**
 * The languages that a zone's texts are known to come in, the org's own first. A component can't import this table: a type test
 * (scripts/tests/types/view.ts) holds the one of c/cuzoFormat to it.
 */
export const LANGUAGES = ['nl', 'fr', 'de', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

/** Tags that may name a language (BCP 47): `es`, `pt-BR`. */
const LANGUAGE_TAG = /^[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*$/;

export const isLanguageTag = (key: string): boolean => LANGUAGE_TAG.test(key);
