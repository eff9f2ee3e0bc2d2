import { ZONES, type EventOf, type Zone } from '../../feed/contract.ts';
import { ZONE_FIELDS } from '../config/ownFields.ts';
import type { EventRule } from './eventRule.ts';
import { stamped } from './stamped.ts';

/** What is staged of a registration. */
interface RegistrationData {
  readonly registered: boolean;
  readonly registeredOn: string | null;
}

/** A zone reports whether a customer is registered. Writes that zone's three fields only. */
export const REGISTRATION: EventRule<EventOf<'be.pv.cuzo.registration.v1'>, RegistrationData> = {
  targets: ['Account'],
  keep: ({ data }) => ({ target: 'Account', data }),
  newestPer: 'zone',
  erases: false,
  guards: (_target, zone) => [zone],
  asOf: (_target, zone) => ZONE_FIELDS[zone].asOf,
  effect: ({ registered, registeredOn }, situation) => {
    const { onboarded, date, asOf } = ZONE_FIELDS[situation.event.zone];
    return stamped(situation, asOf, { [onboarded]: registered, [date]: registeredOn });
  },
  remembered: 'unless written',
  writes: () => ZONES.flatMap(needsOf),
};

function needsOf(zone: Zone) {
  const { onboarded, date, asOf } = ZONE_FIELDS[zone];
  return [
    { name: onboarded, types: ['boolean'], isWritten: true },
    { name: date, types: ['date'], isWritten: true },
    { name: asOf, types: ['datetime'], isWritten: true },
  ];
}
