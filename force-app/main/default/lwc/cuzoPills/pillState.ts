import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';
import type { Zone } from 'c/cuzoZones';

/** What a zone has said about a customer. `day` is null when they registered on a day that isn't known. */
export type PillState =
  | { readonly kind: 'registered'; readonly day: string | null }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'nothing-known' }
  | { readonly kind: 'no-access' };

/** Reads the zone's three fields: without the zone's word (as-of), an empty flag says nothing about the customer. */
export function pillState(account: RecordData, zone: Zone): PillState {
  const onboarded = getFieldValue(account, zone.onboarded);
  if (onboarded === undefined) return { kind: 'no-access' };
  if (onboarded === true) return { kind: 'registered', day: getFieldValue(account, zone.date) ?? null };
  return (getFieldValue(account, zone.asOf) ?? '') === ''
    ? { kind: 'nothing-known' }
    : { kind: 'not-registered' };
}
