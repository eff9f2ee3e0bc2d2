/**
 * The two pages that P&V's FAQ for agents (1.2 and 1.3) shows: every label and value in its row and column, and the same in
 * French.
 */
export interface Picture {
  readonly title: string;
  readonly facts: readonly (readonly string[])[];
  readonly tabs: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

export const navigation = {
  'agent.nl':
    'Hoofdpagina Accounts Verzekeringspolissen Schades Leads Opportunities Campagnes Taken Agenda Rapporten Dashboards Chatter Partena',
} as const;

export const account: Readonly<Record<string, Picture & { readonly pills: readonly string[] }>> = {
  'agent.nl': {
    title: 'Mijnheer Test Test',
    facts: [['# Actieve Polissen Leven', '0', '# Actieve Polissen Niet-Leven', '1']],
    pills: ['CuZo MyPV Onboarded', 'CuZo MyVivium Onboarded'],
    tabs: ['Details', 'Sales', 'Polissen & Schades', 'Analyse 360', 'Relaties', 'Samenvatting', 'Notities'],
    rows: [
      ['Accountgegevens'],
      ['Accountnaam', 'Mijnheer Test Test'],
      ['Accountrecordtype', 'Individu'],
      ['Primaire taal', 'Nederlands'],
      ['Klantenstatus', ''],
      ['Geslacht', 'Mannelijk'],
      ['Overlijdensdatum', ''],
      ['Geboortedatum', '28/03/2000'],
      ['Primaire nationaliteit', 'België'],
      ['Land van geboorte', ''],
      ['Rijksregisternummer', ''],
      ['Geboorteplaats', ''],
      ['IBAN', ''],
      ['SIR Klant?', '[ ]'],
      ['Datum CuZo MyPV onboarding', ''],
      ['Datum CuZo MyVivium onboarding', ''],
      ['Contactgegevens'],
      ['Email 1', 'testing@test.com'],
      ['Email 2', ''],
      ['Mobiel', '', 'Andere mobiel', ''],
      ['Telefoon', '', 'Andere telefoon', ''],
    ],
  },
  'agent.fr': {
    title: 'Monsieur Test Test',
    facts: [['# Polices actives Vie', '0', '# Polices actives Non-vie', '1']],
    pills: ['CuZo MyPV : inscription', 'CuZo MyVivium : inscription'],
    tabs: ['Détails', 'Ventes', 'Polices & sinistres', 'Analyse 360', 'Relations', 'Résumé', 'Notes'],
    rows: [
      ['Données du compte'],
      ['Nom du compte', 'Monsieur Test Test'],
      ['Type d’enregistrement du compte', 'Individu'],
      ['Langue principale', 'Néerlandais'],
      ['Statut client', ''],
      ['Sexe', 'Masculin'],
      ['Date de décès', ''],
      ['Date de naissance', '28/03/2000'],
      ['Nationalité principale', 'Belgique'],
      ['Pays de naissance', ''],
      ['Numéro de registre national', ''],
      ['Lieu de naissance', ''],
      ['IBAN', ''],
      ['Client SIR ?', '[ ]'],
      ['Date d’inscription CuZo MyPV', ''],
      ['Date d’inscription CuZo MyVivium', ''],
      ['Coordonnées'],
      ['E-mail 1', 'testing@test.com'],
      ['E-mail 2', ''],
      ['GSM', '', 'Autre GSM', ''],
      ['Téléphone', '', 'Autre téléphone', ''],
    ],
  },
};

const car = 'Audi - A5 Sportback (2011) (8TA) - 1EAA999';

export const policy: Readonly<Record<string, Picture>> = {
  'agent.nl': {
    title: '111000171363',
    facts: [['Verzekeringnemer', 'Test Test', 'Status', 'Lopend', 'Vernieuwingsdatum', '14/02/2024, 00:00']],
    tabs: ['Details', 'CuZo', 'Kwijting', 'Onbetaalde Premies'],
    rows: [
      [car],
      ['Details'],
      ['Voertuig', car, 'Contractnummer', '111000171363'],
      ['Vernieuwingsdatum', '14 feb 2024', 'Jaarlijkse premie', '€ 504,92'],
      ['Voertuig informatie'],
      ['Merk', 'Audi', 'Model', 'A5 Sportback (2011) (8TA)'],
      ['Nummerplaat', '1EAA999', 'Vermogen (kW)', '100'],
      ['Passagiers, anderen en bestuurder'],
      ['Burgerlijke aansprakelijkheid', 'Verzekerd', 'Bescherming van de bestuurder', 'Niet verzekerd'],
      ['Rechtsbijstand', 'Verzekerd'],
      ['Voertuig'],
      ['Glasbraak', 'Niet verzekerd', 'Brand', 'Niet verzekerd'],
      ['Natuurkrachten en dieren', 'Niet verzekerd', 'Diefstal', 'Niet verzekerd'],
      ['Materiële schade', 'Niet verzekerd'],
      ['Mobiliteit'],
      ['Bijstand ongeval', 'Verzekerd', 'Pechbijstand', 'Niet verzekerd'],
      ['Bijstand personen', 'Niet verzekerd', 'Bijstand diefstal', 'Niet verzekerd'],
      ['Upgrade voertuig', 'Niet verzekerd', 'Banden', 'Niet verzekerd'],
      ['Inhoud - activiteiten'],
      ['Uitrusting van de motorbestuurder', 'Niet verzekerd', 'Private inhoud', 'Niet verzekerd'],
      ['Hoofdbestuurder'],
      ['Voornaam', 'JANNUONE', 'Naam', 'JANNUONE'],
    ],
  },
  'agent.fr': {
    title: '111000171363',
    facts: [
      ['Preneur d’assurance', 'Test Test', 'Statut', 'En cours', 'Date de renouvellement', '14/02/24 00:00'],
    ],
    tabs: ['Détails', 'CuZo', 'Quittance', 'Primes impayées'],
    rows: [
      [car],
      ['Détails'],
      ['Véhicule', car, 'Numéro de contrat', '111000171363'],
      ['Date de renouvellement', '14 févr. 2024', 'Prime annuelle', '504,92 €'],
      ['Informations sur le véhicule'],
      ['Marque', 'Audi', 'Modèle', 'A5 Sportback (2011) (8TA)'],
      ['Plaque d’immatriculation', '1EAA999', 'Puissance (kW)', '100'],
      ['Passagers, tiers et conducteur'],
      ['Responsabilité civile', 'Assuré', 'Protection du conducteur', 'Non assuré'],
      ['Protection juridique', 'Assuré'],
      ['Véhicule'],
      ['Bris de vitrage', 'Non assuré', 'Incendie', 'Non assuré'],
      ['Forces de la nature et animaux', 'Non assuré', 'Vol', 'Non assuré'],
      ['Dégâts matériels', 'Non assuré'],
      ['Mobilité'],
      ['Assistance accident', 'Assuré', 'Assistance panne', 'Non assuré'],
      ['Assistance personnes', 'Non assuré', 'Assistance vol', 'Non assuré'],
      ['Upgrade véhicule', 'Non assuré', 'Pneus', 'Non assuré'],
      ['Contenu - activités'],
      ['Équipement du motard', 'Non assuré', 'Contenu privé', 'Non assuré'],
      ['Conducteur principal'],
      ['Prénom', 'JANNUONE', 'Nom', 'JANNUONE'],
    ],
  },
};
