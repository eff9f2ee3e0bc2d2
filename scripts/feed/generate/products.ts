import type { PRODUCTS, HIDDEN_REASONS } from '../knownCodes.ts';
import type { Zone } from '../contract.ts';
import type { Texts } from './language.ts';

export type Product = (typeof PRODUCTS)[number];
export type HiddenReason = (typeof HIDDEN_REASONS)[number];

/** Names and facts of a product. */
export interface ProductFacts {
  readonly name: Texts;
  readonly isLife: boolean;
  /** Yearly premium, in euro. */
  readonly premium: readonly [low: number, high: number];
  /** Why the zone never shows it; without this, it does. */
  readonly hidden?: HiddenReason;
}

const names = (nl: string, fr: string, de: string): Texts => ({ nl, fr, de });

/** Dutch and French names as the two brands publish them. */
export const PRODUCT_FACTS: Readonly<Record<Product, ProductFacts>> = {
  car: {
    name: names('Autoverzekering', 'Assurance auto', 'Autoversicherung'),
    isLife: false,
    premium: [380, 1400],
  },
  motorcycle: {
    name: names('Motorverzekering', 'Assurance moto', 'Motorradversicherung'),
    isLife: false,
    premium: [180, 700],
  },
  home: {
    name: names('Woningverzekering', 'Assurance habitation', 'Wohnungsversicherung'),
    isLife: false,
    premium: [210, 900],
  },
  'family-liability': {
    name: names('BA Gezin', 'RC familiale', 'Familienhaftpflicht'),
    isLife: false,
    premium: [75, 160],
  },
  'private-accident': {
    name: names('Ongevallen privéleven', 'Accidents vie privée', 'Private Unfallversicherung'),
    isLife: false,
    premium: [90, 320],
  },
  'legal-assistance': {
    name: names('Rechtsbijstand', 'Protection juridique', 'Rechtsschutz'),
    isLife: false,
    premium: [90, 260],
  },
  'pension-savings': {
    name: names('Pensioensparen', 'Épargne-pension', 'Pensionssparen'),
    isLife: true,
    premium: [360, 1310],
  },
  'long-term-savings': {
    name: names('Langetermijnsparen', 'Épargne à long terme', 'Langzeitsparen'),
    isLife: true,
    premium: [360, 2450],
  },
  'supplementary-pension-self-employed': {
    name: names('VAPZ', 'PLCI', 'Freie Zusatzpension für Selbstständige'),
    isLife: true,
    premium: [600, 3900],
  },
  savings: {
    name: names('Spaarverzekering', 'Assurance épargne', 'Sparversicherung'),
    isLife: true,
    premium: [300, 5000],
  },
  investment: {
    name: names('Beleggingsverzekering', 'Assurance placement', 'Anlageversicherung'),
    isLife: true,
    premium: [1000, 12000],
  },
  death: {
    name: names('Overlijdensverzekering', 'Assurance décès', 'Todesfallversicherung'),
    isLife: true,
    premium: [80, 420],
  },
  'guaranteed-income': {
    name: names('Gewaarborgd inkomen', 'Revenu garanti', 'Garantiertes Einkommen'),
    isLife: true,
    premium: [350, 1500],
  },
  'group-insurance': {
    name: names('Groepsverzekering', 'Assurance de groupe', 'Gruppenversicherung'),
    isLife: true,
    premium: [800, 4000],
    hidden: 'group-insurance-site',
  },
  bicycle: {
    name: names('Fietsverzekering', 'Assurance vélo', 'Fahrradversicherung'),
    isLife: false,
    premium: [60, 240],
    hidden: 'bicycle',
  },
  niche: {
    name: names('BA Jacht', 'RC Chasse', 'Jagdhaftpflicht'),
    isLife: false,
    premium: [60, 180],
    hidden: 'niche',
  },
};

const times = (count: number, product: Product): readonly Product[] =>
  Array.from({ length: count }, () => product);

/** What each brand sells; a product is drawn as often as it is listed. */
export const PORTFOLIO: Readonly<Record<Zone, readonly Product[]>> = {
  mypv: [
    ...times(30, 'car'),
    ...times(4, 'motorcycle'),
    ...times(20, 'home'),
    ...times(14, 'family-liability'),
    ...times(3, 'private-accident'),
    ...times(5, 'legal-assistance'),
    ...times(11, 'pension-savings'),
    ...times(4, 'long-term-savings'),
    ...times(2, 'supplementary-pension-self-employed'),
    ...times(2, 'savings'),
    ...times(2, 'death'),
    ...times(1, 'guaranteed-income'),
    ...times(1, 'bicycle'),
    ...times(1, 'niche'),
  ],
  myvivium: [
    ...times(6, 'home'),
    ...times(4, 'family-liability'),
    ...times(5, 'pension-savings'),
    ...times(5, 'long-term-savings'),
    ...times(3, 'supplementary-pension-self-employed'),
    ...times(5, 'savings'),
    ...times(4, 'investment'),
    ...times(4, 'death'),
    ...times(2, 'guaranteed-income'),
    ...times(2, 'group-insurance'),
  ],
};
