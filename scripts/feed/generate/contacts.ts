import type { ContactData, Zone } from '../contract.ts';
import { momentBefore } from './calendar.ts';
import { mobileNumber, type Address, type Customer } from './customer.ts';
import type { Fate } from './fates.ts';
import type { Random } from './random.ts';
import type { Before } from './registrations.ts';
import { writtenBy, type Said, type Sayings } from './sayings.ts';
import { inTurn } from './shares.ts';

/** What the org holds of a customer's contact data. `asOf`: their last change in a zone, null when there was none. */
export interface ContactWord {
  readonly asOf: number | null;
  readonly email: string;
  readonly mobile: string;
  readonly phone: string | null;
  readonly address: Address;
}

const CHANGES = ['email', 'mobile', 'moves', 'phone-removed', 'first-word'] as const;
type Change = (typeof CHANGES)[number];

const DAY_MS = 24 * 3600 * 1000;

/** What the org holds of a customer who has changed nothing in a zone. */
export const contactOf = ({ email, mobile, phone, address }: Customer): ContactWord => ({
  asOf: null,
  email,
  mobile,
  phone,
  address,
});

/** Gives the function that lets a zone tell a person's contact data. */
export function openContacts(
  random: Random,
  { say, repeat }: Sayings,
): (zone: Zone, customer: Customer, fate: Exclude<Fate, 'bad'>) => Before<ContactWord> {
  const nextChange = inTurn(CHANGES);

  return (zone, customer, fate) => {
    // From go-live (contact.since of config/sync.json) to the day before yesterday.
    const asOf = momentBefore(random.int(2, 60), random.int(0, 86_399));
    const now = { ...contactOf(customer), asOf };
    const tell = (word: ContactWord, changedAt: number): Said<'be.pv.cuzo.contact.v1'> => ({
      type: 'be.pv.cuzo.contact.v1',
      subject: customer.number,
      data: contactData(word, writtenBy(zone, changedAt)),
    });
    if (fate === 'changed') {
      const kind = nextChange();
      const told = kind === 'phone-removed' ? { ...now, phone: null } : now;
      say(zone, tell(told, momentBefore(1, random.int(5 * 3600, 20 * 3600))), 'changed');
      return { before: wordBefore(kind, now, random), isChanged: true };
    }
    const other = { ...now, mobile: mobileNumber(random) };
    if (fate === 'late') {
      say(zone, tell(other, asOf - DAY_MS), 'late');
      return { before: now, isChanged: false };
    }
    const line = say(zone, tell(now, asOf), 'unchanged');
    if (fate === 'duplicate') repeat(zone, line, 'duplicate');
    if (fate === 'superseded') say(zone, tell(other, asOf - DAY_MS), 'superseded');
    return { before: now, isChanged: false };
  };
}

function wordBefore(kind: Change, now: ContactWord, random: Random): ContactWord {
  switch (kind) {
    case 'email':
      return { ...now, email: `former.${now.email}` };
    case 'mobile':
      return { ...now, mobile: mobileNumber(random) };
    case 'moves':
      return { ...now, address: { ...now.address, houseNumber: String(random.int(241, 480)) } };
    case 'phone-removed':
      return { ...now, phone: now.phone ?? '+32 2 000 00 00' };
    case 'first-word':
      return { ...now, asOf: null };
  }
}

function contactData({ email, mobile, phone, address }: ContactWord, changedAt: string): ContactData {
  const { street, houseNumber, box, place } = address;
  return {
    changedAt,
    email,
    mobile,
    phone,
    address: {
      street,
      houseNumber,
      ...(box === null ? {} : { box }),
      postalCode: place.postalCode,
      city: place.city,
      country: 'BE',
    },
  };
}
