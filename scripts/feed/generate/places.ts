import type { Language } from './language.ts';

/** A town with its postal code and its telephone area code (without the 0). */
export interface Place {
  readonly postalCode: string;
  readonly city: string;
  readonly area: string;
}

const place = (postalCode: string, city: string, area: string): Place => ({ postalCode, city, area });

/** Towns by the language spoken there; Brussels is in two lists. */
export const PLACES: Readonly<Record<Language, readonly Place[]>> = {
  nl: [
    place('1000', 'Brussel', '2'),
    place('1800', 'Vilvoorde', '2'),
    place('2000', 'Antwerpen', '3'),
    place('2300', 'Turnhout', '14'),
    place('2440', 'Geel', '14'),
    place('2800', 'Mechelen', '15'),
    place('3000', 'Leuven', '16'),
    place('3300', 'Tienen', '16'),
    place('3500', 'Hasselt', '11'),
    place('3600', 'Genk', '89'),
    place('8000', 'Brugge', '50'),
    place('8400', 'Oostende', '59'),
    place('8500', 'Kortrijk', '56'),
    place('8800', 'Roeselare', '51'),
    place('8900', 'Ieper', '57'),
    place('9000', 'Gent', '9'),
    place('9100', 'Sint-Niklaas', '3'),
    place('9300', 'Aalst', '53'),
    place('9700', 'Oudenaarde', '55'),
  ],
  fr: [
    place('1000', 'Bruxelles', '2'),
    place('1180', 'Uccle', '2'),
    place('1300', 'Wavre', '10'),
    place('1348', 'Louvain-la-Neuve', '10'),
    place('1400', 'Nivelles', '67'),
    place('4000', 'Liège', '4'),
    place('4500', 'Huy', '85'),
    place('4800', 'Verviers', '87'),
    place('5000', 'Namur', '81'),
    place('5500', 'Dinant', '82'),
    place('6000', 'Charleroi', '71'),
    place('6600', 'Bastogne', '61'),
    place('6700', 'Arlon', '63'),
    place('7000', 'Mons', '65'),
    place('7100', 'La Louvière', '64'),
    place('7500', 'Tournai', '69'),
  ],
  de: [
    place('4700', 'Eupen', '87'),
    place('4720', 'Kelmis', '87'),
    place('4750', 'Bütgenbach', '80'),
    place('4780', 'Sankt Vith', '80'),
  ],
};
