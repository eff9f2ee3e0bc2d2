import type { Zone } from '../contract.ts';
import { dayBefore, momentBefore } from './calendar.ts';
import { unknownCustomerNumber, type Customer } from './customer.ts';
import type { Scenario } from './scenarios.ts';
import type { Random } from './random.ts';
import type { EventDraft, EventWriter } from './eventWriter.ts';
import { inTurn } from './shares.ts';

type Registration = EventDraft<'be.pv.cuzo.registration.v1'>['data'];

/**
 * The registration that the org holds of a customer in a zone. `asOf` in milliseconds since 1970, null when no event has
 * arrived yet.
 */
export interface RegistrationState extends Registration {
  readonly asOf: number | null;
}

/** The org before the run, and whether the run writes to it. */
export interface OrgState<T> {
  readonly before: T;
  readonly isChanged: boolean;
}

const REGISTERED_SHARE = 0.55;
const DAY_KNOWN_SHARE = 0.85;

const CHANGES = ['registers', 'first-event', 'day-known', 'leaves', 'erased'] as const;
type Change = (typeof CHANGES)[number];

const NOT_REGISTERED: Registration = { registered: false, registeredOn: null };

/** The evening before the snapshot. With this as-of on the record, an event of that afternoon is late. */
export const LATE_AS_OF = momentBefore(1, 20 * 3600);
export const LATE_MOMENT = momentBefore(1, 15 * 3600);

/**
 * Returns a function that writes the registration events of a customer for a scenario and returns what the org held before.
 * An erasure is only written for customers with `mayBeErased`, as it also clears what other events of the zone bring.
 */
export function openRegistrationEvents(
  random: Random,
  { write, repeat }: EventWriter,
): (
  zone: Zone,
  customer: Customer,
  scenario: Exclude<Scenario, 'bad'>,
  mayBeErased: boolean,
) => OrgState<RegistrationState> {
  const nextChange = inTurn(CHANGES);
  let unknown = 0;

  const draft = (
    subject: string,
    data: Registration,
    at?: number,
  ): EventDraft<'be.pv.cuzo.registration.v1'> => ({
    type: 'be.pv.cuzo.registration.v1',
    subject,
    data,
    ...(at === undefined ? {} : { at }),
  });

  function change(
    zone: Zone,
    { number }: Customer,
    kind: Change,
    drawn: RegistrationState,
  ): OrgState<RegistrationState> {
    const { asOf } = drawn;
    const since = dayBefore(random.int(30, 900));
    if (kind === 'erased') {
      write(zone, { type: 'be.pv.cuzo.erased.v1', subject: number, data: { kind: 'customer' } }, 'changed');
      return { before: { asOf, registered: true, registeredOn: since }, isChanged: true };
    }
    const [before, now] = {
      registers: [NOT_REGISTERED, { registered: true, registeredOn: dayBefore(1) }],
      'first-event': [NOT_REGISTERED, registration(drawn)],
      'day-known': [
        { registered: true, registeredOn: null },
        { registered: true, registeredOn: since },
      ],
      leaves: [{ registered: true, registeredOn: since }, NOT_REGISTERED],
    }[kind] as [Registration, Registration];
    write(zone, draft(number, now), 'changed');
    return { before: { ...before, asOf: kind === 'first-event' ? null : asOf }, isChanged: true };
  }

  return (zone, customer, scenario, mayBeErased) => {
    const drawn = drawState(random);
    const { number } = customer;
    if (scenario === 'changed') {
      const kind = nextChange();
      return change(zone, customer, kind === 'erased' && !mayBeErased ? 'leaves' : kind, drawn);
    }
    const opposite = drawn.registered ? NOT_REGISTERED : { registered: true, registeredOn: dayBefore(2) };
    if (scenario === 'late') {
      write(zone, draft(number, opposite, LATE_MOMENT), 'late');
      return { before: { ...drawn, asOf: LATE_AS_OF }, isChanged: false };
    }
    const line = write(zone, draft(number, registration(drawn)), 'unchanged');
    if (scenario === 'duplicate') repeat(zone, line, 'duplicate');
    if (scenario === 'superseded') write(zone, draft(number, opposite, LATE_MOMENT), 'superseded');
    if (scenario === 'unmatched') {
      write(zone, draft(unknownCustomerNumber(unknown), opposite), 'unmatched');
      unknown += 1;
    }
    if (scenario === 'failed') write(zone, contactOfBusiness(number), 'failed');
    return { before: drawn, isChanged: false };
  };
}

const registration = ({ registered, registeredOn }: RegistrationState): Registration => ({
  registered,
  registeredOn,
});

function drawState(random: Random): RegistrationState {
  const registered = random.chance(REGISTERED_SHARE);
  return {
    asOf: momentBefore(random.int(2, 300), 2 * 3600 + random.int(0, 3600)),
    registered,
    registeredOn: registered && random.chance(DAY_KNOWN_SHARE) ? dayBefore(random.int(3, 780)) : null,
  };
}

/**
 * Contact data of a firm, which a run refuses: a firm has no person's contact fields and config/sync.json maps no others.
 */
const contactOfBusiness = (subject: string): EventDraft<'be.pv.cuzo.contact.v1'> => ({
  type: 'be.pv.cuzo.contact.v1',
  subject,
  data: { changedAt: new Date(LATE_MOMENT).toISOString(), email: 'firm@example.com' },
});
