import { parseXml, xmlText } from './xmlTree.ts';

/** Words of an element in the languages that force-app has besides Dutch, in which they stand in the file. */
type Words = Readonly<Record<'fr' | 'de' | 'en_US', string>>;

/** Path below its package directory -> element -> words. */
type Table = Readonly<Record<string, Readonly<Record<string, Words>>>>;

const ALL: Words = { fr: 'Tous', de: 'Alle', en_US: 'All' };

/**
 * Words of components that an org can't translate (list views, reports): everybody reads them in one language, that of the
 * org, which they are given when they are deployed.
 */
export const ONE_LANGUAGE: Table = {
  'objects/CuZo_Portal__c/listViews/All.listView-meta.xml': { label: ALL },
  'objects/CuZo_Sync_Run__c/listViews/All.listView-meta.xml': { label: { ...ALL, fr: 'Toutes' } },
  'objects/CuZo_Sync_Run__c/listViews/With_Problems.listView-meta.xml': {
    label: { fr: 'Avec problèmes', de: 'Mit Problemen', en_US: 'With problems' },
  },
  'reports/CuZo/CuZo_Registrations.report-meta.xml': {
    name: { fr: 'CuZo : inscriptions', de: 'CuZo: Registrierungen', en_US: 'CuZo: registrations' },
    description: {
      fr: 'Combien de clients sont inscrits dans MyP&V et dans MyVivium.',
      de: 'Wie viele Kunden in MyP&V und in MyVivium registriert sind.',
      en_US: 'How many customers are registered in MyP&V and in MyVivium.',
    },
  },
  'reports/CuZo/CuZo_Runs.report-meta.xml': {
    name: { fr: 'CuZo : nuits', de: 'CuZo: Nächte', en_US: 'CuZo: nights' },
    description: {
      fr: 'Les nuits des 30 derniers jours : ce qui a été lu, modifié, refusé et a échoué.',
      de: 'Die Nächte der letzten 30 Tage: was gelesen, geändert, abgelehnt wurde und misslang.',
      en_US: 'The nights of the last 30 days: what was read, changed, rejected and failed.',
    },
  },
};

/** Puts the words of `language` into the components that have one language; Dutch stays as it stands. */
export function inOneLanguage(source: ReadonlyMap<string, string>, language: string): Map<string, string> {
  const files = new Map(source);
  for (const [path, elements] of Object.entries(ONE_LANGUAGE)) {
    const text = files.get(path);
    if (text === undefined) continue;
    const root = parseXml(text);
    const words = Object.entries(elements).flatMap(([element, each]) =>
      language in each ? [[element, each[language as keyof Words]] as const] : [],
    );
    for (const [element, word] of words) root.first(element)?.setText(word);
    if (words.length > 0) files.set(path, xmlText(root));
  }
  return files;
}
