import type { Zone } from '../contract.ts';
import { dayBefore, momentBefore } from './calendar.ts';
import { unknownCustomerNumber, type Customer } from './customer.ts';
import type { Fate } from './fates.ts';
import type { Random } from './random.ts';
import type { Said, Sayings } from './sayings.ts';
import { inTurn } from './shares.ts';

type Registration = Said<'be.pv.cuzo.registration.v1'>['data'];

/** What the org holds of a zone's word on a customer. `asOf` in milliseconds since 1970, null when it has none. */
export interface ZoneWord extends Registration {
  readonly asOf: number | null;
}

/** The org before the run, and whether the run writes to it. */
export interface Before<T> {
  readonly before: T;
  readonly isChanged: boolean;
}

const REGISTERED_SHARE = 0.55;
const DAY_KNOWN_SHARE = 0.85;

const CHANGES = ['registers', 'first-word', 'day-known', 'leaves', 'erased'] as const;
type Change = (typeof CHANGES)[number];

const NOT_REGISTERED: Registration = { registered: false, registeredOn: null };

/** Evening before the snapshot: an as-of that makes what was said that afternoon late. */
export const LATE_AS_OF = momentBefore(1, 20 * 3600);
export const LATE_MOMENT = momentBefore(1, 15 * 3600);

/**
 * Gives the function that lets a zone speak of a customer's registration. An erasure is only said of who `mayBeErased`:
 * it would take what else the zone says of the customer with it.
 */
export function openRegistrations(
  random: Random,
  { say, repeat }: Sayings,
): (zone: Zone, customer: Customer, fate: Exclude<Fate, 'bad'>, mayBeErased: boolean) => Before<ZoneWord> {
  const nextChange = inTurn(CHANGES);
  let unknown = 0;

  const tell = (subject: string, data: Registration, at?: number): Said<'be.pv.cuzo.registration.v1'> => ({
    type: 'be.pv.cuzo.registration.v1',
    subject,
    data,
    ...(at === undefined ? {} : { at }),
  });

  function change(zone: Zone, { number }: Customer, kind: Change, drawn: ZoneWord): Before<ZoneWord> {
    const { asOf } = drawn;
    const since = dayBefore(random.int(30, 900));
    if (kind === 'erased') {
      say(zone, { type: 'be.pv.cuzo.erased.v1', subject: number, data: { kind: 'customer' } }, 'changed');
      return { before: { asOf, registered: true, registeredOn: since }, isChanged: true };
    }
    const [before, now] = {
      registers: [NOT_REGISTERED, { registered: true, registeredOn: dayBefore(1) }],
      'first-word': [NOT_REGISTERED, registration(drawn)],
      'day-known': [
        { registered: true, registeredOn: null },
        { registered: true, registeredOn: since },
      ],
      leaves: [{ registered: true, registeredOn: since }, NOT_REGISTERED],
    }[kind] as [Registration, Registration];
    say(zone, tell(number, now), 'changed');
    return { before: { ...before, asOf: kind === 'first-word' ? null : asOf }, isChanged: true };
  }

  return (zone, customer, fate, mayBeErased) => {
    const drawn = drawWord(random);
    const { number } = customer;
    if (fate === 'changed') {
      const kind = nextChange();
      return change(zone, customer, kind === 'erased' && !mayBeErased ? 'leaves' : kind, drawn);
    }
    const opposite = drawn.registered ? NOT_REGISTERED : { registered: true, registeredOn: dayBefore(2) };
    if (fate === 'late') {
      say(zone, tell(number, opposite, LATE_MOMENT), 'late');
      return { before: { ...drawn, asOf: LATE_AS_OF }, isChanged: false };
    }
    const line = say(zone, tell(number, registration(drawn)), 'unchanged');
    if (fate === 'duplicate') repeat(zone, line, 'duplicate');
    if (fate === 'superseded') say(zone, tell(number, opposite, LATE_MOMENT), 'superseded');
    if (fate === 'unmatched') {
      say(zone, tell(unknownCustomerNumber(unknown), opposite), 'unmatched');
      unknown += 1;
    }
    if (fate === 'failed') say(zone, contactOfBusiness(number), 'failed');
    return { before: drawn, isChanged: false };
  };
}

const registration = ({ registered, registeredOn }: ZoneWord): Registration => ({ registered, registeredOn });

function drawWord(random: Random): ZoneWord {
  const registered = random.chance(REGISTERED_SHARE);
  return {
    asOf: momentBefore(random.int(2, 300), 2 * 3600 + random.int(0, 3600)),
    registered,
    registeredOn: registered && random.chance(DAY_KNOWN_SHARE) ? dayBefore(random.int(3, 780)) : null,
  };
}

/** A firm has no contact fields of a person, and config/sync.json no others. */
const contactOfBusiness = (subject: string): Said<'be.pv.cuzo.contact.v1'> => ({
  type: 'be.pv.cuzo.contact.v1',
  subject,
  data: { changedAt: new Date(LATE_MOMENT).toISOString(), email: 'firm@example.com' },
});
