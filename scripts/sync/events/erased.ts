import type { EventOf } from '../../feed/contract.ts';
import { OWN_ACCOUNT_FIELDS, OWN_POLICY_FIELDS, VIEW_FIELD, ZONE_FIELDS } from '../config/ownFields.ts';
import type { Effect, EventRule, Situation } from './eventRule.ts';
import { instantIn, isOlder } from './late.ts';
import type { Fields } from './record.ts';
import { changing } from './stamped.ts';

const { contactChangedOn, contactAsOf, contactZone } = OWN_ACCOUNT_FIELDS;
const { policyAsOf } = OWN_POLICY_FIELDS;

/**
 * A zone has erased a customer or a policy. Clears the zone's fields (of a customer the contact stamps too) and keeps older
 * data from coming back, contact data that the zone sent earlier included.
 */
export const ERASED: EventRule<EventOf<'be.pv.cuzo.erased.v1'>, null> = {
  targets: ['Account', 'InsurancePolicy'],
  keep: ({ data }) => ({ target: data.kind === 'customer' ? 'Account' : 'InsurancePolicy', data: null }),
  newestPer: 'zone',
  erases: true,
  guards: (target, zone) => (target === 'Account' ? [zone, 'contact'] : ['policy']),
  asOf: (target, zone) => (target === 'Account' ? ZONE_FIELDS[zone].asOf : policyAsOf),
  effect: (_data, situation) =>
    situation.event.target === 'Account' ? eraseCustomer(situation) : erasePolicy(situation.fields),
  remembered: 'always',
  writes: () => [],
};

/** Contact data that changed after the erasure keeps its stamps. */
function eraseCustomer({ event, fields }: Situation): Effect {
  const { onboarded, date, asOf } = ZONE_FIELDS[event.zone];
  const contactIsNewer = isOlder(event.instant, instantIn(fields, contactAsOf));
  const stamps: Fields = contactIsNewer
    ? {}
    : { [contactChangedOn]: null, [contactAsOf]: null, [contactZone]: null };
  return changing(fields, { [onboarded]: false, [date]: null, [asOf]: null, ...stamps });
}

/** The view field isn't looked up. It is cleared whenever another field is: where there is a view there is a hash. */
function erasePolicy(fields: Fields): Effect {
  const compared = Object.values(OWN_POLICY_FIELDS).filter((name) => name !== VIEW_FIELD);
  const effect = changing(fields, Object.fromEntries(compared.map((name) => [name, null])));
  return effect.outcome === 'changed'
    ? { ...effect, patch: { ...effect.patch, [VIEW_FIELD]: null } }
    : effect;
}
