import type { OrgState } from '../store/state.ts';
import { nounProblems } from './grammar.ts';
import type { PackagedComponent } from './package.ts';
import type { Languages, Problem } from './problem.ts';
import { type XmlContent, elements } from './xml.ts';

/** The languages of the org: its own, and the active rows of Translation. */
export function languagesOf({ database }: OrgState): Languages {
  const organization = database.prepare('SELECT LanguageLocaleKey FROM Organization').get();
  const active = database.prepare('SELECT Language FROM Translation WHERE IsActive = 1').all();
  return {
    master: String(organization?.LanguageLocaleKey),
    active: new Set(active.map(({ Language }) => String(Language))),
  };
}

/** The types whose components are translations; their full name ends with the language. */
const TRANSLATIONS: ReadonlySet<string> = new Set([
  'CustomObjectTranslation',
  'GlobalValueSetTranslation',
  'StandardValueSetTranslation',
  'Translations',
]);

/**
 * Refuses a translation into a language that isn't active: Portwood-Global-Solutions/ Portwood pull request 127,
 * forcedotcom/cli issue 1272. The org's own language needs no activation: such files hold an administrator's names of
 * standard objects, and orgs return them on retrieve (`Account-en_US.objectTranslation` of English orgs).
 */
export function languageProblems(
  { master, active }: Languages,
  { type, fullName }: PackagedComponent,
  content: XmlContent,
): readonly Problem[] {
  if (type === 'CustomObject') return nounProblems(master, content);
  if (!TRANSLATIONS.has(type)) return [];
  const language = fullName.slice(fullName.lastIndexOf('-') + 1);
  if (language !== master && !active.has(language))
    return [{ message: 'Not available for deploy for this organization' }];
  if (type !== 'CustomObjectTranslation') return [];
  return [content, ...elements(content, 'fields')].flatMap((noun) => nounProblems(language, noun));
}
