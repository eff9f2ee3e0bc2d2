import dayUnknown from '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import notRegistered from '@salesforce/label/c.CuZo_Pill_Not_Registered';
import nothingKnown from '@salesforce/label/c.CuZo_Pill_Nothing_Known';
import registeredOn from '@salesforce/label/c.CuZo_Pill_Registered_On';
import type { SchemaField } from '@salesforce/schema';
import { dayText, fill } from 'c/cuzoFormat';
import type { Zone } from 'c/cuzoZones';

/**
 * Whether a zone has reported the customer as registered. `day` (`YYYY-MM-DD`) is null when the day of registration isn't
 * known.
 */
export type Registration =
  | { readonly kind: 'registered'; readonly day: string | null }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'no-access' };

/** Returns the value of an account field; undefined when the agent has no access. */
export type ReadAccount = (field: SchemaField<'Account'>) => unknown;

/**
 * Whether a field's value means that the customer has died: a date of death or a ticked checkbox. null when there is no
 * field or no access (undefined), so that nobody is taken for dead or alive unchecked.
 */
export function saysDeceased(value: unknown): boolean | null {
  if (value === undefined) return null;
  return value !== null && value !== '' && value !== false;
}

/** The account fields of a zone's registration. */
export function registrationFields({ onboarded, date, asOf }: Zone): readonly SchemaField<'Account'>[] {
  return [onboarded, date, asOf];
}

/**
 * Reads the zone's three fields. Without an as-of the zone hasn't reported anything, so that an empty flag means nothing;
 * nor does a field without access.
 */
export function registration(read: ReadAccount, { onboarded, date, asOf }: Zone): Registration {
  const flag = read(onboarded);
  if (flag === undefined) return { kind: 'no-access' };
  if (flag === true) {
    const day = read(date);
    return { kind: 'registered', day: typeof day === 'string' && day !== '' ? day : null };
  }
  const word = read(asOf);
  return typeof word === 'string' && word !== '' ? { kind: 'not-registered' } : { kind: 'nothing-known' };
}

/** The registration in a few words, without the zone's name. */
export function registrationWords(said: Registration): string {
  switch (said.kind) {
    case 'registered':
      return said.day === null ? dayUnknown : fill(registeredOn, dayText(said.day));
    case 'not-registered':
      return notRegistered;
    case 'nothing-known':
      return nothingKnown;
    case 'no-access':
      return noAccess;
  }
}
