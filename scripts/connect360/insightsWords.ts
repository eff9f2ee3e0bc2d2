/** Words of an element in the languages that force-app has besides Dutch, in which they stand in the file. */
export type Words = Readonly<Record<'fr' | 'de' | 'en_US', string>>;

/** Path below its package directory -> element -> words. */
export type WordTable = Readonly<Record<string, Readonly<Record<string, Words>>>>;

/** Words of force-app/insights, which an org can't translate. */
export const INSIGHTS_WORDS: WordTable = {
  'reports/CuZo/CuZo_Rate_MyPV.report-meta.xml': {
    name: {
      fr: 'CuZo : MyP&V par propriétaire',
      de: 'CuZo: MyP&V nach Inhaber',
      en_US: 'CuZo: MyP&V by owner',
    },
    description: {
      fr: "Quelle part des clients de chaque propriétaire est inscrite dans MyP&V. Sans les clients dont la zone n'a encore rien dit.",
      de: 'Welcher Teil der Kunden jedes Inhabers in MyP&V registriert ist. Ohne Kunden, von denen die Zone noch nichts gesagt hat.',
      en_US:
        'Which share of the customers of each owner is registered in MyP&V. Without customers of whom the zone has said nothing yet.',
    },
  },
  'reports/CuZo/CuZo_Month_MyPV.report-meta.xml': {
    name: { fr: 'CuZo : MyP&V par mois', de: 'CuZo: MyP&V nach Monat', en_US: 'CuZo: MyP&V by month' },
    description: {
      fr: 'Inscriptions dans MyP&V par mois, de cette année et de la précédente. Sans celles dont le jour est inconnu.',
      de: 'Registrierungen in MyP&V nach Monat, von diesem und dem vorigen Jahr. Ohne solche, deren Tag unbekannt ist.',
      en_US: 'Registrations in MyP&V by month, of this year and the last. Without those of an unknown day.',
    },
  },
  'reports/CuZo/CuZo_Gap_MyPV.report-meta.xml': {
    name: {
      fr: 'CuZo : contrat sans MyP&V',
      de: 'CuZo: Vertrag ohne MyP&V',
      en_US: 'CuZo: policy without MyP&V',
    },
    description: {
      fr: "Clients avec un contrat actif de MyP&V dont la zone dit qu'ils ne sont pas inscrits.",
      de: 'Kunden mit einem aktiven Vertrag von MyP&V, von denen die Zone sagt, dass sie nicht registriert sind.',
      en_US: 'Customers with an active policy of MyP&V of whom the zone says that they are not registered.',
    },
  },
  'reports/CuZo/CuZo_Rate_MyVivium.report-meta.xml': {
    name: {
      fr: 'CuZo : MyVivium par propriétaire',
      de: 'CuZo: MyVivium nach Inhaber',
      en_US: 'CuZo: MyVivium by owner',
    },
    description: {
      fr: "Quelle part des clients de chaque propriétaire est inscrite dans MyVivium. Sans les clients dont la zone n'a encore rien dit.",
      de: 'Welcher Teil der Kunden jedes Inhabers in MyVivium registriert ist. Ohne Kunden, von denen die Zone noch nichts gesagt hat.',
      en_US:
        'Which share of the customers of each owner is registered in MyVivium. Without customers of whom the zone has said nothing yet.',
    },
  },
  'reports/CuZo/CuZo_Month_MyVivium.report-meta.xml': {
    name: {
      fr: 'CuZo : MyVivium par mois',
      de: 'CuZo: MyVivium nach Monat',
      en_US: 'CuZo: MyVivium by month',
    },
    description: {
      fr: 'Inscriptions dans MyVivium par mois, de cette année et de la précédente. Sans celles dont le jour est inconnu.',
      de: 'Registrierungen in MyVivium nach Monat, von diesem und dem vorigen Jahr. Ohne solche, deren Tag unbekannt ist.',
      en_US:
        'Registrations in MyVivium by month, of this year and the last. Without those of an unknown day.',
    },
  },
  'reports/CuZo/CuZo_Gap_MyVivium.report-meta.xml': {
    name: {
      fr: 'CuZo : contrat sans MyVivium',
      de: 'CuZo: Vertrag ohne MyVivium',
      en_US: 'CuZo: policy without MyVivium',
    },
    description: {
      fr: "Clients avec un contrat actif de MyVivium dont la zone dit qu'ils ne sont pas inscrits.",
      de: 'Kunden mit einem aktiven Vertrag von MyVivium, von denen die Zone sagt, dass sie nicht registriert sind.',
      en_US:
        'Customers with an active policy of MyVivium of whom the zone says that they are not registered.',
    },
  },
  'reports/CuZo/CuZo_Hidden.report-meta.xml': {
    name: {
      fr: 'CuZo : contrats masqués par raison',
      de: 'CuZo: verborgene Verträge nach Grund',
      en_US: 'CuZo: hidden policies by reason',
    },
    description: {
      fr: 'Contrats que le client ne voit pas, et pourquoi.',
      de: 'Verträge, die der Kunde nicht sieht, und warum.',
      en_US: 'Policies that the customer does not see, and why.',
    },
  },
  'reports/CuZo/CuZo_Differences.report-meta.xml': {
    name: {
      fr: 'CuZo : écarts avec Connect 360',
      de: 'CuZo: Abweichungen von Connect 360',
      en_US: 'CuZo: differences with Connect 360',
    },
    description: {
      fr: 'Contrats dont la zone client montre autre chose que Connect 360, et dans quelles données.',
      de: 'Verträge, bei denen die Kundenzone etwas anderes zeigt als Connect 360, und in welchen Daten.',
      en_US: 'Policies of which the customer zone shows something else than Connect 360, and in which data.',
    },
  },
  'reportTypes/CuZo_Customers.reportType-meta.xml': {
    label: { fr: 'CuZo : clients', de: 'CuZo: Kunden', en_US: 'CuZo: customers' },
    description: {
      fr: "Clients avec ce que MyP&V et MyVivium disent d'eux.",
      de: 'Kunden mit dem, was MyP&V und MyVivium von ihnen sagen.',
      en_US: 'Customers with what MyP&V and MyVivium say of them.',
    },
  },
  'reportTypes/CuZo_Policies.reportType-meta.xml': {
    label: { fr: 'CuZo : contrats', de: 'CuZo: Verträge', en_US: 'CuZo: policies' },
    description: {
      fr: 'Contrats avec ce que montre la zone client, et les champs CuZo de leur client.',
      de: 'Verträge mit dem, was die Kundenzone zeigt, und den CuZo-Feldern ihres Kunden.',
      en_US: 'Policies with what the customer zone shows, and the CuZo fields of their customer.',
    },
  },
  'dashboards/CuZo/CuZo_Overview.dashboard-meta.xml': {
    title: { fr: 'CuZo : aperçu', de: 'CuZo: Übersicht', en_US: 'CuZo: overview' },
    description: {
      fr: "Qui est inscrit, qui ne l'est pas encore, ce qui est masqué et ce qui diffère : des clients que le lecteur peut voir.",
      de: 'Wer registriert ist, wer noch nicht, was verborgen ist und was abweicht: von den Kunden, die der Betrachter sehen darf.',
      en_US:
        'Who is registered, who is not yet, what is hidden and what differs: of the customers that the viewer may see.',
    },
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
