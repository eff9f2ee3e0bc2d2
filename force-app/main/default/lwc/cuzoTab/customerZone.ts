import NAME_INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import { registration, registrationFields, saysDeceased, type Registration } from 'c/cuzoRegistration';
import type { FactsCustomer } from 'c/cuzoZoneFacts';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

/** Standard field of an org that has person accounts. */
const IS_PERSON = 'IsPersonAccount';

interface Field {
  readonly fieldApiName: string;
}

// The customer's fields come with the policy in the same request, through the relationship of the master-detail field.
function ofCustomer({ fieldApiName }: Field): string {
  return `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName.replace(/Id$/, '')}.${fieldApiName}`;
}

/** Names of the customer's fields to ask for. `deceasedField` is the account's, null where the page names none. */
export function customerFields(deceasedField: Field | null): readonly string[] {
  return [
    `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName}`,
    ofCustomer({ fieldApiName: IS_PERSON }),
    ...(deceasedField === null ? [] : [ofCustomer(deceasedField)]),
    ...ZONES.flatMap(registrationFields).map(ofCustomer),
  ];
}

export function customerId(policy: RecordData): string | null {
  return getFieldValue(policy, NAME_INSURED) ?? null;
}

/** What a zone has said of the policy's customer. */
export function customerRegistration(policy: RecordData, zone: Zone): Registration {
  return registration((field) => getFieldValue(policy, ofCustomer(field)), zone);
}

/** `zone` is the policy's; without one, an account in any zone counts, and none only when it is none in each. */
export function customerOf(
  policy: RecordData,
  zone: Zone | null,
  deceasedField: Field | null,
): FactsCustomer {
  const kinds = (zone === null ? ZONES : [zone]).map((each) => customerRegistration(policy, each).kind);
  const isNowhere = kinds.every((kind) => kind === 'not-registered');
  return {
    isRegistered: kinds.includes('registered') ? true : isNowhere ? false : null,
    isDeceased:
      deceasedField !== null && saysDeceased(getFieldValue(policy, ofCustomer(deceasedField))) === true,
    isBusiness: getFieldValue(policy, ofCustomer({ fieldApiName: IS_PERSON })) === false,
  };
}

/** The zone that shows policies of that brand; null for another brand. */
export function zoneOfBrand(brand: unknown): Zone | null {
  return ZONES.find((zone) => typeof brand === 'string' && zone.brand === brand.trim()) ?? null;
}
