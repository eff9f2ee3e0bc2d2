import type { SchemaField } from '@salesforce/schema';
import dayUnknown from '@salesforce/label/c.CuZo_Pill_Registered_Day_Unknown';
import registeredOn from '@salesforce/label/c.CuZo_Pill_Registered_On';
import { dayText, fill } from 'c/cuzoFormat';
import { rowValue, type Row } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

type AccountField = SchemaField<'Account'> | null;

/** A date of death or a ticked box. Without access to the field nobody is taken for dead. */
export function isDeceased(account: Row | undefined, field: AccountField): boolean {
  if (account === undefined || field === null) return false;
  const value = rowValue(account, field) ?? null;
  return value !== null && value !== '' && value !== false;
}

/** That the customer is registered in the zone already, in words; null when they aren't, or nobody knows. */
export function registeredWords(account: Row | undefined, zone: Zone): string | null {
  if (account === undefined || rowValue(account, zone.onboarded) !== true) return null;
  const day = rowValue(account, zone.date) ?? null;
  return day === null ? dayUnknown : fill(registeredOn, dayText(day));
}
