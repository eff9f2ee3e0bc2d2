import type { SchemaField } from '@salesforce/schema';
import { rowValue, type Row } from 'c/cuzoQuery';
import type { Zone } from 'c/cuzoZones';

/** What a zone has said about a customer. `day` is null when they registered on a day that isn't known. */
export type PillState =
  | { readonly kind: 'registered'; readonly day: string | null }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'no-access' };

/** The fields of a zone that say so. */
export const stateFields = ({ onboarded, date, asOf }: Zone): readonly SchemaField<'Account'>[] => [
  onboarded,
  date,
  asOf,
];

/** Reads the zone's three fields: without the zone's word (as-of), an empty flag says nothing about the customer. */
export function pillState(account: Row, zone: Zone): PillState {
  const onboarded = rowValue(account, zone.onboarded);
  if (onboarded === undefined) return { kind: 'no-access' };
  if (onboarded === true) return { kind: 'registered', day: rowValue(account, zone.date) ?? null };
  return (rowValue(account, zone.asOf) ?? '') === '' ? { kind: 'nothing-known' } : { kind: 'not-registered' };
}
