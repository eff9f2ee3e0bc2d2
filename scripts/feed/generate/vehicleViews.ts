import type { ViewItem } from '../view.ts';
import { firstOf } from './calendar.ts';
import type { Customer } from './customer.ts';
import type { Language } from './language.ts';
import type { Policy } from './policy.ts';
import type { ProductView } from './productView.ts';
import type { Random } from './random.ts';
import { covered, date, money, number, section, text } from './viewItems.ts';

type Models = readonly (readonly [make: string, model: string])[];

const CARS: Models = [
  ['Audi', 'A3 Sportback'],
  ['Audi', 'A5 Sportback'],
  ['BMW', '1 Reeks'],
  ['BMW', 'X1'],
  ['Citroën', 'C3'],
  ['Dacia', 'Sandero'],
  ['Ford', 'Focus'],
  ['Kia', 'Ceed'],
  ['Mercedes-Benz', 'A-Klasse'],
  ['Opel', 'Corsa'],
  ['Peugeot', '208'],
  ['Peugeot', '3008'],
  ['Renault', 'Clio'],
  ['Škoda', 'Octavia Combi'],
  ['Tesla', 'Model 3'],
  ['Toyota', 'Yaris'],
  ['Volkswagen', 'Golf'],
  ['Volkswagen', 'Polo'],
  ['Volvo', 'V60'],
  ['Volvo', 'XC40'],
];
const MOTORCYCLES: Models = [
  ['BMW', 'R 1250 GS'],
  ['Ducati', 'Monster'],
  ['Honda', 'CB500F'],
  ['Kawasaki', 'Z650'],
  ['KTM', '390 Duke'],
  ['Piaggio', 'Vespa GTS'],
  ['Suzuki', 'V-Strom'],
  ['Yamaha', 'MT-07'],
];
const BICYCLES: Models = [
  ['Gazelle', 'Ultimate'],
  ['Koga', 'E-Nova'],
  ['Ridley', 'Fenix'],
  ['Oxford', 'Magnum'],
];
const LETTERS = 'ABCDEFGHJKLNPRSTUVWXYZ'.split('');
const CYLINDER_CAPACITIES: readonly number[] = [125, 390, 471, 649, 689, 937, 1254];

const threeLetters = (random: Random): string =>
  random.pick(LETTERS) + random.pick(LETTERS) + random.pick(LETTERS);

/** A plate as the zone writes it: `1EAA999`, for a motorcycle `MEAA999`. */
const numberPlate = (random: Random, first: string): string =>
  `${first}${threeLetters(random)}${String(random.int(0, 999)).padStart(3, '0')}`;

/** View of a car, motorcycle or bicycle insurance: title and details name the vehicle, then comes what is insured. */
export function vehicleView(policy: Policy, owner: Customer, random: Random): ProductView {
  const [make, model] = random.pick(modelsOf(policy));
  const year = random.int(2008, 2025);
  const plate = policy.product === 'bicycle' ? null : numberPlate(random, plateStart(policy, random));
  const title = [make, `${model} (${year})`, ...(plate === null ? [] : [plate])].join(' - ');
  const vehicle: readonly ViewItem[] = [
    text('make', make),
    text('model', `${model} (${year})`),
    ...(plate === null ? [] : [text('number-plate', plate)]),
    ...engine(policy, random),
  ];
  const isOmnium = random.chance(0.35);
  const driver = driverNames(owner, random);
  return {
    title,
    sections: [
      section('details', [
        text('vehicle', title),
        text('contract-number', policy.number),
        date('renewal-date', firstOf(policy.renewal)),
        money('annual-premium', policy.premium),
      ]),
      section('vehicle-information', vehicle),
      section(
        'passengers-others-driver',
        covers(random, 0.6, ['driver-protection', 'legal-assistance'], true),
      ),
      section('vehicle', [
        ...covers(random, isOmnium ? 1 : 0.3, ['glass-breakage', 'fire', 'natural-forces-animals', 'theft']),
        covered('own-damage', isOmnium),
      ]),
      section('mobility', covers(random, 0.3, MOBILITY)),
      section('contents-activities', [
        covered('motorcyclist-equipment', policy.product === 'motorcycle' && random.chance(0.5)),
        covered('private-contents', random.chance(0.1)),
      ]),
      section('main-driver', [text('first-name', driver[0]), text('last-name', driver[1])]),
    ],
  };
}

const MOBILITY = [
  'accident-assistance',
  'breakdown-assistance',
  'personal-assistance',
  'theft-assistance',
  'vehicle-upgrade',
  'tyres',
] as const;

function covers(
  random: Random,
  share: number,
  codes: readonly string[],
  withLiability = false,
): readonly ViewItem[] {
  const drawn = codes.map((code) => covered(code, random.chance(share)));
  return withLiability ? [covered('third-party-liability', true), ...drawn] : drawn;
}

function modelsOf({ product }: Policy): Models {
  if (product === 'motorcycle') return MOTORCYCLES;
  return product === 'bicycle' ? BICYCLES : CARS;
}

const plateStart = ({ product }: Policy, random: Random): string =>
  product === 'motorcycle' ? 'M' : String(random.int(1, 2));

function engine({ product }: Policy, random: Random): readonly ViewItem[] {
  if (product === 'bicycle') return [];
  if (product === 'motorcycle') return [number('cylinder-capacity', random.pick(CYLINDER_CAPACITIES), 'cm³')];
  return [number('power-kw', random.int(48, 210))];
}

const COMPANY_DRIVER: Readonly<Record<Language, readonly [string, string]>> = {
  nl: ['Wisselende', 'bestuurders'],
  fr: ['Conducteurs', 'divers'],
  de: ['Wechselnde', 'Fahrer'],
};

const driverNames = (owner: Customer, random: Random): readonly [string, string] =>
  owner.isBusiness && random.chance(0.5) ? COMPANY_DRIVER[owner.language] : [owner.firstName, owner.lastName];
