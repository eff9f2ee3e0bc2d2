import type { View, ViewItem } from '../view.ts';
import type { Customer } from './customer.ts';
import type { Language, Texts } from './language.ts';
import type { Policy } from './policy.ts';
import type { ProductView } from './productView.ts';
import type { Random } from './random.ts';
import { covered, date, money, number, percent, section, text, type Section } from './viewItems.ts';

/** The zone's figures are those of the end of last month. */
const SITUATION_DAY = '2026-10-31';

const AT_LIFE: Texts = {
  nl: 'Verzekeringnemer',
  fr: 'Le preneur d’assurance',
  de: 'Der Versicherungsnehmer',
};
const AT_DEATH: readonly Texts[] = [
  { nl: 'De echtgenoot', fr: 'Le conjoint', de: 'Der Ehepartner' },
  { nl: 'De kinderen', fr: 'Les enfants', de: 'Die Kinder' },
  { nl: 'De wettelijke erfgenamen', fr: 'Les héritiers légaux', de: 'Die gesetzlichen Erben' },
  { nl: 'De kredietgever', fr: 'Le prêteur', de: 'Der Kreditgeber' },
];
const FUNDS: readonly Texts[] = [
  { nl: 'Voorbeeldfonds Evenwichtig', fr: 'Fonds Exemple Équilibré', de: 'Muster Fonds Ausgewogen' },
  { nl: 'Voorbeeldfonds Defensief', fr: 'Fonds Exemple Défensif', de: 'Muster Fonds Defensiv' },
  { nl: 'Voorbeeldfonds Dynamisch', fr: 'Fonds Exemple Dynamique', de: 'Muster Fonds Dynamisch' },
];
const DAYS: Texts = { nl: 'dagen', fr: 'jours', de: 'Tage' };
const INTERESTS = [0.75, 1, 1.25, 1.5, 1.75, 2, 2.25, 3.25] as const;

const cents = (random: Random, low: number, high: number): string =>
  (random.int(low * 100, high * 100) / 100).toFixed(2);

/**
 * View of savings, investment, death and income products: details, what is saved or covered, beneficiaries, and documents.
 */
export function lifeView(policy: Policy, owner: Customer, random: Random): ProductView {
  const details: readonly ViewItem[] = [
    text('contract-number', policy.number),
    date('start-date', policy.startDay),
    date('end-date', `${random.int(2030, 2062)}${policy.startDay.slice(4)}`),
    money('annual-premium', policy.premium),
  ];
  return {
    sections: [section('details', details), ...contents(policy, owner, random)],
    documents: documents(policy, random),
  };
}

function contents(policy: Policy, owner: Customer, random: Random): readonly Section[] {
  const { language } = owner;
  const { product } = policy;
  const atDeath = text('beneficiary-death', random.pick(AT_DEATH)[language]);
  if (product === 'guaranteed-income') return [income(language, random)];
  if (product === 'investment') return [investment(language, random), section('beneficiaries', [atDeath])];
  if (product === 'death')
    return [
      section('covers', [money('death-benefit', cents(random, 20_000, 250_000))]),
      section('beneficiaries', [atDeath]),
    ];
  return [
    savings(random),
    ...supplements(policy, random),
    section('beneficiaries', [text('beneficiary-life', AT_LIFE[language]), atDeath]),
  ];
}

const income = (language: Language, random: Random): Section =>
  section('covers', [
    money('annual-annuity', random.int(12, 60) * 500),
    number('waiting-period', random.pick([30, 60, 90]), DAYS[language]),
    covered('waiver-of-premium', random.chance(0.7)),
  ]);

const investment = (language: Language, random: Random): Section =>
  section('investment', [
    text('fund', random.pick(FUNDS)[language]),
    number('units', random.int(10_000, 9_000_000) / 10_000),
    money('current-value', cents(random, 1000, 90_000)),
    date('situation-date', SITUATION_DAY),
    percent('return', random.int(-60, 120) / 10),
  ]);

const savings = (random: Random): Section =>
  section('savings', [
    money('total-saved', cents(random, 500, 90_000)),
    date('situation-date', SITUATION_DAY),
    percent('guaranteed-interest', random.pick(INTERESTS)),
    money('profit-sharing', cents(random, 0, 400)),
    money('expected-capital', cents(random, 90_000, 180_000)),
  ]);

function supplements({ product }: Policy, random: Random): readonly Section[] {
  if (product !== 'supplementary-pension-self-employed') return [];
  return [
    section('supplementary-covers', [
      covered('guaranteed-income', random.chance(0.5)),
      covered('waiver-of-premium', random.chance(0.5)),
    ]),
  ];
}

function documents({ product }: Policy, random: Random): NonNullable<View['documents']> {
  const proof = { issuedOn: `2026-03-0${random.int(1, 9)}`, type: 'premium-payment-proof' };
  if (product === 'death' || product === 'guaranteed-income') return [proof];
  return [
    proof,
    { issuedOn: `2026-05-0${random.int(1, 9)}`, type: 'tax-certificate' },
    { issuedOn: `2026-03-1${random.int(0, 9)}`, type: 'annual-statement' },
  ];
}
