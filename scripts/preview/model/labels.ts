import type { Org } from '../../local-org/org.ts';
import { content, contents, elements, text } from './xml.ts';

/** All custom labels in a language, by `c.<name>`; the master text for untranslated ones. */
export function customLabels(org: Org, language: string): Readonly<Record<string, string>> {
  const masters = contents(org, 'CustomLabels').flatMap(([, labels]) => elements(labels, 'labels'));
  const single = contents(org, 'CustomLabel').map(([fullName, label]) => ({ fullName, ...label }));
  const labels = new Map(
    [...masters, ...single].map(
      (label) => [text(label, 'fullName') ?? '', text(label, 'value') ?? ''] as const,
    ),
  );
  for (const translated of elements(content(org, 'Translations', language), 'customLabels')) {
    const name = text(translated, 'name') ?? '';
    const value = text(translated, 'label');
    if (value !== undefined && labels.has(name)) labels.set(name, value);
  }
  return Object.fromEntries([...labels].map(([name, value]) => [`c.${name}`, value]));
}

/** The label of a named part of an app (`customApplications`, `customTabs`) in a language. */
export function translatedName(
  org: Org,
  language: string,
  part: 'customApplications' | 'customTabs',
  name: string,
): string | undefined {
  const found = elements(content(org, 'Translations', language), part).find(
    (item) => text(item, 'name') === name,
  );
  return text(found, 'label');
}
