import type { Language } from 'c/cuzoFormat';

/** Values by which an org's own field may name a language: its code, or its name in any of the languages. */
const NAMES: ReadonlyMap<string, Language> = new Map(
  (
    [
      ['nl', ['nl', 'nederlands', 'néerlandais', 'niederländisch', 'dutch']],
      ['fr', ['fr', 'frans', 'français', 'französisch', 'french']],
      ['de', ['de', 'duits', 'allemand', 'deutsch', 'german']],
      ['en', ['en', 'engels', 'anglais', 'englisch', 'english']],
    ] as const
  ).flatMap(([language, names]) => names.map((name) => [name, language] as const)),
);

/** The language of a field's value: `Frans`, `fr`, `fr_BE`. undefined for any other value, or none. */
export function customerLanguage(value: unknown): Language | undefined {
  if (typeof value !== 'string') return undefined;
  const name = value.trim().toLowerCase();
  return NAMES.get(name) ?? NAMES.get(name.split(/[-_]/)[0] ?? '');
}
