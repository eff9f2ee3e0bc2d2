import NAME_INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import { registration, registrationFields, type Registration } from 'c/cuzoRegistration';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

// The customer's fields come with the policy in the same request, through the relationship of the master-detail field.
const ofCustomer = ({ fieldApiName }: { readonly fieldApiName: string }): string =>
  `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName.replace(/Id$/, '')}.${fieldApiName}`;

export const CUSTOMER_FIELDS: readonly string[] = [
  `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName}`,
  ...ZONES.flatMap(registrationFields).map(ofCustomer),
];

export function customerId(policy: RecordData): string | null {
  return getFieldValue(policy, NAME_INSURED) ?? null;
}

/** What a zone has said of the policy's customer. */
export function customerRegistration(policy: RecordData, zone: Zone): Registration {
  return registration((field) => getFieldValue(policy, ofCustomer(field)), zone);
}

/** The zone that shows policies of that brand; null for another brand. */
export function zoneOfBrand(brand: unknown): Zone | null {
  return ZONES.find((zone) => typeof brand === 'string' && zone.brand === brand.trim()) ?? null;
}
