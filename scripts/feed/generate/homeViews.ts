import type { ViewItem } from '../view.ts';
import { firstOf } from './calendar.ts';
import { streetLine, type Customer } from './customer.ts';
import type { Texts } from './language.ts';
import type { Policy } from './policy.ts';
import type { ProductView } from './productView.ts';
import type { Random } from './random.ts';
import { covered, date, money, section, text } from './viewItems.ts';

const BUILDING_TYPES: readonly Texts[] = [
  { nl: 'Rijwoning', fr: 'Maison mitoyenne', de: 'Reihenhaus' },
  { nl: 'Halfopen bebouwing', fr: 'Maison trois façades', de: 'Doppelhaushälfte' },
  { nl: 'Vrijstaande woning', fr: 'Maison quatre façades', de: 'Freistehendes Haus' },
  { nl: 'Appartement', fr: 'Appartement', de: 'Wohnung' },
];
const OCCUPANCIES: readonly Texts[] = [
  { nl: 'Eigenaar-bewoner', fr: 'Propriétaire occupant', de: 'Eigentümer und Bewohner' },
  { nl: 'Huurder', fr: 'Locataire', de: 'Mieter' },
  { nl: 'Eigenaar niet-bewoner', fr: 'Propriétaire non occupant', de: 'Eigentümer, vermietet' },
];
const FAMILIES: readonly Texts[] = [
  { nl: 'Gezin met kinderen', fr: 'Famille avec enfants', de: 'Familie mit Kindern' },
  { nl: 'Gezin zonder kinderen', fr: 'Famille sans enfants', de: 'Familie ohne Kinder' },
  { nl: 'Alleenstaande', fr: 'Personne seule', de: 'Alleinstehend' },
];

const details = (policy: Policy): ViewItem[] => [
  text('contract-number', policy.number),
  date('renewal-date', firstOf(policy.renewal)),
  money('annual-premium', policy.premium),
];

/** View of a home insurance: the insured building and its contents. */
export function homeView(policy: Policy, owner: Customer, random: Random): ProductView {
  const { language, address } = owner;
  const title = `${streetLine(address)}, ${address.place.postalCode} ${address.place.city}`;
  return {
    title,
    sections: [
      section('details', details(policy)),
      section('risk', [
        text('address', title),
        text('building-type', random.pick(BUILDING_TYPES)[language]),
        text('occupancy', random.pick(OCCUPANCIES)[language]),
        money('insured-building', random.int(240, 1600) * 500),
        money('insured-contents', random.int(40, 240) * 500),
      ]),
      section('building', [
        covered('fire', true),
        covered('water-damage', true),
        covered('storm-hail', true),
        covered('glass-breakage', random.chance(0.9)),
        covered('natural-disasters', true),
      ]),
      section('contents', [covered('theft', random.chance(0.6))]),
      section('covers', [covered('legal-assistance', random.chance(0.4))]),
    ],
  };
}

/** View of covers of persons: liability, accidents, legal assistance. */
export function personCoverView(policy: Policy, owner: Customer, random: Random): ProductView {
  const sections = [section('details', details(policy))];
  if (policy.product === 'private-accident')
    sections.push(
      section('insured-persons', [text('insured-person', owner.name)]),
      section('covers', [
        money('permanent-disability', random.int(2, 10) * 25_000),
        money('death-benefit', random.int(1, 4) * 12_500),
        money('medical-expenses', random.int(2, 6) * 1250),
      ]),
    );
  else if (policy.product === 'legal-assistance')
    sections.push(
      section('insured-persons', [text('insured-person', owner.name)]),
      section('covers', [
        covered('consumer-disputes', true),
        covered('housing-disputes', random.chance(0.7)),
        covered('employment-disputes', random.chance(0.4)),
        money('insured-amount', random.int(3, 15) * 5000),
      ]),
    );
  else
    sections.push(
      section('insured-persons', [
        text('policyholder', owner.name),
        text('composition-of-family', random.pick(FAMILIES)[owner.language]),
      ]),
      section('covers', [
        covered('third-party-liability', true),
        covered('pets', random.chance(0.8)),
        covered('legal-assistance', random.chance(0.5)),
      ]),
      section('risk', [money('insured-amount', '31192910.00'), money('deductible', '324.91')]),
    );
  return { sections };
}
