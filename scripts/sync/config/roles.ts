import type { FieldName } from '../../schema/generated/objects.ts';

/**
 * Role -> field of the org, as config/connect360 and force-app name them. An org that names a field differently says
 * so in config/sync.json. The types tie the names to the metadata: a renamed field doesn't compile.
 */
export const ACCOUNT_ROLES = {
  customerNumber: 'Customer_Number__c',
  isPersonAccount: 'IsPersonAccount',
  mypvOnboarded: 'CuZo_MyPV_Onboarded__c',
  mypvOnboardingDate: 'CuZo_MyPV_Onboarding_Date__c',
  mypvAsOf: 'CuZo_MyPV_As_Of__c',
  myviviumOnboarded: 'CuZo_MyVivium_Onboarded__c',
  myviviumOnboardingDate: 'CuZo_MyVivium_Onboarding_Date__c',
  myviviumAsOf: 'CuZo_MyVivium_As_Of__c',
  contactChangedOn: 'CuZo_Contact_Changed_On__c',
  contactAsOf: 'CuZo_Contact_As_Of__c',
} as const satisfies Record<string, FieldName<'Account'>>;

export const POLICY_ROLES = {
  policyNumber: 'Name',
  policyAccount: 'NameInsuredId',
  policyBrand: 'Brand__c',
  policyActive: 'IsActive',
  visibility: 'CuZo_Visibility__c',
  hiddenReason: 'CuZo_Hidden_Reason__c',
  product: 'CuZo_Product__c',
  view: 'CuZo_View__c',
  viewHash: 'CuZo_View_Hash__c',
  policyAsOf: 'CuZo_As_Of__c',
} as const satisfies Record<string, FieldName<'InsurancePolicy'>>;

/** Where the contact data of a person account goes. */
export const PERSON_ROLES = {
  email: 'PersonEmail',
  mobile: 'PersonMobilePhone',
  phone: 'Phone',
  street: 'PersonMailingStreet',
  postalCode: 'PersonMailingPostalCode',
  city: 'PersonMailingCity',
  country: 'PersonMailingCountry',
} as const satisfies Record<string, FieldName<'Account'>>;

export type AccountRole = keyof typeof ACCOUNT_ROLES;
export type PolicyRole = keyof typeof POLICY_ROLES;
export type ContactRole = keyof typeof PERSON_ROLES;
export const CONTACT_ROLES = Object.keys(PERSON_ROLES) as readonly ContactRole[];
