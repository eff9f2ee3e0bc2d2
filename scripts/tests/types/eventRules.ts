/** Compiler errors when a type of event is added to the contract. Checked by `npm run types` only. */
import type { EventType } from '../../feed/contract.ts';
import { EVENT_RULES, type EventRules } from '../../sync/events/eventRules.ts';
import { REGISTRATION } from '../../sync/events/registration.ts';

type Added = EventType | 'be.pv.cuzo.consent.v1';

// @ts-expect-error the table has no rule for the new type
export const table: EventRules<Added> = EVENT_RULES;
export const mixedUp: EventRules<'be.pv.cuzo.contact.v1'> = {
  // @ts-expect-error each type has a rule of its own
  'be.pv.cuzo.contact.v1': REGISTRATION,
};
