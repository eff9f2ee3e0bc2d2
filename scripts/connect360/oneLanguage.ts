import { INSIGHTS_WORDS, type Words, type WordTable } from './insightsWords.ts';
import { parseXml, xmlText } from './xmlTree.ts';

const ALL: Words = { fr: 'Tous', de: 'Alle', en_US: 'All' };

/**
 * Words of components that an org can't translate (list views, reports): everybody reads them in one language, that of the
 * org, which they are given when they are deployed.
 */
export const ONE_LANGUAGE: WordTable = {
  ...INSIGHTS_WORDS,
  'objects/Account/listViews/CuZo_Registered_MyPV.listView-meta.xml': {
    label: { fr: 'MyP&V : inscrits', de: 'MyP&V: registriert', en_US: 'MyP&V: registered' },
  },
  'objects/Account/listViews/CuZo_Not_Registered_MyPV.listView-meta.xml': {
    label: { fr: 'MyP&V : non inscrits', de: 'MyP&V: nicht registriert', en_US: 'MyP&V: not registered' },
  },
  'objects/Account/listViews/CuZo_New_MyPV.listView-meta.xml': {
    label: {
      fr: 'MyP&V : nouveaux en 30 jours',
      de: 'MyP&V: neu in 30 Tagen',
      en_US: 'MyP&V: new in 30 days',
    },
  },
  'objects/Account/listViews/CuZo_Registered_MyVivium.listView-meta.xml': {
    label: { fr: 'MyVivium : inscrits', de: 'MyVivium: registriert', en_US: 'MyVivium: registered' },
  },
  'objects/Account/listViews/CuZo_Not_Registered_MyVivium.listView-meta.xml': {
    label: {
      fr: 'MyVivium : non inscrits',
      de: 'MyVivium: nicht registriert',
      en_US: 'MyVivium: not registered',
    },
  },
  'objects/Account/listViews/CuZo_New_MyVivium.listView-meta.xml': {
    label: {
      fr: 'MyVivium : nouveaux en 30 jours',
      de: 'MyVivium: neu in 30 Tagen',
      en_US: 'MyVivium: new in 30 days',
    },
  },
  'objects/Account/listViews/CuZo_One_Zone_Only.listView-meta.xml': {
    label: {
      fr: 'CuZo : inscrits à un seul espace',
      de: 'CuZo: nur in einer Zone registriert',
      en_US: 'CuZo: registered in one zone only',
    },
  },
  'objects/Account/listViews/CuZo_Contact_Changed.listView-meta.xml': {
    label: {
      fr: 'CuZo : coordonnées modifiées en 7 jours',
      de: 'CuZo: Kontakt geändert in 7 Tagen',
      en_US: 'CuZo: contact changed in 7 days',
    },
  },
  'objects/Account/listViews/CuZo_Nothing_Known.listView-meta.xml': {
    label: {
      fr: 'CuZo : rien de connu pour l’instant',
      de: 'CuZo: noch nichts bekannt',
      en_US: 'CuZo: nothing known yet',
    },
  },
  'objects/InsurancePolicy/listViews/CuZo_Hidden.listView-meta.xml': {
    label: {
      fr: 'CuZo : non visibles, avec la raison',
      de: 'CuZo: nicht sichtbar, mit Grund',
      en_US: 'CuZo: hidden, with the reason',
    },
  },
  'objects/InsurancePolicy/listViews/CuZo_With_Differences.listView-meta.xml': {
    label: {
      fr: 'CuZo : diffère de Connect 360',
      de: 'CuZo: weicht von Connect 360 ab',
      en_US: 'CuZo: differs from Connect 360',
    },
  },
  'objects/CuZo_Portal__c/listViews/All.listView-meta.xml': { label: ALL },
  'objects/CuZo_Sync_Run__c/listViews/All.listView-meta.xml': { label: { ...ALL, fr: 'Toutes' } },
  'objects/CuZo_Sync_Run__c/listViews/With_Problems.listView-meta.xml': {
    label: { fr: 'Avec problèmes', de: 'Mit Problemen', en_US: 'With problems' },
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
