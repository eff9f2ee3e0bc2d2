import { base, de, Faker, fr, fr_BE, nl, nl_BE, type LocaleDefinition } from '@faker-js/faker';
import type { Language } from './language.ts';
import { openRandom, type Random } from './random.ts';

/** Names of people and streets in a language, picked from as many as a large place has. */
export interface Names {
  readonly first: (random: Random, isMale: boolean) => string;
  readonly last: (random: Random) => string;
  readonly street: (random: Random) => string;
}

/** How many of a kind there are. faker takes longer for a name than all the rest of a customer. */
const KINDS = 2000;

/** Faker's own family names for French-speaking Belgium are mostly English. */
const BELGIAN_FRENCH: LocaleDefinition = {
  ...fr_BE,
  person: { ...fr_BE.person, last_name: fr.person?.last_name ?? null },
};

const LOCALES: Readonly<Record<Language, LocaleDefinition[]>> = {
  nl: [nl_BE, nl, base],
  fr: [BELGIAN_FRENCH, fr, base],
  de: [de, base],
};

/** The names of a seed. Each is drawn when it is first picked, and doesn't depend on which were picked before. */
export function openNames(seed: number): Readonly<Record<Language, Names>> {
  const random = openRandom(seed);
  const randomizer = { next: random.next, seed: () => undefined };
  let streams = 0;

  function pool(draw: () => string): (picking: Random) => string {
    const drawn: string[] = [];
    streams += 1;
    const stream = -streams;
    return (picking) => {
      const place = picking.int(0, KINDS - 1);
      if (drawn[place] === undefined) {
        random.start(stream, place);
        drawn[place] = draw();
      }
      return drawn[place];
    };
  }
  function namesOf(locale: LocaleDefinition[]): Names {
    const faker = new Faker({ locale, randomizer });
    const male = pool(() => faker.person.firstName('male'));
    const female = pool(() => faker.person.firstName('female'));
    return {
      first: (picking, isMale) => (isMale ? male : female)(picking),
      last: pool(() => faker.person.lastName()),
      street: pool(() => faker.location.street()),
    };
  }
  return { nl: namesOf(LOCALES.nl), fr: namesOf(LOCALES.fr), de: namesOf(LOCALES.de) };
}
