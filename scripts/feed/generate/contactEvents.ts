import type { ContactData, Zone } from '../contract.ts';
import { momentBefore } from './calendar.ts';
import { mobileNumber, type Address, type Customer } from './customer.ts';
import type { Scenario } from './scenarios.ts';
import type { Random } from './random.ts';
import type { OrgState } from './registrationEvents.ts';
import { writtenBy, type EventDraft, type EventWriter } from './eventWriter.ts';
import { inTurn } from './shares.ts';

/** The contact data that the org holds of a customer. `asOf`, `zone`: their last change, null when there was none. */
export interface ContactState {
  readonly asOf: number | null;
  readonly zone: Zone | null;
  readonly email: string;
  readonly mobile: string;
  readonly phone: string | null;
  readonly address: Address;
}

const CHANGES = ['email', 'mobile', 'moves', 'phone-removed', 'first-event'] as const;
type Change = (typeof CHANGES)[number];

const DAY_MS = 24 * 3600 * 1000;

/** The contact data that the org holds of a customer who never changed it in a zone. */
export const contactOf = ({ email, mobile, phone, address }: Customer): ContactState => ({
  asOf: null,
  zone: null,
  email,
  mobile,
  phone,
  address,
});

/** Returns a function that writes the contact events of a person for a scenario and returns what the org held before. */
export function openContactEvents(
  random: Random,
  { write, repeat }: EventWriter,
): (zone: Zone, customer: Customer, scenario: Exclude<Scenario, 'bad'>) => OrgState<ContactState> {
  const nextChange = inTurn(CHANGES);

  return (zone, customer, scenario) => {
    // From go-live (contact.since of config/sync.json) to the day before yesterday.
    const asOf = momentBefore(random.int(2, 60), random.int(0, 86_399));
    const now = { ...contactOf(customer), asOf, zone };
    const draft = (state: ContactState, changedAt: number): EventDraft<'be.pv.cuzo.contact.v1'> => ({
      type: 'be.pv.cuzo.contact.v1',
      subject: customer.number,
      data: contactData(state, writtenBy(zone, changedAt)),
    });
    if (scenario === 'changed') {
      const kind = nextChange();
      const sent = kind === 'phone-removed' ? { ...now, phone: null } : now;
      write(zone, draft(sent, momentBefore(1, random.int(5 * 3600, 20 * 3600))), 'changed');
      return { before: stateBefore(kind, now, random), isChanged: true };
    }
    const other = { ...now, mobile: mobileNumber(random) };
    if (scenario === 'late') {
      write(zone, draft(other, asOf - DAY_MS), 'late');
      return { before: now, isChanged: false };
    }
    const line = write(zone, draft(now, asOf), 'unchanged');
    if (scenario === 'duplicate') repeat(zone, line, 'duplicate');
    if (scenario === 'superseded') write(zone, draft(other, asOf - DAY_MS), 'superseded');
    return { before: now, isChanged: false };
  };
}

function stateBefore(kind: Change, now: ContactState, random: Random): ContactState {
  switch (kind) {
    case 'email':
      return { ...now, email: `former.${now.email}` };
    case 'mobile':
      return { ...now, mobile: mobileNumber(random) };
    case 'moves':
      return { ...now, address: { ...now.address, houseNumber: String(random.int(241, 480)) } };
    case 'phone-removed':
      return { ...now, phone: now.phone ?? '+32 2 000 00 00' };
    case 'first-event':
      return { ...now, asOf: null, zone: null };
  }
}

function contactData({ email, mobile, phone, address }: ContactState, changedAt: string): ContactData {
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
