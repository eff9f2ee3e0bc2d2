import type { FieldName } from '../../schema/generated/objects.ts';

/**
 * Default field of each role, for fields that are the org's own (names as in config/connect360). An org that names a field
 * differently says so in config/sync.json. The types tie the names to the metadata: a renamed field doesn't compile.
 */
export const ACCOUNT_ROLES = {
  customerNumber: 'Customer_Number__c',
  isPersonAccount: 'IsPersonAccount',
} as const satisfies Record<string, FieldName<'Account'>>;

export const POLICY_ROLES = {
  policyNumber: 'Name',
  policyAccount: 'NameInsuredId',
  policyBrand: 'Brand__c',
  policyActive: 'IsActive',
} as const satisfies Record<string, FieldName<'InsurancePolicy'>>;

/** Where the contact data of a person account is written. */
export const PERSON_ROLES = {
  email: 'PersonEmail',
  mobile: 'PersonMobilePhone',
  phone: 'Phone',
  street: 'PersonMailingStreet',
  postalCode: 'PersonMailingPostalCode',
  city: 'PersonMailingCity',
  country: 'PersonMailingCountry',
} as const satisfies Record<string, FieldName<'Account'>>;

export type ContactRole = keyof typeof PERSON_ROLES;
export const CONTACT_ROLES = Object.keys(PERSON_ROLES) as readonly ContactRole[];
