import type { ContactData, EventOf } from '../../feed/contract.ts';
import { parseInstant, toBrusselsDay, toIsoSecond } from '../../feed/instant.ts';
import { stateFields } from '../config/countryFields.ts';
import { OWN_ACCOUNT_FIELDS, ZONE_CODES } from '../config/ownFields.ts';
import { CONTACT_ROLES } from '../config/roles.ts';
import type { FieldNeed } from '../org/fieldNeed.ts';
import { contactFields } from './contactFields.ts';
import type { EventRule } from './eventRule.ts';
import { isSameSecond } from './late.ts';
import { changing } from './stamped.ts';

const { contactChangedOn, contactAsOf, contactZone } = OWN_ACCOUNT_FIELDS;

const STAMPS: readonly FieldNeed[] = [
  { name: contactChangedOn, types: ['date'], isWritten: true },
  { name: contactAsOf, types: ['datetime'], isWritten: true },
  { name: contactZone, types: ['picklist'], isWritten: true },
];

/**
 * The customer changed contact data in a zone. Contact data belongs to the customer, not to a zone, so the newest change
 * from either zone counts. A repeated event is ignored, because an agent may have corrected the record since.
 */
export const CONTACT: EventRule<EventOf<'be.pv.cuzo.contact.v1'>, ContactData> = {
  targets: ['Account'],
  keep: ({ data }) => ({ target: 'Account', data }),
  decidedBy: ({ data }) => ({ instant: data.changedAt, path: '/data/changedAt' }),
  newestPer: 'record',
  erases: false,
  guards: () => ['contact'],
  asOf: () => contactAsOf,
  notBefore: ({ contact }) => parseInstant(contact.since),
  effect: (data, { event, fields, isPersonAccount, newestSeen, config, countries }) => {
    if (isSameSecond(event.instant, newestSeen)) return { outcome: 'unchanged', isNewer: false };
    const { contact, roles } = config;
    const stamps = {
      [contactChangedOn]: toBrusselsDay(event.instant),
      [contactAsOf]: toIsoSecond(event.instant),
      [contactZone]: ZONE_CODES[event.zone],
    };
    if (contact.write === 'stamp') return changing(fields, stamps);
    const map = isPersonAccount ? roles.person : roles.business;
    if (!map)
      return {
        outcome: 'failed',
        code: 'NOT_A_PERSON_ACCOUNT',
        message: 'contact data of a business account, and the configuration has no roles for it',
      };
    const codes = countries.get(map.country ?? '');
    if (data.address && codes?.has(data.address.country) === false)
      return {
        outcome: 'failed',
        code: 'COUNTRY_NOT_IN_ORG',
        message: "the country of the address is no active value of the org's country picklist",
      };
    return changing(fields, { ...contactFields(data, map, contact), ...stamps });
  },
  remembered: 'unless written',
  writes: ({ roles, contact }) => {
    if (contact.write === 'stamp') return STAMPS;
    const names = [roles.person, roles.business ?? {}].flatMap((map) => [
      ...CONTACT_ROLES.flatMap((role) => map[role] ?? []),
      ...stateFields(map),
    ]);
    return [...STAMPS, ...[...new Set(names)].map((name) => ({ name, isWritten: true }))];
  },
};
