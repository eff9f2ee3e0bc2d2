import dayUnknown from '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown';
import noAccess from '@salesforce/label/c.CuZo_No_Access';
import notRegistered from '@salesforce/label/c.CuZo_Pill_Not_Registered';
import nothingKnown from '@salesforce/label/c.CuZo_Pill_Nothing_Known';
import registeredOn from '@salesforce/label/c.CuZo_Pill_Registered_On';
import type { SchemaField } from '@salesforce/schema';
import { dayText, fill } from 'c/cuzoFormat';
import type { Zone } from 'c/cuzoZones';

/** What a zone has said of a customer. `day` (`YYYY-MM-DD`) is null when they registered on a day that isn't known. */
export type Registration =
  | { readonly kind: 'registered'; readonly day: string | null }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'no-access' };

/** Gives a field of the account; undefined for one that the agent has no access to. */
export type ReadAccount = (field: SchemaField<'Account'>) => unknown;

/**
 * Whether a field that the page names says that the customer has died: a date of death or a ticked box. null for a field
 * that isn't there or is closed to the agent (undefined): nobody is taken for dead, or for alive, without having looked.
 */
export function saysDeceased(value: unknown): boolean | null {
  if (value === undefined) return null;
  return value !== null && value !== '' && value !== false;
}

/** The fields of an account that say so. */
export function registrationFields({ onboarded, date, asOf }: Zone): readonly SchemaField<'Account'>[] {
  return [onboarded, date, asOf];
}

/**
 * Reads the zone's three fields. Without the zone's word (as-of) an empty flag says nothing of the customer, and neither
 * does a field without access.
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

/** The same in a few words, without the zone's name. */
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
