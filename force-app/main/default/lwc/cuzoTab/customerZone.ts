import NAME_INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

/** What a zone has said of the policy's customer. `day` (`YYYY-MM-DD`) is null when it isn't known. */
export type Registration =
  | { readonly kind: 'registered'; readonly day: string | null }
  | { readonly kind: 'not-registered' }
  | { readonly kind: 'unknown' };

// The customer's fields come with the policy in the same request, through the relationship of the master-detail field.
const ofCustomer = ({ fieldApiName }: { readonly fieldApiName: string }): string =>
  `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName.replace(/Id$/, '')}.${fieldApiName}`;

export const CUSTOMER_FIELDS: readonly string[] = [
  `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName}`,
  ...ZONES.flatMap(({ onboarded, date, asOf }) => [onboarded, date, asOf].map(ofCustomer)),
];

export function customerId(policy: RecordData): string | null {
  return getFieldValue(policy, NAME_INSURED) ?? null;
}

/** Without the zone's word (as-of), an empty flag says nothing about the customer; nor does a field without access. */
export function registration(policy: RecordData, zone: Zone): Registration {
  const value = (field: { readonly fieldApiName: string }): unknown =>
    getFieldValue(policy, ofCustomer(field));
  if (value(zone.onboarded) === true) {
    const day = value(zone.date);
    return { kind: 'registered', day: typeof day === 'string' ? day : null };
  }
  const isSaid = value(zone.onboarded) === false && typeof value(zone.asOf) === 'string';
  return isSaid ? { kind: 'not-registered' } : { kind: 'unknown' };
}

/** The zone that shows policies of that brand; null for another brand. */
export function zoneOfBrand(brand: unknown): Zone | null {
  return ZONES.find((zone) => typeof brand === 'string' && zone.brand === brand.trim()) ?? null;
}
