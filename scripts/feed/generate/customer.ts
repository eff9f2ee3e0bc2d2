import type { Zone } from '../contract.ts';
import type { Language } from './language.ts';
import type { Names } from './names.ts';
import { PLACES, type Place } from './places.ts';
import type { Random } from './random.ts';

/** A fictitious person or firm. */
export interface Customer {
  readonly number: string;
  readonly language: Language;
  readonly isBusiness: boolean;
  readonly isMale: boolean;
  readonly firstName: string;
  readonly lastName: string;
  /** A person's first and last name, or the firm's name. */
  readonly name: string;
  readonly birthDate: string;
  readonly email: string;
  readonly mobile: string;
  readonly phone: string | null;
  readonly address: Address;
}

export interface Address {
  readonly street: string;
  readonly houseNumber: string;
  readonly box: string | null;
  readonly place: Place;
}

/** Different from the numbers in config/samples, so that both can be in one org. */
const FIRST_CUSTOMER = 20_000_000;
const FIRST_UNKNOWN_CUSTOMER = 900_000_000;
const FIRST_POLICY = 300_000_000;
const FIRST_UNKNOWN_POLICY = 900_000_000;
const BRAND_DIGITS: Readonly<Record<Zone, string>> = { mypv: '111', myvivium: '222' };

const customerNumber = (index: number): string => String(FIRST_CUSTOMER + index);
export const policyNumber = (zone: Zone, index: number): string =>
  `${BRAND_DIGITS[zone]}${FIRST_POLICY + index}`;

/** A customer number that no record of the org has. */
export const unknownCustomerNumber = (index: number): string => String(FIRST_UNKNOWN_CUSTOMER + index);
export const unknownPolicyNumber = (zone: Zone, index: number): string =>
  `${BRAND_DIGITS[zone]}${FIRST_UNKNOWN_POLICY + index}`;

const BUSINESS_SHARE = 0.03;
const TRADES: Readonly<Record<Language, readonly string[]>> = {
  nl: ['Bakkerij', 'Garage', 'Schrijnwerken', 'Drukkerij', 'Tuinaanleg'],
  fr: ['Boulangerie', 'Garage', 'Menuiserie', 'Imprimerie', 'Jardins'],
  de: ['Bäckerei', 'Garage', 'Schreinerei', 'Druckerei', 'Gartenbau'],
};
const LEGAL_FORM = { nl: 'BV', fr: 'SRL', de: 'GmbH' } as const;

/** Domains that RFC 2606 reserves for examples, so that nobody gets mail. */
const MAIL_DOMAINS = ['example.com', 'example.org', 'example.net'] as const;

/** Returns the customers of a seed by index. A customer doesn't depend on which others were asked for before. */
export function openCustomers(
  random: Random,
  namesOf: Readonly<Record<Language, Names>>,
): (index: number) => Customer {
  return (index) => {
    random.start(1, index);
    const drawn = random.next();
    const language = drawn < 0.56 ? 'nl' : drawn < 0.98 ? 'fr' : 'de';
    const names = namesOf[language];
    const isBusiness = random.chance(BUSINESS_SHARE);
    const isMale = random.chance(0.5);
    const firstName = names.first(random, isMale);
    const lastName = names.last(random);
    const address = drawAddress(random, names, language);
    const name = isBusiness
      ? `${random.pick(TRADES[language])} ${lastName} ${LEGAL_FORM[language]}`
      : `${firstName} ${lastName}`;
    return {
      number: customerNumber(index),
      language,
      isBusiness,
      isMale,
      firstName,
      lastName,
      name,
      birthDate: [random.int(1940, 2004), twoDigits(random.int(1, 12)), twoDigits(random.int(1, 28))].join(
        '-',
      ),
      email: `${mailName(firstName)}.${mailName(lastName)}.${index}@${random.pick(MAIL_DOMAINS)}`,
      mobile: mobileNumber(random),
      phone: random.chance(0.3) ? landline(random, address.place) : null,
      address,
    };
  };
}

function drawAddress(random: Random, names: Names, language: Language): Address {
  return {
    street: names.street(random),
    houseNumber: String(random.int(1, 240)),
    box: random.chance(0.15) ? String(random.int(1, 30)) : null,
    place: random.pick(PLACES[language]),
  };
}

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** A mobile number of the block 4xx 00. */
export const mobileNumber = (random: Random): string =>
  `+32 4${random.int(70, 99)} 00 ${twoDigits(random.int(0, 99))} ${twoDigits(random.int(0, 99))}`;

/** No real subscriber number begins with a 0, so nobody's telephone rings. */
const landline = (random: Random, { area }: Place): string =>
  `+32 ${area} ${area.length === 1 ? '000' : '00'} ${twoDigits(random.int(0, 99))} ${twoDigits(random.int(0, 99))}`;

const mailName = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/[^A-Za-z]/g, '')
    .toLowerCase();

/** The street line as the job writes it to the org (docs/FEED.md): `street houseNumber bus box`. */
export const streetLine = ({ street, houseNumber, box }: Address): string =>
  box === null ? `${street} ${houseNumber}` : `${street} ${houseNumber} bus ${box}`;
