/** By file and changed code (white space as one space), why every change of it may live. */
export type Reasons = Readonly<Record<string, Readonly<Record<string, string>>>>;

export const SHORTCUT = 'a shortcut: without it the same comes out, later';
export const NARROWS = 'it can not happen; the compiler asks for it';
