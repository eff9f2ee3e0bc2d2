/**
 * Survivors that fit no kind and were looked at one by one: by file and changed code (white space as one space), why every change of
 * it may live. What a test could show has a test instead.
 */
export const LOOKED_AT: Readonly<Record<string, Readonly<Record<string, string>>>> = {};

const flat = (code: string): string => code.replaceAll(/\s+/g, ' ').trim();

/** Why a change of that code in that file may live; undefined where nobody has looked. */
export const reasonFor = (file: string, original: string): string | undefined =>
  LOOKED_AT[file]?.[flat(original)];

/** Whether the code still stands in the text of its file. */
export const stands = (code: string, text: string): boolean => flat(text).includes(code);
