import NAME_INSURED from '@salesforce/schema/InsurancePolicy.NameInsuredId';
import { registration, registrationFields, saysDeceased, type Registration } from 'c/cuzoRegistration';
import type { FactsCustomer } from 'c/cuzoZoneFacts';
import { ZONES, type Zone } from 'c/cuzoZones';
import { getFieldValue, type RecordData } from 'lightning/uiRecordApi';

/** Standard field, in orgs with person accounts only. */
const IS_PERSON = 'IsPersonAccount';

interface Field {
  readonly fieldApiName: string;
}

// The path of an account field from the policy, so that one request reads both.
function ofCustomer({ fieldApiName }: Field): string {
  return `${NAME_INSURED.objectApiName}.${NAME_INSURED.fieldApiName.replace(/Id$/, '')}.${fieldApiName}`;
}

/** The customer's fields to query. `deceasedField` is on the account; null when the page names none. */
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

/** The customer's registration in a zone. */
export function customerRegistration(policy: RecordData, zone: Zone): Registration {
  return registration((field) => getFieldValue(policy, ofCustomer(field)), zone);
}

/** Without the policy's `zone`, a registration in any zone counts, and "not registered" only when it holds in every zone. */
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

/** The zone of a brand; null for an unknown brand. */
export function zoneOfBrand(brand: unknown): Zone | null {
  return ZONES.find((zone) => typeof brand === 'string' && zone.brand === brand.trim()) ?? null;
}
